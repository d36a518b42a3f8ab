// Where font files are read from: the book's folder, the theme's in it, or a package.
import { posix } from 'node:path';
import { closest } from '../../config/decode-text.js';
import type { FileRead, World } from '../../model/world.js';
import { isPackedFont, readFont, type FontFacts, type FontProblem } from '../../fonts/read-font.js';

export interface FontFolder {
  /** The package; absent for a folder of the book or of Foldmark. */
  readonly packageName?: string;
  /** All font files; undefined where the package is not installed. */
  readonly files: readonly string[] | undefined;
  /** Reads a font, and unpacks it where it is packed for the web. */
  load(file: string): LoadedFont | FontProblem;
}

/** An unpacked font file. */
export interface LoadedFont {
  readonly bytes: Uint8Array;
  readonly facts: FontFacts;
}

/** A package's files. */
export function openFontPackage(world: World, packageName: string): FontFolder {
  return {
    packageName,
    files: world.fontFiles(packageName)?.filter(isFontFile),
    load: loading(world, (file) => world.font(packageName, file)),
  };
}

/** Files by their path in the first of some folders that has it. */
export function openFontFolder(
  world: World,
  { from, places }: { readonly from: 'book' | 'home'; readonly places: readonly string[] },
): FontFolder {
  const read = (file: string): FileRead => {
    const tried = places.map((place) => world[from].read(posix.join(place, file)));
    return (
      tried.find((one) => 'bytes' in one) ??
      tried.find((one) => 'problem' in one && one.problem !== 'missing') ?? { problem: 'missing' }
    );
  };
  return { files: world[from].list('').filter(isFontFile), load: loading(world, read) };
}

function isFontFile(file: string): boolean {
  return /\.(?:ttf|otf|woff2?)$/i.test(file);
}

/** Each file is read once. */
function loading(world: World, read: (file: string) => FileRead): FontFolder['load'] {
  const known = new Map<string, LoadedFont | FontProblem>();
  return (file) => {
    const font = known.get(file) ?? load(world, read(file));
    known.set(file, font);
    return font;
  };
}

function load(world: World, read: FileRead): LoadedFont | FontProblem {
  if ('problem' in read) return { problem: PROBLEMS[read.problem] };
  if (!isPackedFont(read.bytes)) return loaded(read.bytes);
  const plain = world.plainFont(read.bytes);
  return plain === undefined ? { problem: 'is damaged: it cannot be unpacked' } : loaded(plain);
}

function loaded(bytes: Uint8Array): LoadedFont | FontProblem {
  const facts = readFont(bytes);
  return 'problem' in facts ? facts : { bytes, facts };
}

/** What `load` says of a file that is not there. */
export const MISSING = 'is missing';

const PROBLEMS = {
  missing: MISSING,
  outside: 'is outside of its folder',
  'not-a-file': 'is no file',
  'too-large': 'is too large to read',
} as const;

/** The file that was most likely meant. */
export function nearestFont({ files = [] }: FontFolder, file: string): string | undefined {
  const name = posix.basename(file).toLowerCase();
  return files.find((one) => posix.basename(one).toLowerCase() === name) ?? closest(file, files);
}
