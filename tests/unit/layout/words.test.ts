import { describe, expect, it } from 'vitest';
import type { TextFace, Inline } from '../../../src/layout/lines/inline-items.js';
import { keepsNext } from '../../../src/layout/lines/keep-lines.js';
import { piecesOf } from '../../../src/layout/lines/build-pieces.js';
import { readWords } from '../../../src/layout/lines/break-opportunities.js';

const roman: TextFace = { tracked: 'yes', wraps: 'yes' };
const italic: TextFace = { tracked: 'yes', wraps: 'yes' };
const capitals: TextFace = { tracked: 'no', wraps: 'yes' };
const code: TextFace = { tracked: 'yes', wraps: 'no' };

function text(words: string, face = roman): Inline {
  return { kind: 'text', text: words, face };
}

/**
 * Fragments as they would be read, with `·` for a break that adds a hyphen, `|` for one that does not, `⏎`
 * for the author's.
 */
function marked(...items: readonly Inline[]): string {
  const { flat, words } = readWords(items);
  const marks = { space: ' ', hyphen: '·', 'hard-hyphen': '|', joint: '|', forced: '⏎', end: '' };
  return words
    .flat()
    .map((one) => flat.text.slice(one.from, one.to).replaceAll('\u00AD', '') + marks[one.after])
    .join('');
}

describe('where a line may end', () => {
  it.each([
    ['the cat  sat\n on', 'the cat sat on'],
    [' at both ends ', 'at both ends'],
    ['re\u00ADmain\u00ADder', 'remain·der'],
    ['of\u00ADficer con\u00ADver\u00ADsa\u00ADtion', 'officer con·ver·sa·tion'],
    ['soft at the end\u00AD stays', 'soft at the end stays'],
    ['a well-known e-mail', 'a well-|known e-mail'],
    ['the air—what of it', 'the air—|what of it'],
    ['“the air—” and —so it', '“the air—” and —so it'],
    ['1610–1642 and/or -5', '1610–|1642 and/|or -5'],
    ['18\u00A0January', '18\u00A0January'],
    ['', ''],
  ])('%j', (source, breaks) => {
    expect(marked(text(source))).toBe(breaks);
  });

  it('does not part a word where the face changes, nor text that does not wrap', () => {
    expect(marked(text('Io', italic), text('’s air, '), text('ls -la | wc', code), text(' there'))).toBe(
      'Io’s air, ls -la | wc there',
    );
  });

  it('ends a line where the author did', () => {
    expect(marked(text('one '), { kind: 'break' }, text('two'))).toBe('one⏎two');
  });

  it('keeps a note with the word before it, and an anchor with the word after it', () => {
    const { words } = readWords([
      text('water,'),
      { kind: 'silent' },
      text(' '),
      { kind: 'silent' },
      text('reads'),
    ]);
    const [water, reads] = words.flat();
    expect(water?.end).toEqual({ item: 2, offset: 1 });
    expect(reads?.start).toEqual({ item: 2, offset: 1 });
    expect(reads?.end).toEqual({ item: 5, offset: 0 });
  });
});

describe('pieces', () => {
  /** Ten units a letter; the pair `AV` is kerned by two. */
  const width = (_face: TextFace, of: string): number => of.length * 10 - (of.includes('AV') ? 2 : 0);
  const scale = () => ({ face: roman, width, memory: new Map() });

  it('add up to their word, and take the kerning off where the word is broken', () => {
    const pieces = piecesOf(readWords([text('xxA\u00ADVxx yes')]), scale());
    expect(pieces.map((one) => one.width)).toEqual([28, 30, 30]);
    expect(pieces[0]?.trail).toBe(12);
  });

  it('count only the letters that tracking reaches', () => {
    expect(
      piecesOf(readWords([text('ab'), text('CD', capitals), text(' e\u0301f')]), scale()).map(
        (one) => one.letters,
      ),
    ).toEqual([2, 2]);
  });

  it('stretch at no-break spaces and never end a line there', () => {
    expect(piecesOf(readWords([text('18\u00A0May')]), scale())).toMatchObject([
      { innerSpaces: 1, innerSpaceWidth: 10, after: 'end' },
    ]);
  });

  it('hang their marks by a share of the width', () => {
    expect(piecesOf(readWords([text('“yes.')]), scale())).toMatchObject([{ hangStart: 5, hangEnd: 6 }]);
  });

  it('names the word that a line would begin or end with', () => {
    const named = piecesOf(readWords([text('“The sea\u00ADside, 18\u00A0May')]), scale()).map(
      ({ begins, ends }) => [begins, ends],
    );
    expect(named).toEqual([
      ['the', 'the'],
      ['seaside', ''],
      ['', 'seaside'],
      ['18', 'may'],
    ]);
  });

  it('include boxes', () => {
    expect(piecesOf(readWords([text('a'), { kind: 'box', width: 7 }, text('b')]), scale())).toMatchObject([
      { width: 27 },
    ]);
  });
});

it('the first two and the last two lines of a paragraph stay together', () => {
  const kept = (lines: number): string =>
    Array.from({ length: lines }, (_, index) => (keepsNext(index + 1, lines) ? '+' : '.')).join('');
  expect([1, 2, 3, 4, 5, 6].map(kept)).toEqual(['.', '+.', '++.', '+.+.', '+..+.', '+...+.']);
});
