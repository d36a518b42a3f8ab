// Which chapter's file a link means: by its own name, or by the address that another tool gives the page it
// makes of the file.
import type { NumberedChapter } from '../model/book.js';
import type { SourcePath } from '../model/source-span.js';
import { bareName } from './heading-slugs.js';
import { textOf } from '../model/flow.js';

/** Finds the file of a link: `address` as `linkTarget` writes it, `from` the file that the link is in. */
export type FindFile = (address: string, from: SourcePath | undefined) => SourcePath | undefined;

/**
 * A finder for the files of these chapters. `02.html`, `02`, `../02/` and `/guide/02` mean `02.md`, as
 * mdBook, Jekyll, Hugo and Quarto write their pages. An index or a README is the page of its folder.
 */
export function fileFinder(chapters: readonly NumberedChapter[], files: readonly SourcePath[]): FindFile {
  const known = new Set(files);
  const keys = new Map<string, SourcePath>();
  for (const file of files) {
    for (const key of [keyOf(file), folderKey(file)])
      if (key !== undefined && !keys.has(key)) keys.set(key, file);
  }
  return (address, from) => {
    if (known.has(address)) return address;
    const plain = address.replace(/\?.*$/, '');
    if (!isPage(plain)) return undefined;
    return keys.get(keyOf(plain)) ?? elsewhere({ plain, from, keys }) ?? byTitle(plain, chapters);
  };
}

interface Search {
  readonly plain: string;
  readonly from: SourcePath | undefined;
  readonly keys: ReadonlyMap<string, SourcePath>;
}

function elsewhere({ plain, from, keys }: Search): SourcePath | undefined {
  if (plain.startsWith('/')) return fromRoot(keyOf(plain), keys);
  // A page that is a folder of its own (02/index.html) counts its way from there.
  const up = /^(.*?)\.[^./]*$/.exec(from ?? '')?.[1];
  if (up === undefined || /\.[a-z]+$/i.test(plain)) return undefined;
  return keys.get(keyOf(within(up, relativeTo(folderOf(up), plain))));
}

/** The site's root may be a folder of the book, or the book a folder of the site. */
function fromRoot(key: string, keys: ReadonlyMap<string, SourcePath>): SourcePath | undefined {
  const direct = keys.get(key);
  if (direct !== undefined || key === '') return direct;
  const below = [...keys].filter(([other]) => other.endsWith(`/${key}`)).map(([, file]) => file);
  if (new Set(below).size === 1) return below[0];
  const steps = key.split('/');
  return steps
    .slice(1)
    .map((_, index) => keys.get(steps.slice(index + 1).join('/')))
    .find((file) => file !== undefined);
}

/** Bookdown names a page after its chapter's title. */
function byTitle(plain: string, chapters: readonly NumberedChapter[]): SourcePath | undefined {
  const stem = /([^/]+)\.html?$/i.exec(plain)?.[1];
  if (stem === undefined) return undefined;
  const name = bareName(stem);
  const meant = chapters.filter((one) => one.id === stem || bareName(textOf(one.title)) === name);
  return name !== '' && meant.length === 1 ? meant[0]?.at?.path : undefined;
}

const ENDING = /\.(?:md|markdown|mdx|mkd|qmd|rmd|html?|xhtml)$/i;

/** Whether an address can be a chapter's page: with an ending of one, or with none. */
function isPage(address: string): boolean {
  return ENDING.test(address) || !/\.[a-z][a-z0-9]*$/i.test(address);
}

function keyOf(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '')
    .replace(ENDING, '')
    .replace(INDEX, '');
}

const INDEX = /(?:^|\/)_?(?:index|readme)$/;

/** `02/index.md` is also the file `02/index`; the key of a plain file says nothing more. */
function folderKey(file: SourcePath): string | undefined {
  const whole = file.normalize('NFC').toLowerCase().replace(ENDING, '');
  return INDEX.test(whole) ? whole : undefined;
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** What was written from a folder, when `path` is where it led. */
function relativeTo(folder: string, path: string): string {
  const [base, steps] = [folder === '' ? [] : folder.split('/'), path.split('/')];
  let same = 0;
  while (same < base.length && base[same] === steps[same]) same += 1;
  return [...base.slice(same).map(() => '..'), ...steps.slice(same)].join('/');
}

function within(folder: string, written: string): string {
  return [...folder.split('/'), ...written.split('/')]
    .reduce<string[]>((way, step) => {
      if (step === '' || step === '.') return way;
      return step === '..' && way.length > 0 && way.at(-1) !== '..' ? way.slice(0, -1) : [...way, step];
    }, [])
    .join('/');
}
