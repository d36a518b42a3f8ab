// Letters of a finished PDF that stand apart without a space, or close together with one: what a style or a
// slip of the printing may have made of a word. Whether it is a fault only the book can tell.
import type { PDFPage } from '@cantoo/pdf-lib';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { openFinished } from '../objects/open-pdf.js';
import { keysIn, cachedPages } from '../objects/page-text-cache.js';
import { followGlyphs, type PaintedGlyph } from './painted-glyphs.js';

/**
 * `apart`: a gap and no space, within one piece of text. `closed`: a space and no gap. `joined`: neither,
 * where one piece of text ends and the next begins. With the letters of the line before and behind.
 */
export type LetterGap = readonly [kind: 'apart' | 'closed' | 'joined', before: string, after: string];

/**
 * The suspicious places of every page.
 *
 * @param memory what was read of pages that are equal in every byte that they are painted from. Default:
 *   nothing.
 */
export async function readLetterGaps(
  bytes: Uint8Array,
  memory: Cache = NO_CACHE,
): Promise<readonly (readonly LetterGap[])[]> {
  const doc = await openFinished(bytes);
  const pages = doc.getPages();
  return cachedPages({
    what: ['gaps', '1'],
    keys: keysIn(doc, memory),
    count: pages.length,
    memory,
    read: (wanted) => wanted.map((page) => gapsOn(pages[page])),
  });
}

/**
 * Of the size. Kerning moves letters apart by half of it at most, and spaces of a closed line are twice as
 * wide as the least.
 */
const WIDE = 0.12;
const LEAST_SPACE = 0.08;
/** Farther away, another text begins: a cell, a page number. */
const FAR = 2;
/** Letters of one line may overlap by so much. */
const BACK = 0.5;
/** No style closes letters by more; what is more was kerned. */
const CLOSEST = -0.03;

function gapsOn(page: PDFPage | undefined): readonly LetterGap[] {
  const gaps: LetterGap[] = [];
  let line: Painted[] = [];
  let isSpaced = false;
  const end = (): void => {
    gaps.push(...gapsIn(line));
    line = [];
    isSpaced = false;
  };
  if (page) {
    followGlyphs(page, (glyph) => {
      const last = line.at(-1);
      if (!glyph || (last && !follows(last.glyph, glyph))) end();
      if (!glyph) return;
      const looks = looksOf(glyph.text);
      if (looks.isSpace) isSpaced = true;
      if (looks.isSpace || looks.isUnseen) return;
      line.push({ glyph, looks, isSpaced }); // not one object of all: there are millions
      isSpaced = false;
    });
  }
  end();
  return gaps;
}

/** What a glyph's characters are. */
interface Looks {
  readonly isSpace: boolean;
  readonly isUnseen: boolean;
  readonly begins: boolean;
  readonly ends: boolean;
}

/** A glyph that is seen, and whether a space stands before it. */
interface Painted {
  readonly glyph: PaintedGlyph;
  readonly looks: Looks;
  readonly isSpaced: boolean;
}

const known = new Map<string, Looks>();

function looksOf(text: string): Looks {
  const found = known.get(text) ?? {
    isSpace: SPACE.test(text),
    isUnseen: UNSEEN.test(text),
    begins: BEGINS_WITH_LETTER.test(text),
    ends: ENDS_IN_LETTER.test(text),
  };
  known.set(text, found);
  return found;
}

const SPACE = /^[ \u00a0\t\n]+$/;
/** Soft hyphens, joiners, marks over letters, and glyphs of a letter that was read already. */
const UNSEEN = /^[\u00ad\u200b-\u200f\u2060\ufeff\p{M}]*$/u;
/** Of scripts that part words by spaces, and letters by no more than their own shapes. */
const LETTER =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}0-9]/u;
const ENDS_IN_LETTER = new RegExp(`${LETTER.source}$`, 'u');
const BEGINS_WITH_LETTER = new RegExp(`^${LETTER.source}`, 'u');

function follows(last: PaintedGlyph, { from, y, size }: PaintedGlyph): boolean {
  const gap = from - last.to;
  return Math.abs(y - last.y) < size / 10 && gap > -BACK * size && gap < FAR * size;
}

function gapsIn(line: readonly Painted[]): readonly LetterGap[] {
  const trackings = trackingsIn(line);
  const found: LetterGap[] = [];
  line.forEach(({ glyph: next, looks, isSpaced }, index) => {
    const before = line[index - 1];
    if (!before?.looks.ends || !looks.begins || Math.abs(next.size - before.glyph.size) > next.size / 50)
      return;
    const last = before.glyph;
    const gap = (next.from - last.to) / next.size - (trackings.get(last.run) ?? trackings.get(next.run) ?? 0);
    const kind = isSpaced
      ? gap < LEAST_SPACE
        ? 'closed'
        : undefined
      : last.run === next.run
        ? gap > WIDE
          ? 'apart'
          : undefined
        : gap < LEAST_SPACE
          ? 'joined'
          : undefined;
    if (kind !== undefined)
      found.push([
        kind,
        textOf(line.slice(Math.max(0, index - CONTEXT), index)),
        textOf(line.slice(index, index + CONTEXT)),
      ]);
  });
  return found;
}

/** Glyphs on each side by which a place is found in the book. */
const CONTEXT = 24;

function textOf(glyphs: readonly Painted[]): string {
  return glyphs
    .map(({ glyph: { text }, isSpaced }) => (isSpaced ? ` ${text}` : text))
    .join('')
    .trimStart();
}

/** By piece of text, the letter-spacing that most of its letters have, of the size. */
function trackingsIn(line: readonly Painted[]): ReadonlyMap<number, number> {
  const gaps = new Map<number, number[]>();
  line.forEach(({ glyph: { run, from, size }, isSpaced }, index) => {
    const last = line[index - 1]?.glyph;
    if (last?.run !== run || isSpaced) return;
    const known = gaps.get(run) ?? [];
    known.push((from - last.to) / size);
    gaps.set(run, known);
  });
  return new Map(
    [...gaps].map(([run, all]) => [
      run,
      Math.max(CLOSEST, all.sort((a, b) => a - b)[(all.length - 1) >> 1] ?? 0),
    ]),
  );
}
