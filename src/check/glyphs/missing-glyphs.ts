// Characters that none of the book's fonts can draw: found in the text before it is pressed, with their
// lines.
import { finding, type Finding } from '../../model/finding.js';
import type { Composition } from '../../model/edition.js';
import type { BlockId } from '../../model/flow.js';
import { memoize } from '../../shared/memoize.js';
import type { Span } from '../../model/source-span.js';
import type { ExpectedBlock } from '../../model/expected-words.js';
import { readFontTables } from '../epub/font-tables.js';

export interface Glyphs {
  readonly composition: Composition;
  readonly blocks: readonly ExpectedBlock[];
  readonly places: ReadonlyMap<BlockId, Span>;
}

/**
 * Findings: GLYPH-001, one for each block. A composition without fonts leaves them to the reading system and
 * is not checked.
 */
export function checkGlyphs({ composition, blocks, places }: Glyphs): readonly Finding[] {
  const drawable = charactersOf(composition);
  if (drawable.size === 0) return [];
  const isMissing = memoize<string, boolean>(
    (character) => !isInvisible(character) && !canDraw(character, drawable),
  ); // a book has some hundred characters, and each a hundred times
  return blocks.flatMap(({ pieces, block, part }) => {
    const missing = [...new Set(pieces.join(''))].filter(isMissing);
    if (missing.length === 0) return [];
    const place = places.get(block ?? '');
    const where = place ? '' : ` in "${composition.parts.find(({ id }) => id === part)?.title ?? part}"`;
    return [
      finding('GLYPH-001', {
        message: `No font of this book has ${named(missing)}${where}.`,
        ...(place ? { at: place } : {}),
        hint:
          composition.edition.medium === 'ebook'
            ? FOR_READERS
            : 'Write it otherwise, or name a font that has it: "fonts: { text: fonts/Name-Regular.ttf ' +
              '}" in book.yml.',
      }),
    ];
  });
}

const FOR_READERS =
  'Write it otherwise, name a font that has it under "fonts:" in book.yml, or write "epub: { fonts: ' +
  'none }": then reading systems use fonts of their own.';

function charactersOf({ fonts, resources }: Composition): ReadonlySet<number> {
  const faces = new Set(fonts.map(({ href }) => href));
  const facts = resources.filter(({ href }) => faces.has(href)).map(({ bytes }) => readFontTables(bytes));
  return new Set(facts.flatMap((one) => [...(one?.characters ?? [])]));
}

/** Spaces are made from the space, format characters show nothing, line ends are no characters of a font. */
function isInvisible(character: string): boolean {
  return /[\p{Z}\p{C}\u{FE00}-\u{FE0F}]/u.test(character) && !/\p{Co}/u.test(character);
}

/**
 * The shaper puts an accented letter together from its parts, and takes a hyphen for one that does not break.
 */
function canDraw(character: string, drawable: ReadonlySet<number>): boolean {
  const ways = [character, character.normalize('NFD'), ...(character === '\u2011' ? ['\u2010', '-'] : [])];
  return ways.some((way) => [...way].every((one) => drawable.has(one.codePointAt(0) ?? 0)));
}

const NAMED = 8;

function named(missing: readonly string[]): string {
  const shown = missing
    .slice(0, NAMED)
    .map(
      (character) =>
        `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
    );
  return `${shown.join(', ')}${missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''}`;
}
