// Words of a finished PDF that fell apart or ran together: what its letters' places say, held against the
// book.
import { finding, type Finding } from '../../model/finding.js';
import type { BlockId } from '../../model/flow.js';
import type { Span } from '../../model/source-span.js';
import type { ExpectedBlock, ExpectedWords } from '../../model/expected-words.js';
import type { LetterGap } from '../../pdf/read/letter-gaps.js';
import type { PaintedPage } from '../../pdf/read/pdf-text.js';
import { letters } from './letters.js';

export interface Spacing {
  /** The finished file's name. */
  readonly file: string;
  /** Its text, and the places that its letters' positions make suspicious; by page. */
  readonly pages: readonly PaintedPage[];
  readonly gaps: readonly (readonly LetterGap[])[];
  readonly folios: readonly (string | undefined)[];
  readonly expected: ExpectedWords;
  /** Where each block of the manuscript begins. */
  readonly places: ReadonlyMap<BlockId, Span>;
}

/** Findings: LOSS-004, LOSS-005. */
export function checkWordSpaces({
  file,
  pages,
  gaps,
  folios,
  expected,
  places,
}: Spacing): readonly Finding[] {
  const said = readSaid(expected);
  return pages.flatMap(({ texts }, index) => {
    const label = folios[index] ?? String(index + 1);
    const told = (code: 'LOSS-004' | 'LOSS-005', words: string, { block }: ExpectedBlock): Finding => {
      const at = places.get(block ?? '');
      return finding(code, {
        message: `${MESSAGES[code]} on page ${label} of ${file}: “${words}”`,
        ...(at ? { at } : {}),
        hint: HINTS[code],
        seen: { artifact: file, page: label },
      });
    };
    const byPlace = (gaps[index] ?? []).flatMap((gap) => {
      const found = standsIn(said, gap);
      return found
        ? [{ code: gap[0] === 'apart' ? 'LOSS-004' : 'LOSS-005', words: shown(gap), found } as const]
        : [];
    });
    const bySpelling = texts
      .filter(({ inside, hiding }) => inside && !hiding)
      .flatMap(({ text }) => text.split(/\s+/))
      .flatMap((words) => {
        const found = byPlace.some((one) => words.includes(one.words)) ? undefined : runTogether(said, words);
        return found ? [{ code: 'LOSS-005', words, found } as const] : [];
      });
    return [...byPlace, ...bySpelling].map(({ code, words, found }) => told(code, words, found));
  });
}

const MESSAGES = { 'LOSS-004': 'Gap in a word', 'LOSS-005': 'No space between words' } as const;
const HINTS = {
  'LOSS-004': 'Look at the font and the letter-spacing of these words.',
  'LOSS-005': 'Look at the word-spacing, margins and display of these words.',
} as const;

/** The two words, or parts of a word, as they look. */
function shown([kind, before, after]: LetterGap): string {
  return `${before.split(' ').at(-1) ?? ''}${kind === 'apart' ? ' ' : ''}${after.split(' ')[0] ?? ''}`;
}

/** All letters of the book, and what stands before each: nothing, a mark, a space, or the end of a block. */
interface Said {
  readonly letters: string;
  readonly before: Uint8Array;
  /** What stands between two spaces, by its letters. */
  readonly words: ReadonlySet<string>;
  blockAt(index: number): ExpectedBlock | undefined;
}

const [NOTHING, MARK, SPACE, EDGE] = [0, 1, 2, 3];

function readSaid({ blocks }: ExpectedWords): Said {
  const words = new Set<string>();
  const parts: string[] = [];
  const breaks: (readonly [index: number, kind: number])[] = [];
  const begins: number[] = [];
  const written = blocks.filter(({ place }) => place !== 'list-number');
  let length = 0;
  for (const { pieces } of written) {
    begins.push(length);
    breaks.push([length, EDGE]);
    let word = '';
    for (const part of pieces.join('').normalize('NFKC').split(BETWEEN)) {
      const own = letters(part);
      const kind = own !== '' ? NOTHING : /\s/.test(part) ? SPACE : UNSEEN.test(part) ? NOTHING : MARK;
      if (kind !== NOTHING) breaks.push([length, kind]);
      if (kind === SPACE) words.add(word);
      word = kind === SPACE ? '' : word + own;
      parts.push(own);
      length += own.length;
    }
    words.add(word);
  }
  const before = new Uint8Array(length + 1);
  for (const [index, kind] of breaks) before[index] = Math.max(before[index] ?? NOTHING, kind);
  return {
    letters: parts.join(''),
    before,
    words,
    blockAt: (index) => written[begins.findLastIndex((begin) => begin <= index)],
  };
}

const BETWEEN = /([^\p{L}\p{N}]+)/u;
const UNSEEN = /^[\u00ad\u200b-\u200f\u2060\ufeff\p{M}]*$/u;

/** A word of the file that is two in the book, wherever it stands there; parts of divided words are none. */
function runTogether(said: Said, word: string): ExpectedBlock | undefined {
  const own = letters(word);
  if (own.length < SURE || said.words.has(own) || !PARTED.test(own)) return undefined;
  const places = placesOf(said.letters, own);
  const [first] = places;
  return first !== undefined &&
    places.every((index) => said.before.subarray(index + 1, index + own.length).includes(SPACE))
    ? said.blockAt(first)
    : undefined;
}

/** Of scripts that part words by spaces. */
const PARTED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}0-9]+$/u;

/**
 * Letters on each side by which a place is looked for: as many as there are, then fewer, where a note's call
 * or another line stands between.
 */
const REACHES = [24, 12, 6];
/** Fewer letters stand in too many places. */
const SURE = 4;

/**
 * The block in which the book has it otherwise, in each place that it can be; undefined where the file is
 * right, or nobody knows.
 */
function standsIn(said: Said, [kind, before, after]: LetterGap): ExpectedBlock | undefined {
  const [left, right] = [letters(before), letters(after)];
  const isWrong = (before = MARK): boolean => (kind === 'apart' ? before === NOTHING : before >= SPACE);
  for (const reach of REACHES) {
    const [begins, ends] = [left.slice(-reach), right.slice(0, reach)];
    if (begins.length + ends.length < SURE) continue;
    const places = placesOf(said.letters, begins + ends).map((index) => index + begins.length);
    const [first] = places;
    if (first !== undefined)
      return places.every((index) => isWrong(said.before[index])) ? said.blockAt(first) : undefined;
  }
  return undefined;
}

function placesOf(text: string, sought: string): readonly number[] {
  const places: number[] = [];
  for (let index = text.indexOf(sought); index !== -1; index = text.indexOf(sought, index + 1))
    places.push(index);
  return places;
}
