// What things are called inside the package: names that every reading system, store and file system takes.
import type { SourcePath } from '../model/source-span.js';

/** The folder of the package, and the files whose names epub-gen-memory fixes. */
export const PACKAGE = {
  root: 'OEBPS',
  opf: 'content.opf',
  ncx: 'toc.ncx',
  nav: 'toc.xhtml',
  style: 'style.css',
} as const;

/**
 * Gives each path a name of `[A-Za-z0-9._/-]`, no two of which differ by case alone.
 * The first taker keeps the plain name; later ones get `-2`, `-3` … before the ending.
 */
export function safeNames(paths: readonly SourcePath[]): ReadonlyMap<SourcePath, string> {
  const taken = new Set<string>(Object.values(PACKAGE));
  const names = new Map<SourcePath, string>();
  for (const path of paths) {
    if (names.has(path)) continue;
    const name = free(plain(path), taken);
    taken.add(name.toLowerCase());
    names.set(path, name);
  }
  return names;
}

/** An address as flows write it and the path it means: `a%20b.png` and `./a b.png` are one file. */
export function pathOf(address: string): string {
  const bare = address.replace(/^(\.\/)+/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function plain(path: SourcePath): string {
  return path
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .map(plainStep)
    .join('/');
}

/** A name that is all of another script leaves only its ending. */
function plainStep(step: string): string {
  const ending = /\.[A-Za-z0-9]+$/.exec(step)?.[0] ?? '';
  const stem = step
    .slice(0, step.length - ending.length)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '');
  return `${stem || 'file'}${ending}`;
}

function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const ending = /\.[^./]*$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  for (let n = 2; ; n += 1) {
    const next = `${stem}-${n}${ending}`;
    if (!taken.has(next.toLowerCase())) return next;
  }
}
