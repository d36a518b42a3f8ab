// Pages as a reader of the finished file sees them, and what belongs together across pages.
import { describe, expect, it } from 'vitest';
import { checkFinished, type FinishedPages } from '../../../src/check/page/finished-pages.js';
import { checkPages } from '../../../src/check/page/check-pages.js';
import { checkLinks, type LinksOrder } from '../../../src/check/page/page-links.js';
import { checkTypeface, type TypeOrder } from '../../../src/check/type/check-type.js';
import type { PageBlock, PageColumn, TypeUse } from '../../../src/model/page-column.js';
import type { PaintedText } from '../../../src/pdf/read/pdf-text.js';

const said = (found: readonly { readonly code: string; readonly message: string }[]): readonly string[] =>
  found.map(({ code, message }) => `${code} ${message}`);
const text = (words: string, x: number, y: number): PaintedText => ({
  text: words,
  x,
  y,
  width: words.length * 5,
  size: 10,
  direction: [1, 0],
  inside: true,
});

function page(
  index: number,
  given: Partial<FinishedPages['pages'][number]> = {},
): FinishedPages['pages'][number] {
  const folio = String(index + 1);
  const left = index % 2 === 1 ? 40 : 360 - folio.length * 5; // the outer edge
  return {
    index,
    folio,
    side: index % 2 === 1 ? 'verso' : 'recto',
    part: 'air',
    kind: 'chapter',
    opening: false,
    blank: false,
    texts: [text('words', 60, 400), text(folio, left, 30)],
    furniture: folio,
    runningHead: 'The Air',
    ...given,
  };
}

const finished = (pages: readonly FinishedPages['pages'][number][]): readonly string[] =>
  said(checkFinished({ pages, artifact: 'x.pdf', chapterStart: 'recto' }));
const opening = (index: number, y: number, given: object = {}) =>
  page(index, {
    opening: true,
    texts: [text(String(index + 1), 60, y + 30), text('A title', 60, y), text(String(index + 1), 355, 30)],
    ...given,
  });

describe('finished pages', () => {
  it('say nothing when blanks are blank and numbers in their places', () => {
    expect(
      finished([
        ...Array.from({ length: 12 }, (_, index) => page(index)),
        page(12, { blank: true, folio: '', texts: [], furniture: '' }),
      ]),
    ).toEqual([]);
  });

  it('are told when a blank one is not', () => {
    expect(
      finished([page(0), page(1, { blank: true, folio: '', texts: [text('left over', 9, 9)] })]),
    ).toEqual(['PAGE-009 Page 2: it should be blank, but holds “left over”.']);
  });

  it('are told when a number stands elsewhere, or is not there', () => {
    const some = Array.from({ length: 12 }, (_, index) => page(index));
    expect(
      finished(some.with(4, page(4, { texts: [text('5', 355, 30.2)] })).with(7, page(7, { texts: [] }))),
    ).toEqual([
      'PAGE-012 Page 8: its number is in another place than on the other left-hand pages.',
      'PAGE-012 Page 5: its number is in another place than on the other right-hand pages.',
    ]);
  });

  it(
    'say nothing of chapters that begin level and print no page number, where one has the number of its ' +
      'page',
    () => {
      const bare = (index: number, number: string): FinishedPages['pages'][number] =>
        opening(index, 300, { texts: [text(number, 60, 330), text('A title', 60, 300)], furniture: '' });
      expect(finished([bare(0, '1'), bare(2, '2')])).toEqual([]);
    },
  );

  it('are told when a chapter opens on the wrong side, lower than the others, or under a head', () => {
    expect(
      finished([
        opening(0, 300),
        opening(2, 300),
        opening(4, 290, { texts: [text('5', 60, 320), text('A title', 60, 290), text('5', 355, 30)] }),
      ]),
    ).toEqual(['PAGE-010 Page 5: the chapter begins 3.5 mm lower than the others.']);
    expect(finished([opening(1, 300, { furniture: '2 THE AIR' })])).toEqual([
      'PAGE-010 Page 2: the chapter begins on a left-hand page.',
      "PAGE-010 Page 2: a running head stands above a chapter's beginning.",
    ]);
  });
});

const column = (given: Partial<PageColumn>): PageColumn => ({
  depth: 30,
  line: 5,
  notes: false,
  blocks: [],
  called: [],
  noted: [],
  targets: [],
  type: [],
  ...given,
});
const sheets = (columns: readonly Partial<PageColumn>[]): LinksOrder['sheets'] =>
  columns.map((one, index) => ({
    fact: {
      index,
      folio: String(index + 1),
      side: index % 2 ? 'verso' : 'recto',
      opening: false,
      blank: false,
    },
    column: column(one),
  }));
