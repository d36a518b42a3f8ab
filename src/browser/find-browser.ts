// Chooses the browser that prints: the one asked for, else an installed one, else the one inside
// @sparticuz/chromium.
import { existsSync } from 'node:fs';
import { unpackBundled, type Bundled } from './bundled-browser.js';
import { MissingTool } from './missing-tool.js';
import { browserPlaces } from './install-locations.js';

export interface FoundBrowser {
  readonly executable: string;
  readonly from: 'flag' | 'environment' | 'installed' | 'bundled';
  /** A folder of shared libraries that the bundled browser brings along. */
  readonly libraries?: string;
  /** Its fontconfig folder, for systems that have none. */
  readonly fontSettings?: string;
}

export interface BrowserSearch {
  /** `--browser`: a path, or `bundled`. */
  readonly flag?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly exists?: (path: string) => boolean;
  readonly unpack?: () => Promise<Bundled | undefined>;
}

/**
 * Finds a browser. One that was named and is not there is an error: the author asked for it. The name
 * `bundled` is the one that npm brought along.
 *
 * @throws MissingTool listing every place looked at.
 * @example await findBrowser({ env: process.env, platform: process.platform })
 */
export async function findBrowser(search: BrowserSearch): Promise<FoundBrowser> {
  const exists = search.exists ?? existsSync;
  const named = namedBrowser(search);
  if (named?.executable === BUNDLED) return bundledBrowser(search, { places: [], advice: WITHOUT_BUNDLED });
  if (named !== undefined) {
    if (exists(named.executable)) return named;
    throw new MissingTool([
      `${named.executable} (${named.from === 'flag' ? '--browser' : 'FOLDMARK_BROWSER'}): no such file`,
    ]);
  }
  const places = browserPlaces(search.platform, search.env);
  const installed = places.find(exists);
  if (installed !== undefined) return { executable: installed, from: 'installed' };
  return bundledBrowser(search, { places });
}

/** In place of a path: the browser that npm brought along, whatever is installed. */
const BUNDLED = 'bundled';
const WITHOUT_BUNDLED = 'Without --browser and FOLDMARK_BROWSER an installed one is used.';

function namedBrowser({ flag, env }: BrowserSearch): FoundBrowser | undefined {
  if (flag !== undefined) return { executable: flag, from: 'flag' };
  const named = env['FOLDMARK_BROWSER'];
  return named === undefined || named === '' ? undefined : { executable: named, from: 'environment' };
}

/** @param where what was looked at before, and what to do without it */
async function bundledBrowser(
  search: BrowserSearch,
  { places, ...advice }: { readonly places: readonly string[]; readonly advice?: string },
): Promise<FoundBrowser> {
  try {
    const bundled = await (search.unpack ?? unpackBundled)();
    if (bundled !== undefined) return { ...bundled, from: 'bundled' };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new MissingTool([...places, `@sparticuz/chromium: ${why}`], { cause, ...advice });
  }
  throw new MissingTool(
    [...places, '@sparticuz/chromium: not installed, or not made for this platform (Linux x64)'],
    advice,
  );
}
