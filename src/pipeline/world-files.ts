// A World: the book's folder, Foldmark's own folder and the font packages.
import { plainFont } from '../fonts/plain-font.js';
import { readPhotograph } from '../images/jpeg/validate-jpeg.js';
import type { World, Files, FileRead } from '../model/world.js';
import { HOME } from '../shared/foldmark-folder.js';
import { realpathSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep, relative, resolve } from 'node:path';

/** Opens a World on a book's folder. The folder must exist. */
export function openWorld({ folder, epoch }: { folder: string; epoch?: number | undefined }): World {
  return {
    book: filesOf(folder),
    home: filesOf(HOME),
    ...openFontPackages(folder),
    plainFont,
    photograph: readPhotograph,
    ...(epoch === undefined ? {} : { epoch }),
  };
}

// Font packages: an npm package is looked for from the book's folder first, then from Foldmark's own.

/** The fonts of a world whose book is in a folder. A package that the book does not have is Foldmark's. */
function openFontPackages(folder: string): Pick<World, 'font' | 'fontFiles' | 'fontPackages'> {
  const known = new Map<string, readonly Files[]>();
  let all: readonly string[] | undefined;
  const find = (name: string): readonly Files[] => {
    const found = known.get(name) ?? foldersOf(folder, name).map((one) => filesOf(one, EVERYWHERE));
    known.set(name, found);
    return found;
  };
  return {
    font: (name, file) => {
      const reads = find(name).map((files) => files.read(file));
      return reads.find((read) => 'bytes' in read || read.problem !== 'missing') ?? { problem: 'missing' };
    },
    fontFiles: (name) => {
      const found = find(name);
      return found.length === 0 ? undefined : [...new Set(found.flatMap((files) => files.list('')))].sort();
    },
    fontPackages: () => (all ??= collectionPackages(folder)),
  };
}

/** Whose packages are fonts and nothing else. */
const COLLECTIONS = ['@expo-google-fonts', '@fontsource', '@fontsource-variable'];

/** The font packages in the `node_modules` of the book's folder, of those above it, and of Foldmark. */
function collectionPackages(folder: string): readonly string[] {
  const places = [realpathSync(folder), realpathSync(HOME)].flatMap((start) => foldersAbove(start));
  const found = places.flatMap((place) =>
    COLLECTIONS.flatMap((scope) =>
      namesIn(join(place, 'node_modules', scope)).map((name) => `${scope}/${name}`),
    ),
  );
  return [...new Set(found)].sort();
}

function foldersAbove(start: string): readonly string[] {
  const folders = [start];
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder))
    folders.push(dirname(folder));
  return folders;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return []; // none, or not ours to read
  }
}

/** Of its own packages Foldmark ships the faces of its themes in lib/, and a clone has the rest beside it. */
function foldersOf(book: string, name: string): readonly string[] {
  const own = packageAbove(realpathSync(book), name);
  if (own !== undefined) return [own];
  const home = realpathSync(HOME);
  return [packageIn(join(home, 'lib'), name), packageAbove(home, name)].filter(
    (folder) => folder !== undefined,
  );
}

/** Packages keep their files where they like. */
const EVERYWHERE: ReadonlySet<string> = new Set();

/** As Node looks for it: in the `node_modules` of a folder, then of each folder above. */
function packageAbove(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = basename(folder) === 'node_modules' ? undefined : packageIn(folder, name);
    if (found !== undefined || folder === dirname(folder)) return found;
  }
}

/**
 * The package's own folder. Package managers link packages to where they keep them; a link that leads neither
 * below the folder nor into another `node_modules` is nobody's package, and is not followed.
 */
function packageIn(folder: string, name: string): string | undefined {
  if (name.split('/').some((step) => step === '' || step === '.' || step === '..') || name.includes('\\'))
    return undefined;
  const real = realFolder(join(folder, 'node_modules', name, 'package.json'));
  if (real === undefined) return undefined;
  const inside = real.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return inside || real.endsWith(join(sep, 'node_modules', name)) ? real : undefined;
}

function realFolder(manifest: string): string | undefined {
  try {
    return realpathSync(dirname(realpathSync(manifest)));
  } catch (cause) {
    if (
      cause instanceof Error &&
      'code' in cause &&
      ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'ENAMETOOLONG'].includes(String(cause.code))
    )
      return undefined;
    throw cause;
  }
}

// A folder as read-only Files: nothing outside of it can be read.

/** The largest file that is read whole: images of print quality are below this, mistakes are above. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Folders of a book that never hold manuscript. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist']);

/**
 * A folder as Files: nothing outside of its real path can be read, by `..`, an absolute path or a link.
 * `skipped`: folders not listed.
 */
function filesOf(folder: string, skipped: ReadonlySet<string> = SKIPPED_FOLDERS): Files {
  const root = realpathSync(folder);
  return {
    read: (path) => readInside(root, path),
    list: (below) => listBelow(root, below, skipped),
  };
}

function readInside(root: string, path: string): FileRead {
  const wanted = resolve(root, path);
  if (path.includes('\0') || !isInside(root, wanted)) return { problem: 'outside' };
  const real = realPath(wanted);
  if (real === undefined) return { problem: 'missing' };
  if (!isInside(root, real)) return { problem: 'outside' };
  return readWhole(real);
}

function readWhole(real: string): FileRead {
  const stat = lstatSync(real);
  if (!stat.isFile()) return { problem: 'not-a-file' };
  if (stat.size > MOST_BYTES) return { problem: 'too-large' };
  return { bytes: readFileSync(real) };
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

/** ENOTDIR: a file stands where a folder was named. ELOOP: links that lead to each other lead nowhere. */
function isMissing(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG';
}

function listBelow(root: string, below: string, skipped: ReadonlySet<string>): readonly string[] {
  const start = resolve(root, below);
  if (!isInside(root, start) || realPath(start) === undefined) return [];
  return walk(start, skipped)
    .map((file) => relative(root, file).split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function walk(folder: string, skipped: ReadonlySet<string>): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path, skipped) : [path];
  });
}