const linked = (columns: readonly Partial<PageColumn>[], more: Partial<LinksOrder> = {}): readonly string[] =>
  said(
    checkLinks({
      sheets: sheets(columns),
      figures: new Map(),
      said: {},
      bound: {},
      artifact: 'x.pdf',
      ...more,
    }),
  );

describe('pages', () => {
  const block = (given: Partial<PageBlock>): PageBlock => ({
    kind: 'paragraph',
    from: 1,
    to: 4,
    lines: 4,
    broken: false,
    top: 0,
    bottom: 4,
    words: 'some words',
    ...given,
  });
  const looked = (blocks: readonly PageBlock[]): readonly string[] =>
    said(checkPages({ sheets: sheets([{ blocks }]), places: new Map(), artifact: 'x.pdf' }));
  const text = block({ top: 9, bottom: 13 });

  it('say nothing of a title that has room', () => {
    expect(
      looked([block({ kind: 'heading', from: 0, to: 0, lines: 0, bottom: 9, reach: 9.1 }), text]),
    ).toEqual([]);
  });

  it('are told when a title runs into the text', () => {
    expect(
      looked([
        block({ kind: 'heading', from: 0, to: 0, lines: 0, bottom: 9, reach: 10.5, words: 'A long title' }),
        text,
      ]),
    ).toEqual(['PAGE-016 Page 1: “A long title” overlaps the text below it by 1.5 lines.']);
  });
});

describe('what belongs together', () => {
  it('is a note with its call', () => {
    expect(linked([{ called: ['n1'], noted: ['n1'] }])).toEqual([]);
    expect(linked([{ called: ['n1'] }, { noted: ['n1'] }])).toEqual([
      'PAGE-013 Page 1: its note stands on page 2.',
    ]);
  });

  it('is a figure with its mention, a spread away at most', () => {
    const figures = new Map([['fig', undefined]]);
    const pages = Array.from({ length: 8 }, () => ({}));
    expect(
      linked(pages.with(2, { targets: ['fig'] }), { figures, said: { fig: 4 }, bound: { fig: { page: 4 } } }),
    ).toEqual([]);
    expect(
      linked(pages.with(2, { targets: ['fig'] }), { figures, said: { fig: 6 }, bound: { fig: { page: 6 } } }),
    ).toEqual(['PAGE-014 The figure on page 7 is mentioned on page 3.']);
  });

  it('is a reference with the page it names', () => {
    expect(linked([{ targets: ['a'] }], { said: { a: 3 }, bound: { a: { page: 4 } } })).toEqual([
      'PAGE-015 "a" is referred to on sheet 4 and is on sheet 5.',
    ]);
  });
});

const use = (given: Partial<TypeUse>): TypeUse => ({
  family: 'Text',
  weight: 400,
  style: 'normal',
  smallCaps: false,
  imitates: false,
  words: 'some words',
  ...given,
});
const faces: TypeOrder['faces'] = [
  { family: 'Text', style: 'normal', weight: 400, features: new Set(['smcp', 'onum']) },
  { family: 'Label', style: 'normal', weight: 400, features: new Set() },
];
const typed = (uses: readonly TypeUse[], report: TypeOrder['report'] = {}): readonly string[] =>
  said(
    checkTypeface({
      pages: [{ name: '1', type: uses }],
      faces,
      places: new Map(),
      artifact: 'x.pdf',
      report,
    }),
  );

describe('type', () => {
  it('is right when faces, small capitals and figures are there', () => {
    expect(
      typed([
        use({}),
        use({ smallCaps: true }),
        use({ figures: { kind: 'old-style', within: 'text' } }),
        use({ figures: { kind: 'tabular', within: 'table' } }),
        use({ family: 'serif', style: 'italic' }),
      ]),
    ).toEqual([]);
  });

  it('is told once when a face is not there, or may be imitated', () => {
    expect(
      typed([use({ style: 'italic' }), use({ style: 'italic', words: 'others' }), use({ imitates: true })]),
    ).toEqual([
      'TYPE-001 The styles ask for Text italic, which is no face of the theme: “some words”.',
      'TYPE-001 The browser may imitate faces of Text that are not there: “some words”.',
    ]);
  });

  it('is told when small capitals are not drawn, capitals shout, or figures are of another kind', () => {
    const uses = [
      use({ family: 'Label', smallCaps: true }),
      use({ capitals: 'NASA' }),
      use({ figures: { kind: 'lining', within: 'text' } }),
      use({ figures: { kind: 'old-style', within: 'table' } }),
    ];
    expect(typed(uses).map((one) => one.slice(0, 8))).toEqual([
      'TYPE-002',
      'TYPE-003',
      'TYPE-004',
      'TYPE-004',
    ]);
    expect(typed(uses, { capitals: 4, figures: 'any' }).map((one) => one.slice(0, 8))).toEqual(['TYPE-002']);
  });
});
