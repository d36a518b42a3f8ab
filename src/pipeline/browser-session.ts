// What builds that follow one another share: one browser, which begins to open before a page is to be laid
// out, stays open until the last build is done, and is opened anew when it was lost.
import { findBrowser } from '../browser/find-browser.js';
import { loadLauncher, openBrowser, type OpenBrowser, type BrowserOptions } from '../browser/open-browser.js';
import { NO_TAB_CACHE, openTabCache, type TabCache } from '../pagination/tab-cache.js';

export interface BrowserSession {
  /**
   * Begins to open the browser beside whatever else is done; resolves as soon as it is on its way. What goes
   * wrong is told when it is asked for.
   */
  warmUp(): Promise<void>;
  /** The browser. @throws MissingTool where there is none */
  browser(): Promise<OpenBrowser>;
  /** The tabs of the browser that stands ready. */
  readonly keep: TabCache;
  /**
   * All is printed that this build wants of it. A session for one build closes the browser, since what is
   * left to do needs its memory more.
   */
  printed(): Promise<void>;
  /** Ends the browser, also one that is still starting. Another may be asked for afterwards. */
  close(): Promise<void>;
}

export interface BrowserSessionOptions extends Omit<BrowserOptions, 'signal'> {
  /** The browser that was asked for by name. */
  readonly browser?: string | undefined;
  /** `kept`: the next build finds them ready. Default `closed`. */
  readonly tabs?: 'kept' | 'closed';
  /** How many builds will want it. Default `several`. */
  readonly builds?: 'one' | 'several';
}

export function openBrowserSession({
  browser: flag,
  tabs = 'closed',
  builds = 'several',
  ...opening
}: BrowserSessionOptions = {}): BrowserSession {
  let opened: Start | undefined;
  let keep = tabs === 'kept' ? openTabCache() : NO_TAB_CACHE;
  const ready = (): Promise<OpenBrowser> => {
    if (opened === undefined) {
      const start = (opened = startBrowser(flag, opening));
      if (tabs === 'kept') keep = openTabCache();
      start.browser
        .then(({ lost }) => lost)
        .catch(() => {
          if (opened === start) opened = undefined;
          void end(start);
        });
    }
    return opened.browser;
  };
  const close = async (): Promise<void> => {
    const last = opened;
    opened = undefined;
    if (last) await end(last);
  };
  return {
    get keep() {
      return keep;
    },
    warmUp: async () => {
      ready().catch(() => undefined);
      await loadLauncher().catch(() => undefined);
    },
    browser: ready,
    printed: async () => {
      if (builds === 'one') await close();
    },
    close,
  };
}

interface Start {
  readonly browser: Promise<OpenBrowser>;
  giveUp(): void;
}

function startBrowser(flag: string | undefined, opening: BrowserOptions): Start {
  const waiting = new AbortController();
  const open = async (): Promise<OpenBrowser> => {
    const found = await findBrowser({
      env: process.env,
      platform: process.platform,
      ...(flag === undefined ? {} : { flag }),
    });
    return openBrowser(found, { ...opening, signal: waiting.signal });
  };
  return {
    browser: open(),
    giveUp: () => {
      waiting.abort(new Error('It is not needed any more.'));
    },
  };
}

/** An open browser is asked to end first; one that is still starting is not waited for. */
async function end({ browser, giveUp }: Start): Promise<void> {
  const starting = new Promise<undefined>((resolve) => {
    setImmediate(resolve, undefined);
  });
  const open = await Promise.race([browser.catch(() => undefined), starting]);
  if (open !== undefined) return open.close();
  giveUp();
  return browser.then(
    (late) => late.close(),
    () => undefined,
  );
}
