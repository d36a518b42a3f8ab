// Pages as a reader of the finished file sees them: blanks, openings, folios. Points 32, 33 and 35 of the
// typographic report.
import type { PageFact } from '../../model/artifact.js';
import { finding, type Finding } from '../../model/finding.js';
import type { PaintedText } from '../../pdf/read/pdf-text.js';
import { MM_PER_INCH, POINTS_PER_INCH } from '../../shared/units.js';

/** Painted text in points, from the sheet's lower left; only what lies inside the trim. */
export interface FinishedPages {
  readonly pages: readonly (PageFact & {
    readonly texts: readonly PaintedText[];
    readonly furniture: string;
    readonly runningHead: string;
  })[];
  readonly artifact: string;
  readonly chapterStart: 'recto' | 'next';
}

type Page = FinishedPages['pages'][number];

interface Remark {
  readonly page: Page;
  readonly code: 'PAGE-009' | 'PAGE-010' | 'PAGE-012';
  readonly message: string;
}

/** Findings: PAGE-009, PAGE-010, PAGE-012. */
export function checkFinished({ pages, artifact, chapterStart }: FinishedPages): readonly Finding[] {
  return [...blanks(pages), ...openings(pages, chapterStart), ...folios(pages)].map(
    ({ page, code, message }) =>
      finding(code, {
        message: `Page ${nameOf(page)}: ${message}`,
        seen: { artifact, page: nameOf(page), places: [{ index: page.index }] },
      }),
  );
}

function nameOf({ folio, index }: Page): string {
  return folio === '' ? String(index + 1) : folio;
}

function blanks(pages: readonly Page[]): readonly Remark[] {
  return pages
    .filter(({ blank, texts }) => blank && texts.length > 0)
    .map((page) => ({
      page,
      code: 'PAGE-009',
      message: `it should be blank, but holds “${wordsOf(page.texts)}”.`,
    }));
}

/** A tenth and a twentieth of a millimetre, in points. */
const SINK = (0.1 / MM_PER_INCH) * POINTS_PER_INCH;
const FOLIO = (0.05 / MM_PER_INCH) * POINTS_PER_INCH;

function openings(pages: readonly Page[], chapterStart: 'recto' | 'next'): readonly Remark[] {
  const chapters = pages.filter(({ opening, kind }) => opening && kind === 'chapter');
  const folioAt = commonest(
    pages
      .filter(showsFolio)
      .flatMap(({ texts, folio }) => texts.filter(({ text }) => text.trim() === folio).map(({ y }) => y)),
    FOLIO,
  );
  const sinks = chapters.map((page) => sinkOf(page, folioAt));
  const usual = commonest(sinks, SINK);
  return chapters.flatMap((page, index): readonly Remark[] => {
    const sink = sinks[index];
    const head = page.runningHead !== '' && plain(page.furniture).includes(plain(page.runningHead));
    return [
      ...(chapterStart === 'recto' && page.side === 'verso'
        ? [{ page, code: 'PAGE-010' as const, message: 'the chapter begins on a left-hand page.' }]
        : []),
      ...(sink !== undefined && usual !== undefined && Math.abs(sink - usual) > SINK
        ? [
            {
              page,
              code: 'PAGE-010' as const,
              message:
                'the chapter begins ' +
                `${((Math.abs(sink - usual) / POINTS_PER_INCH) * MM_PER_INCH).toFixed(1)} mm ` +
                `${sink > usual ? 'higher' : 'lower'} than the others.`,
            },
          ]
        : []),
      ...(head
        ? [{ page, code: 'PAGE-010' as const, message: "a running head stands above a chapter's beginning." }]
        : []),
    ];
  });
}

/**
 * The baseline of the highest words that are not the page's number; a chapter's own number may be the same.
 */
function sinkOf(page: Page, folioAt: number | undefined): number | undefined {
  const isFolio = ({ text, y }: PaintedText): boolean =>
    showsFolio(page) && text.trim() === page.folio && Math.abs(y - (folioAt ?? Infinity)) <= SINK;
  const heights = page.texts.filter((text) => text.text.trim() !== '' && !isFolio(text)).map(({ y }) => y);
  return heights.length === 0 ? undefined : Math.max(...heights);
}

/** Whether the page's number is drawn on it; openings may go without. */
function showsFolio({ folio, furniture }: Page): boolean {
  return folio !== '' && furniture.split(/\s+/).includes(folio);
}

/**
 * Where no page paints its number, the theme has none. Numbers may hang from their left edge, their right or
 * their middle.
 */
function folios(pages: readonly Page[]): readonly Remark[] {
  const numbered = pages.filter(showsFolio);
  return (['verso', 'recto'] as const).flatMap((side) => {
    const own = numbered.filter((page) => page.side === side);
    const candidates = own.map(({ texts, folio }) => texts.filter(({ text }) => text.trim() === folio));
    const height = commonest(
      candidates.flatMap((some) => some.map(({ y }) => y)),
      FOLIO,
    );
    if (height === undefined) return [];
    const level = candidates.map((some) => some.filter(({ y }) => Math.abs(y - height) <= FOLIO));
    const out = EDGES.map((edge) => {
      const usual =
        commonest(
          level.flatMap((some) => some.map(edge)),
          FOLIO,
        ) ?? 0;
      return own.filter(
        (_, index) => !(level[index] ?? []).some((text) => Math.abs(edge(text) - usual) <= FOLIO),
      );
    });
    const fewest = out.reduce((least, some) => (some.length < least.length ? some : least), own);
    return fewest.map((page): Remark => ({
      page,
      code: 'PAGE-012',
      message:
        `its number is in another place than on the other ${side === 'verso' ? 'left' : 'right'}-hand ` +
        'pages.',
    }));
  });
}

const EDGES: readonly ((text: PaintedText) => number)[] = [
  ({ x }) => x,
  ({ x, width }) => x + width,
  ({ x, width }) => x + width / 2,
];

/** The value that most others are near to. */
function commonest(values: readonly (number | undefined)[], near: number): number | undefined {
  const known = values.filter((one) => one !== undefined);
  const support = known.map((one) => known.filter((other) => Math.abs(other - one) <= near).length);
  return known[support.indexOf(Math.max(...support))];
}

function wordsOf(texts: readonly PaintedText[]): string {
  return texts
    .map(({ text }) => text)
    .join(' ')
    .trim()
    .split(/\s+/)
    .slice(0, 6)
    .join(' ');
}

function plain(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
