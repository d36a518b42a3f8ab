// One browser, supervised: a private profile, a pipe instead of a port, and nothing left behind whatever happens.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser as Chromium } from 'puppeteer-core';
import { finding, type Diagnostic } from '../../model/diagnostic.js';
import type { FoundBrowser } from './find.js';
import { launchEnvironment, launchFlags } from './launch.js';
import { MissingTool } from './missing-tool.js';

export interface OpenBrowser {
  readonly chromium: Chromium;
  /** What there is to say about it, once: PRESS-001 when it runs without its sandbox. */
  readonly diagnostics: readonly Diagnostic[];
  /** Never resolves; rejects when the browser goes away before it is closed. */
  readonly lost: Promise<never>;
  /** Ends the browser and removes its profile. Safe to call twice and after a crash. */
  close(): Promise<void>;
}

/**
 * Starts a browser. Where the system offers no sandbox (as root, in most containers) it is started without, and says so.
 *
 * @throws MissingTool when it does not start at all.
 */
export async function openBrowser(found: FoundBrowser): Promise<OpenBrowser> {
  const asRoot = process.getuid?.() === 0;
  const attempts = asRoot ? (['off'] as const) : (['on', 'off'] as const);
  const reasons: unknown[] = [];
  for (const sandbox of attempts) {
    try {
      return await start(found, sandbox);
    } catch (reason) {
      reasons.push(reason);
      if (!/sandbox|namespace/i.test(String(reason))) break;
    }
  }
  const cause = reasons.at(-1);
  throw new MissingTool([`${found.executable}: does not start: ${firstLines(cause)}`], { cause });
}

async function start(found: FoundBrowser, sandbox: 'on' | 'off'): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'foldmark-'));
  const clean = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  process.once('exit', clean);
  try {
    const chromium = await puppeteer.launch({
      executablePath: found.executable,
      headless: found.from === 'bundled' ? 'shell' : true,
      userDataDir: profile,
      args: [...launchFlags(sandbox)],
      env: launchEnvironment(found, profile, process.env['PATH']),
      pipe: true,
      handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
      protocolTimeout: 0, // the watchdog of a tab decides, by progress and not by the clock
    });
    return supervise({ chromium, sandbox, clean });
  } catch (cause) {
    clean();
    process.removeListener('exit', clean);
    throw cause;
  }
}

function supervise({ chromium, sandbox, clean }: { chromium: Chromium; sandbox: 'on' | 'off'; clean: () => void }): OpenBrowser {
  let closing = false;
  const lost = new Promise<never>((_, reject) => {
    chromium.once('disconnected', () => {
      if (!closing) reject(new Error('The browser ended before the book was printed.'));
    });
  });
  lost.catch(() => undefined); // whoever waits for the browser hears of it; without a listener it must not end the process
  const close = async (): Promise<void> => {
    closing = true;
    await Promise.race([chromium.close().catch(() => undefined), patience(3000)]);
    kill(chromium);
    clean();
    process.removeListener('exit', clean);
  };
  return { chromium, diagnostics: sandbox === 'on' ? [] : [NO_SANDBOX], lost, close };
}

const NO_SANDBOX = finding('PRESS-001', {
  message: 'The browser runs without its sandbox, because this system offers none.',
  hint: 'Pages carry no scripts and reach no network; to have the sandbox as well, build as a user other than root.',
});

function kill(chromium: Chromium): void {
  const child = chromium.process();
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
}

function patience(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms).unref(); });
}

function firstLines(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split('\n').filter((line) => line.trim() !== '').slice(0, 3).join(' ');
}
