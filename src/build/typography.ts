// The typographic report of a build: what its lines and pages are held to, and what they are.
import { checkLines, THRESHOLDS, type LineThresholds } from '../check/lines/index.js';
import { checkPages } from '../check/page/check-pages.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Composition } from '../model/edition.js';
import type { ThemeReport } from '../model/theme.js';
import { blockPlaces } from '../press/pages/findings.js';
import type { Master } from '../press/pdf/press.js';

export interface Typography {
  readonly master: Pick<Master, 'pages' | 'columns' | 'lines'>;
  readonly composition: Composition;
  /** The file that is looked at. */
  readonly artifact: string;
}

/** Findings: LINE-001 to LINE-011, PAGE-002 to PAGE-008; each names the page it shows on. */
export function checkTypography({ master, composition, artifact }: Typography): readonly Diagnostic[] {
  const places = blockPlaces(composition);
  const { pages: { pages }, columns, lines } = master;
  const sheets = pages.map((fact, index) => ({ fact, column: columns[index] }));
  const blocks = sheets.flatMap(({ fact: { folio }, column }) => (column?.blocks ?? []).map(({ block }) => [block ?? '', folio] as const));
  const folios = new Map(blocks.toReversed()); // the first page that a block stands on
  return [
    ...checkLines({ ...lines, places: Object.fromEntries(places), folios, artifact }, thresholdsOf(composition.report)),
    ...checkPages({ sheets, places, artifact }),
  ];
}

/** The house's own, with what a theme asks for in their place. */
function thresholdsOf(asked: ThemeReport = {}): LineThresholds {
  const { space, chapter } = THRESHOLDS;
  return {
    ...THRESHOLDS,
    space: { least: asked.tightest ?? space.least, most: asked.loosest ?? space.most, torn: asked.torn ?? space.torn },
    chapter: {
      ...chapter,
      looseShare: asked.looseLines ?? chapter.looseShare,
      mean: asked.mean ?? chapter.mean,
      spread: asked.spread ?? chapter.spread,
      hyphens: asked.hyphens ?? chapter.hyphens,
    },
  };
}
