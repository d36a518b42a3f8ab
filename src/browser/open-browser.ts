// One browser, supervised: a private profile, a pipe instead of a port, and nothing left behind whatever
// happens.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type puppeteer from 'puppeteer-core';
import type { Browser as Chromium } from 'puppeteer-core';
import { finding, type Finding } from '../model/finding.js';
import type { FoundBrowser } from './find-browser.js';
import { launchEnvironment, launchFlags, UNWANTED_FLAGS } from './launch-browser.js';
import { BROWSER_ENDED, BrowserLost } from './browser-lost.js';
import { MissingTool } from './missing-tool.js';
import type { SandboxWish } from './sandbox-wish.js';
import { startCleanup, type Cleanup } from './cleanup.js';

export interface OpenBrowser {
  readonly chromium: Chromium;
  /** What there is to say about it, once: PRESS-001 when it runs without its sandbox. */
  readonly diagnostics: readonly Finding[];
  /** Never resolves; rejects when the browser goes away before it is closed. */
  readonly lost: Promise<never>;
  /** Tells when any tab crashes, until the function that it returns is called. */
  onCrash(listen: () => void): () => void;
  /** How long it may stand still, in milliseconds. */
  readonly patienceMs: number;
  /** Ends the browser and removes its profile. Safe to call twice and after a crash. */
  close(): Promise<void>;
}

export interface BrowserOptions {
  /**
   * `require`: rather no browser than one without its sandbox. Default `auto`: where there can be none,
   * without, and PRESS-001.
   */
  readonly sandbox?: SandboxWish | undefined;
  /** How long nothing may move before a page counts as stuck; default 30 s. */
  readonly patienceMs?: number | undefined;
  /** Aborting it ends a browser that is still starting. */
  readonly signal?: AbortSignal | undefined;
}

/** No page of a book takes this long; an endless layout does. */
const PATIENCE_MS = 30_000;
/** How long a killed browser is waited for. */
const FAREWELL_MS = 1000;

/**
 * Starts a browser. Where the system offers no sandbox (as root, in most containers) it is started without,
 * and says so.
 *
 * @throws MissingTool when it does not start at all, or cannot have the sandbox that is required.
 */
export async function openBrowser(
  found: FoundBrowser,
  { sandbox = 'auto', patienceMs = PATIENCE_MS, signal }: BrowserOptions = {},
): Promise<OpenBrowser> {
  const denied = await sandboxDenied(found, { patienceMs, signal });
  if ('chromium' in denied) return denied;
  if (sandbox === 'require') {
    throw new MissingTool(
      [`${found.executable}: cannot have its sandbox, which --sandbox=require asks for: ${denied.why}`],
      { cause: denied.cause },
    );
  }
  try {
    return await start(found, {
      sandbox: 'off',
      patienceMs,
      signal,
      diagnostics: [withoutSandbox(denied.why)],
    });
  } catch (cause) {
    throw doesNotStart(found, cause);
  }
}

/**
 * What starts browsers and speaks with them: it takes a while to load, and help or a mistake in book.yml need
 * none of it.
 */
export async function loadLauncher(): Promise<typeof puppeteer> {
  return (await import('puppeteer-core')).default;
}

/** The browser in its sandbox, or why there is none. */
async function sandboxDenied(
  found: FoundBrowser,
  waiting: Pick<Start, 'patienceMs' | 'signal'>,
): Promise<OpenBrowser | { readonly why: string; readonly cause?: unknown }> {
  if (process.getuid?.() === 0) return { why: 'Chromium has none for root' };
  try {
    return await start(found, { ...waiting, sandbox: 'on', diagnostics: [] });
  } catch (cause) {
    if (!/sandbox|namespace/i.test(String(cause))) throw doesNotStart(found, cause);
    return { why: 'this system lets no user make one', cause };
  }
}

interface Start {
  readonly sandbox: 'on' | 'off';
  readonly patienceMs: number;
  readonly signal: AbortSignal | undefined;
  readonly diagnostics: readonly Finding[];
}

/** A browser that was given up because it said nothing. */
class Unanswered extends Error {}

