// Where a theme is: a folder of the book's styles/, else of Foldmark's own.
import { finding, outcome, type Outcome } from '../model/finding.js';
import type { Span } from '../model/source-span.js';
import type { Files, World } from '../model/world.js';
import { closest } from './decode-text.js';
import { didYouMean } from './values/parsed-value.js';

/** What a book is set in that asks for nothing. */
export const USUAL_THEME = 'novel';

/**
 * The theme that book.yml asks for, or the usual one; CONF-018, and the usual one, when there is none of that
 * name.
 */
export function findTheme(
  world: World,
  { name, at }: { name: string | undefined; at: Span },
): Outcome<string> {
  if (name === undefined) return outcome(USUAL_THEME);
  const known = [...themesIn(world.book), ...themesIn(world.home)];
  if (known.includes(name)) return outcome(name);
  const inBook = world.book.list('styles').some((file) => file.startsWith(`styles/${name}/`));
  const otherwise = inBook
    ? `Write styles/${name}/theme.yml, which makes the folder a theme.`
    : `Use one of ${[...new Set(known)].sort().join(', ')}.`;
  return outcome(USUAL_THEME, [
    finding('CONF-018', {
      message: `There is no theme called "${name}".`,
      at,
      hint: didYouMean(inBook ? undefined : closest(name, known), otherwise),
    }),
  ]);
}

/** The folder of a theme and whose it is: the book's comes first. */
export function themePlace(
  world: World,
  name: string,
): { readonly from: 'book' | 'home'; readonly folder: string } {
  return { from: themesIn(world.book).includes(name) ? 'book' : 'home', folder: `styles/${name}` };
}

function themesIn(files: Files): readonly string[] {
  return files.list('styles').flatMap((file) => /^styles\/([^/]+)\/theme\.yml$/.exec(file)?.[1] ?? []);
}
