// The Chromium inside npm's @sparticuz/chromium, unpacked once into a private folder that carries its
// version.
import { createRequire } from 'node:module';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Bundled {
  readonly executable: string;
  readonly libraries: string;
  readonly fontSettings: string;
}

/**
 * Undefined where the package is not installed or does not serve this platform. Effects: unpacks about 200 MB
 * into the cache once.
 */
export async function unpackBundled(): Promise<Bundled | undefined> {
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
