// The typographic report of a build: what its lines and pages are held to, and what they are.
import { fontFeatures } from '../fonts/font-tables.js';
import { checkLines, THRESHOLDS, type LineThresholds, type Where } from '../check/lines/index.js';
import { checkPages } from '../check/page/check-pages.js';
import { checkLinks } from '../check/page/page-links.js';
import { placeOn, type PageOfFile } from '../check/page/page-finding.js';
import { checkTypeface } from '../check/type/check-type.js';
import type { Box } from '../model/box.js';
import type { Finding } from '../model/finding.js';
import type { Composition, PageGeometry } from '../model/edition.js';
import { elementsOf, type BlockId } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import type { ThemeReport } from '../model/theme.js';
import { blockPlaces } from '../pagination/pagination-findings.js';
import { printEdition, type Master } from '../pdf/objects/master.js';
import { MM_PER_INCH, POINTS_PER_INCH } from '../shared/units.js';

export interface TypographyOrder {
  readonly master: Pick<Master, 'pages' | 'columns' | 'lines' | 'places'>;
  readonly composition: Composition;
  /** The file that is looked at. */
  readonly artifact: string;
  /** Blocks whose author lets such findings stand. */
  readonly stet: ReadonlySet<BlockId>;
}

/**
 * Findings: LINE-001 to LINE-013, PAGE-002 to PAGE-008, PAGE-013 to PAGE-015, TYPE-001 to TYPE-004; each
 * names the page it shows on.
 */
export function checkTypography({
  master,
  composition,
  artifact,
  stet,
}: TypographyOrder): readonly Finding[] {
  const places = blockPlaces(composition);
  const {
    pages: { pages, anchors },
    columns,
    lines,
  } = master;
  const sheets = pages.map((fact, index) => ({
    fact,
    column: columns[index],
    area: textArea(printEdition(composition).page, fact.side),
  }));
  return [
    ...checkLines(
      { ...lines, places: Object.fromEntries(places), where: whereIn(sheets), artifact },
      thresholdsOf(composition.report),
    ),
    ...checkPages({ sheets, places, artifact }),
    ...checkLinks({ sheets, figures: figuresOf(composition), said: anchors, bound: master.places, artifact }),
    ...checkTypeface({
      pages: sheets.map((sheet) => ({
        name: nameOf(sheet),
        type: sheet.column?.type ?? [],
        placeOf: (block: string | undefined) =>
          placeOn(
            sheet,
            sheet.column?.blocks.find((one) => block !== undefined && one.block === block),
          ),
      })),
      faces: facesOf(composition),
      places,
      artifact,
      report: composition.report,
      stet,
    }),
  ];
}

function nameOf({ fact: { folio, index } }: PageOfFile): string {
  return folio === '' ? String(index + 1) : folio;
}

/** Where text stands on a page, in points from the lower left of the trim. */
function textArea(
  { trim: { width, height }, margins: { top, bottom, inside, outside } }: PageGeometry,
  side: 'recto' | 'verso',
): Box {
  const [left, right] = side === 'recto' ? [inside, outside] : [outside, inside];
  return {
    left: points(left),
    bottom: points(bottom),
    right: points(width - right),
    top: points(height - top),
  };
}

function points(millimetres: number): number {
  return (millimetres / MM_PER_INCH) * POINTS_PER_INCH;
}

function whereIn(sheets: readonly PageOfFile[]): (block: string, line: number) => Where | undefined {
  const stand = new Map<
    string,
    { readonly from: number; readonly to: number; readonly top: number; readonly sheet: PageOfFile }[]
  >();
  for (const sheet of sheets) {
    for (const { block, from, to, top } of sheet.column?.blocks ?? []) {
      if (block !== undefined) stand.set(block, [...(stand.get(block) ?? []), { from, to, top, sheet }]);
    }
  }
  return (block, line) => {
    const pieces = stand.get(block) ?? [];
    const piece = pieces.find(({ from, to }) => from <= line && line <= to) ?? pieces[0];
    if (!piece) return undefined;
    const down = Math.max(0, line - Math.max(1, piece.from));
    return {
      page: nameOf(piece.sheet),
      line: Math.round(piece.top) + down + 1,
      place: placeOn(piece.sheet, { top: piece.top + down, bottom: piece.top + down + 1 }),
    };
  };
}

function figuresOf({ parts }: Composition): ReadonlyMap<string, Span | undefined> {
  const figures = parts.flatMap(({ flow }) =>
    elementsOf(flow).filter(({ tag, attributes }) => tag === 'figure' && attributes['id'] !== undefined),
  );
  return new Map(figures.map(({ attributes, at }) => [attributes['id'] ?? '', at]));
}

function facesOf({ fonts, resources }: Composition): Parameters<typeof checkTypeface>[0]['faces'] {
  const bytes = new Map(resources.map((resource) => [resource.href, resource.bytes]));
  return fonts.map(({ family, style, weight, href }) => ({
    family,
    style,
    weight,
    features: fontFeatures(bytes.get(href) ?? new Uint8Array()),
  }));
}

/** The house's own, with what a theme asks for in their place. */
function thresholdsOf(asked: ThemeReport = {}): LineThresholds {
  const { space, chapter, measure } = THRESHOLDS;
  return {
    ...THRESHOLDS,
    space: {
      least: asked.tightest ?? space.least,
      most: asked.loosest ?? space.most,
      torn: asked.torn ?? space.torn,
    },
    chapter: {
      ...chapter,
      looseShare: asked.looseLines ?? chapter.looseShare,
      mean: asked.mean ?? chapter.mean,
      spread: asked.spread ?? chapter.spread,
      hyphens: asked.hyphens ?? chapter.hyphens,
    },
    measure: { least: asked.shortestMeasure ?? measure.least, most: asked.longestMeasure ?? measure.most },
  };
}
