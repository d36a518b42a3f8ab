// Chooses the browser that prints: the one asked for, else an installed one, else the one inside
// @sparticuz/chromium.
import {
  existsSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { MissingTool } from './missing-tool.js';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

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

// Where Chrome, Chromium and Edge put themselves, by platform. A table without effects.

/** Absolute paths in order of preference; `env` only for the folders that Windows lets a user move. */
export function browserPlaces(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'darwin') return macPlaces(env['HOME']);
  if (platform === 'win32') return windowsPlaces(env);
  return LINUX;
}

const LINUX = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function macPlaces(home: string | undefined): readonly string[] {
  return home === undefined ? MAC : [...MAC, ...MAC.map((path) => `${home}${path}`)];
}

function windowsPlaces(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return folders.flatMap((folder) =>
    folder === undefined ? [] : WINDOWS.map((path) => `${folder}\\${path}`),
  );
}

// The Chromium inside npm's @sparticuz/chromium, unpacked once into a private folder that carries its
// version.

interface Bundled {
  readonly executable: string;
  readonly libraries: string;
  readonly fontSettings: string;
}

/**
 * Undefined where the package is not installed or does not serve this platform. Effects: unpacks about 200 MB
 * into the cache once.
 */
async function unpackBundled(): Promise<Bundled | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const version = installedVersion();
  if (version === undefined) return undefined;
  const home = join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(join(home, 'chromium'))) await unpackInto(home);
  return {
    executable: join(home, 'chromium'),
    libraries: join(home, 'al2023', 'lib'),
    fontSettings: join(home, 'fonts'),
  };
}

function installedVersion(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const root = entry.slice(
      0,
      entry.lastIndexOf(join('@sparticuz', 'chromium')) + join('@sparticuz', 'chromium').length,
    );
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return version;
  } catch {
    return undefined; // an optional dependency that was left out: the caller lists it among the places
  }
}

function cacheFolder(): string {
  const user = process.env['XDG_CACHE_HOME'];
  return join(user !== undefined && user !== '' ? user : join(homedir() || tmpdir(), '.cache'), 'foldmark');
}

/**
 * Unpacks beside the cache and renames, so that a half-unpacked browser is never found and two builds do not
 * meet.
 */
async function unpackInto(home: string): Promise<void> {
  mkdirSync(dirname(home), { recursive: true, mode: 0o700 });
  const draft = mkdtempSync(`${home}-`);
  try {
    await inflateInto(draft);
    chmodSync(join(draft, 'chromium'), 0o700);
    renameSync(draft, home);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium')))
      throw new Error(`unpacking failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
  }
}

/**
 * The package unpacks into os.tmpdir() and reads its environment while it is imported: both are set for that
 * moment only.
 */
async function inflateInto(folder: string): Promise<void> {
  const before = { ...process.env };
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executable = await chromium.executablePath();
    if (statSync(executable).size === 0) throw new Error('the browser inside the package is empty');
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      const old = before[name];
      if (old === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = old;
    }
  }
}
