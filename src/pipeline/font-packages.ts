// Font packages: an npm package is looked for from the book's folder first, then from Foldmark's own.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Files, World } from '../model/world.js';
import { filesOf } from './folder-files.js';
import { HOME } from '../shared/foldmark-folder.js';

/** The fonts of a world whose book is in a folder. A package that the book does not have is Foldmark's. */
export function openFontPackages(folder: string): Pick<World, 'font' | 'fontFiles'> {
  const known = new Map<string, readonly Files[]>();
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
  };
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
