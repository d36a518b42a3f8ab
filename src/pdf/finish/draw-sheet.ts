// Draws one side of a sheet: its pages, each clipped to its place, and the marks.
import { PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { FoldMark } from '../../imposition/fold-marks.js';
import type { Placement, PlannedSide } from '../../imposition/sheet-plan.js';
import { mm } from '../objects/page-geometry.js';
import type { SourcePage } from './imposition-source.js';
import { round } from './printer-marks.js';

export interface SheetDrawing {
  readonly side: PlannedSide;
  /** Pages of the source as forms; those without content are missing. */
  readonly forms: ReadonlyMap<number, PDFRef>;
  readonly pages: readonly SourcePage[];
  readonly scale: number;
}

export function drawSide(page: PDFPage, { side, forms, pages, scale }: SheetDrawing): void {
  const { context } = page.doc;
  const drawn = side.placements.filter((one) => forms.has(one.page));
  const names = context.obj(Object.fromEntries(drawn.map((one) => [nameOf(one), forms.get(one.page)])));
  const operators = [
    ...drawn.flatMap((one) => pageOperators(one, { source: pages[one.page], scale })),
    ...side.marks.map(markOperators),
  ];
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: names }));
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(operators.join('\n'))));
}

function nameOf({ page }: Placement): string {
  return `Page${page + 1}`;
}

/** A page that is smaller than its place stands in the middle of it. */
function pageOperators(
  placement: Placement,
  { source, scale }: { source: SourcePage | undefined; scale: number },
): readonly string[] {
  if (!source) return [];
  const { clip, turn } = placement;
  const [width, height] = [source.size.width * scale, source.size.height * scale];
  const left = (placement.left + placement.right - width) / 2;
  const bottom = (placement.bottom + placement.top - height) / 2;
  const matrix =
    turn === 0
      ? [scale, 0, 0, scale, mm(left), mm(bottom)]
      : [-scale, 0, 0, -scale, mm(left + width), mm(bottom + height)];
  const area = [clip.left, clip.bottom, clip.right - clip.left, clip.top - clip.bottom]
    .map((one) => round(mm(one)))
    .join(' ');
  return [`q ${area} re W n ${matrix.map(precise).join(' ')} cm /${nameOf(placement)} Do Q`];
}

/** Scales need more digits than points do: a page is a thousand points high. */
function precise(number: number): string {
  return String(Math.round(number * 1e7) / 1e7);
}

const PENS: Readonly<Record<FoldMark['kind'], string>> = {
  fold: '0.5 G 0.25 w [3 3] 0 d',
  cut: '0 G 0.25 w',
  collation: `0 G ${round(mm(2))} w`,
};

function markOperators({ kind, from, to }: FoldMark): string {
  const at = (point: FoldMark['from']): string => point.map((one) => round(mm(one))).join(' ');
  return `q ${PENS[kind]} ${at(from)} m ${at(to)} l S Q`;
}