/**
 * Once in some thousand times Chromium stands still while it starts: one that says nothing for a third of the
 * patience is started once more.
 */
async function start(found: FoundBrowser, order: Start): Promise<OpenBrowser> {
  try {
    return await startOnce(found, order, order.patienceMs / 3);
  } catch (cause) {
    if (!(cause instanceof Unanswered) || order.signal?.aborted) throw cause;
    return startOnce(found, order, order.patienceMs);
  }
}

async function startOnce(
  found: FoundBrowser,
  { sandbox, patienceMs, signal, diagnostics }: Start,
  withinMs: number,
): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'foldmark-'));
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  const reaper = startCleanup(profile, end);
  const late = setTimeout(end, withinMs);
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  try {
    const launcher = await loadLauncher();
    const chromium = await unlessEnded(
      ending.signal,
      launcher.launch({
        executablePath: found.executable,
        headless: found.from === 'bundled' ? 'shell' : true,
        userDataDir: profile,
        args: [...launchFlags(sandbox)],
        ignoreDefaultArgs: [...UNWANTED_FLAGS],
        waitForInitialPage: false, // there is none
        env: launchEnvironment(found, profile, process.env['PATH']),
        pipe: true,
        signal: ending.signal, // aborting it kills what was started, at once
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        protocolTimeout: 0, // the watchdog of a tab decides, by progress and not by the clock
      }),
    );
    const leader = chromium.process();
    if (leader?.pid !== undefined) reaper.watch(leader.pid);
    return {
      chromium,
      diagnostics,
      patienceMs,
      onCrash: await followCrashes(chromium),
      ...supervise(chromium, { reaper, end }),
    };
  } catch (cause) {
    reaper.reap();
    throw ending.signal.aborted
      ? new Unanswered(`it did not answer within ${withinMs / 1000} s`, { cause })
      : cause;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', end);
  }
}

/** A browser that is killed while it starts may leave its start undecided for ever. */
async function unlessEnded<T>(ended: AbortSignal, starting: Promise<T>): Promise<T> {
  starting.catch(() => undefined);
  return Promise.race([
    starting,
    new Promise<never>((_, reject) => {
      ended.addEventListener(
        'abort',
        () => {
          reject(ended.reason as Error);
        },
        { once: true },
      );
    }),
  ]);
}

/** A page tells of its own crash only once it is open. */
async function followCrashes(chromium: Chromium): Promise<OpenBrowser['onCrash']> {
  const session = await chromium.target().createCDPSession();
  const listeners = new Set<() => void>();
  session.on('Target.targetCrashed', () => {
    listeners.forEach((listen) => {
      listen();
    });
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  return (listen) => {
    listeners.add(listen);
    return () => listeners.delete(listen);
  };
}

function supervise(
  chromium: Chromium,
  { reaper, end }: { readonly reaper: Cleanup; readonly end: () => void },
): Pick<OpenBrowser, 'lost' | 'close'> {
  let closing = false;
  const lost = new Promise<never>((_, reject) => {
    chromium.once('disconnected', () => {
      if (!closing) reject(new BrowserLost(BROWSER_ENDED));
    });
  });
  // whoever waits for the browser hears of it; without a listener it must not end the process
  lost.catch(() => undefined);
  const close = async (): Promise<void> => {
    closing = true;
    const ended = new Promise<void>((resolve) => {
      chromium.once('disconnected', () => {
        resolve();
      });
    });
    end(); // it has nothing to save: asking it takes up to a second on a busy machine
    if (chromium.connected) await Promise.race([ended, patience(FAREWELL_MS)]);
    reaper.reap();
  };
  return { lost, close };
}

function withoutSandbox(why: string): Finding {
  return finding('PRESS-001', {
    message: `The browser runs without its sandbox: ${why}.`,
    hint:
      'Pages carry no scripts and reach no network; to have the sandbox as well, build as a user other ' +
      'than root, with --sandbox=require.',
  });
}

function doesNotStart({ executable }: FoundBrowser, cause: unknown): MissingTool {
  return new MissingTool([`${executable}: does not start: ${firstLines(cause)}`], { cause });
}

function patience(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function firstLines(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 3)
    .join(' ');
}
