// One tab with the book's address, its own scripts switched off, and an isolated world in which Foldmark's
// scripts run.
import type { CDPSession, Page } from 'puppeteer-core';
import type { Resource } from '../model/edition.js';
import { BrowserLost } from './browser-lost.js';
import type { OpenBrowser } from './open-browser.js';
import { ORIGIN, serveOrigin } from './virtual-origin.js';
import { NoProgress, startWatchdog, type Watchdog } from './watchdog.js';

export interface Tab {
  /**
   * Calls a function of the world's `Foldmark` with one plain argument. @throws when it throws, the tab dies
   * or nothing moves.
   */
  call<T>(name: string, argument: unknown): Promise<T>;
  /** Prints what stands in the tab. */
  print(timeoutMs: number): Promise<Uint8Array>;
  /** What the world says by itself while it works, as plain data. */
  onMessage(listen: (message: unknown) => void): void;
  /** Names what is under way, for the message of a wait that ends. */
  alive(what: string): void;
  /** Addresses outside of the book that the page asked for. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

export interface TabOptions {
  readonly browser: OpenBrowser;
  readonly resources: readonly Resource[];
  /** The chapter, or whatever it is, that it is opened for: named when it does not open. */
  readonly purpose: string;
  readonly language: string;
  /** The sheet in CSS pixels: the window is as large, so that styles that ask for it hear the truth. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** Sources of the scripts that make up the world, in order. */
  readonly scripts: readonly string[];
}

/** Opens a tab and loads the scripts. Page JavaScript is off: only the isolated world runs anything. */
export async function openTab(options: TabOptions): Promise<Tab> {
  const { browser, purpose } = options;
  const watchdog = startWatchdog(browser.patienceMs);
  watchdog.alive(`opening a tab for "${purpose}"`);
  const crash = watchForCrash(browser, watchdog);
  try {
    return tabOf({
      browser,
      watchdog,
      ...(await orLost(browser, watchdog.watch(Promise.race([prepareTab(options), crash.met])))),
    });
  } finally {
    crash.stop();
  }
}

/**
 * Until a tab is open there is no telling which of the browser's is ours: whichever crashes, nothing opens
 * any more.
 */
function watchForCrash(
  browser: OpenBrowser,
  watchdog: Watchdog,
): { readonly met: Promise<never>; stop(): void } {
  let stop = (): void => undefined;
  const met = new Promise<never>((_, reject) => {
    stop = browser.onCrash(() => {
      reject(crashOf(watchdog));
    });
  });
  met.catch(() => undefined);
  return { met, stop };
}

function crashOf(watchdog: Watchdog): Error {
  return new BrowserLost(`The browser tab crashed while it laid out the book: ${watchdog.last()}.`);
}

async function prepareTab({ browser, resources, language, sheet, scripts }: TabOptions): Promise<Prepared> {
  // a window each: a tab behind another draws nothing, and waits for its pictures for ever
  const page = await browser.chromium.newPage({ type: 'window' });
  await page.setViewport({ width: Math.round(sheet.width), height: Math.round(sheet.height) });
  await page.emulateMediaType('print');
  await page.setJavaScriptEnabled(false);
  const document =
    `<!DOCTYPE html><html lang="${language.replace(/[^\w-]/g, '')}"><head><meta charset="utf-8"><link ` +
    'rel="icon" href="data:,"><title></title></head><body></body></html>';
  const session = await page.createCDPSession();
  const { refused } = await serveOrigin(session, { document, resources });
  await page.goto(`${ORIGIN}/`, { waitUntil: 'load', timeout: browser.patienceMs });
  return { page, session, world: await openWorld(session, scripts), refused };
}

interface Prepared {
  readonly page: Page;
  readonly session: CDPSession;
  readonly world: number;
  readonly refused: readonly string[];
}

interface Parts extends Prepared {
  readonly browser: OpenBrowser;
  readonly watchdog: Watchdog;
}

function tabOf({ browser, watchdog, page, session, world, refused }: Parts): Tab {
  const listeners: ((message: unknown) => void)[] = [];
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== BINDING) return;
    const message: unknown = JSON.parse(payload);
    listeners.forEach((listen) => {
      listen(message);
    });
  });
  const crashed = new Promise<never>((_, reject) => {
    page.once('error', () => {
      reject(crashOf(watchdog));
    });
  });
  crashed.catch(() => undefined);
  const guard = <T>(work: Promise<T>): Promise<T> => Promise.race([orLost(browser, work), crashed]);
  return {
    refused,
    call: (name, argument) => guard(watchdog.watch(callInWorld(session, { world, name, argument }))),
    print: (timeout) => guard(inTime(printed(session), timeout)),
    onMessage: (listen) => {
      listeners.push(listen);
    },
    alive: (what) => {
      watchdog.alive(what);
    },
    close: async () => {
      await Promise.race([
        page.close().catch(() => undefined),
        browser.lost.catch(() => undefined),
        crashed.catch(() => undefined),
        farewell(),
      ]);
    },
  };
}

/** A frozen tab does not answer; it goes with its browser. */
async function farewell(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1000).unref();
  });
}

/** The name of the function by which the world speaks to us. */
const BINDING = 'foldmarkSays';
const WORLD = 'foldmark';

/** Bookmarks are written by the finishing pass: Chromium's own double a heading that is set in lines. */
const PRINTING = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: false,
  marginTop: 0,
  marginRight: 0,
  marginBottom: 0,
  marginLeft: 0,
  transferMode: 'ReturnAsStream',
} as const;

/** The file is fetched in pieces: one message could not hold a long book. */
const PIECE_BYTES = 8 * 1024 * 1024;

async function printed(session: CDPSession): Promise<Uint8Array> {
  const { stream } = await session.send('Page.printToPDF', PRINTING);
  if (stream === undefined) throw new Error('The browser printed nothing.');
  const pieces: Uint8Array[] = [];
  for (let atEnd = false; !atEnd;) {
    const { data, base64Encoded, eof } = await session.send('IO.read', { handle: stream, size: PIECE_BYTES });
    pieces.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'));
    atEnd = eof;
  }
  await session.send('IO.close', { handle: stream });
  return new Uint8Array(Buffer.concat(pieces));
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoProgress(`The browser did not print within ${Math.round(timeoutMs / 1000)} s.`));
    }, timeoutMs);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

async function openWorld(session: CDPSession, scripts: readonly string[]): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: WORLD,
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  for (const expression of scripts) {
    const { exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
    });
    if (exceptionDetails !== undefined)
      throw new Error(`A script of the press does not load: ${thrown(exceptionDetails)}`);
  }
  return executionContextId;
}

async function callInWorld<T>(
  session: CDPSession,
  { world, name, argument }: { world: number; name: string; argument: unknown },
): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    executionContextId: world,
    functionDeclaration: `(argument) => Foldmark[${JSON.stringify(name)}](argument)`,
    arguments: [{ value: argument }],
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined)
    throw new Error(`The page script failed in ${name}: ${thrown(exceptionDetails)}`);
  return result.value as T;
}

function thrown({ text, exception }: { text: string; exception?: { description?: string } }): string {
  return exception?.description ?? text;
}

async function orLost<T>(browser: OpenBrowser, work: Promise<T>): Promise<T> {
  return Promise.race([work, browser.lost]);
}
