// Puts the pages of a PDF on sheets as a plan says. Every page is taken into the file once and drawn once.
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef, type PDFPage } from '@cantoo/pdf-lib';
import { finding, outcome, type Finding, type Outcome } from '../../model/finding.js';
import type { ImposeSettings, LayoutName } from '../../model/imposition.js';
import { planSheets, type SheetPlan, type Placement, type PlannedSide } from '../../imposition/sheet-plan.js';
import { mm } from '../objects/page-geometry.js';
import { openSource, type Source, type SourcePage } from './imposition-source.js';
import { PRODUCER } from './producer.js';
import { fingerprint, removeUnused } from './remove-unused.js';
import { writePacked } from './write-pdf.js';
import type { FoldMark } from '../../imposition/fold-marks.js';
import { round } from './printer-marks.js';

export interface ImposeOrder {
  readonly bytes: Uint8Array;
  /** What the file is called in findings. */
  readonly name: string;
  readonly layout: LayoutName;
  readonly settings: ImposeSettings;
  /** Pages at the end that are the back cover. */
  readonly tail: number;
}

export interface Imposed {
  readonly bytes: Uint8Array;
  readonly plan: SheetPlan;
}

/**
 * The sheets as a PDF, a page for each side. Equal input gives equal bytes. Findings: FOLD-001 to FOLD-007;
 * undefined when one of them is an error.
 *
 * @example const { value } = await imposePdf({ bytes, name: 'io.pdf', layout: 'booklet', settings:
 *   USUAL_IMPOSITION, tail: 1 });
 */
export async function imposePdf({
  bytes,
  name,
  layout,
  settings,
  tail,
}: ImposeOrder): Promise<Outcome<Imposed | undefined>> {
  const { value: source, diagnostics } = await openSource(bytes, name);
  if (!source) return outcome(undefined, diagnostics);
  const plan = planSheets({
    layout,
    pages: source.pages.length,
    page: source.size,
    bleed: source.bleed,
    settings,
    tail,
  });
  const said = [...diagnostics, ...planFindings(plan, { layout, name, pages: source.pages.length })];
  if (plan.scale <= 0) return outcome(undefined, said);
  return outcome(
    { bytes: await drawPlan(plan, source, JSON.stringify([layout, settings, tail])), plan },
    said,
  );
}

async function drawPlan(plan: SheetPlan, source: Source, asked: string): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const forms = await embed(doc, source.pages);
  for (const side of plan.sheets.flatMap(({ sides }) => sides)) {
    const page = doc.addPage([mm(plan.paper.width), mm(plan.paper.height)]);
    drawSide(page, { side, forms, pages: source.pages, scale: plan.scale });
  }
  writeInfo(doc, source.doc);
  tellPrinter(doc, plan);
  const identity = PDFHexString.of(fingerprint(doc, asked));
  doc.context.trailerInfo.ID = doc.context.obj([identity, identity]);
  removeUnused(doc);
  return writePacked(doc);
}

/**
 * All pages in one call, so that what they share is taken once. A page without content has nothing to draw.
 */
async function embed(doc: PDFDocument, pages: readonly SourcePage[]): Promise<ReadonlyMap<number, PDFRef>> {
  const filled = pages.flatMap((one, index) =>
    one.page.node.Contents() === undefined ? [] : [{ ...one, index }],
  );
  if (filled.length === 0) return new Map();
  const embedded = await doc.embedPages(
    filled.map(({ page }) => page),
    filled.map(({ bleed }) => bleed),
    filled.map(uprightMatrix),
  );
  await doc.flush();
  return new Map(filled.map(({ index }, at) => [index, (embedded[at] as { readonly ref: PDFRef }).ref]));
}

/** Puts the trim's lower left corner, as the page is seen, at the origin. PDF 32000-1, 8.3.3. */
function uprightMatrix({ trim, turned }: SourcePage): [number, number, number, number, number, number] {
  switch (turned) {
    case 0:
      return [1, 0, 0, 1, -trim.left, -trim.bottom];
    case 90:
      return [0, -1, 1, 0, -trim.bottom, trim.right];
    case 180:
      return [-1, 0, 0, -1, trim.right, trim.top];
    case 270:
      return [0, 1, -1, 0, trim.top, -trim.left];
  }
}

const KEPT_INFO = ['Title', 'Author', 'Subject', 'Keywords', 'CreationDate', 'ModDate', 'Trapped'];

/** The sheets are about what the book is about, and have its dates. */
function writeInfo({ context }: PDFDocument, source: PDFDocument): void {
  const given = source.context.lookup(source.context.trailerInfo.Info);
  const info = context.obj({});
  for (const name of KEPT_INFO) {
    const value = given instanceof PDFDict ? given.lookup(PDFName.of(name)) : undefined;
    if (value !== undefined) info.set(PDFName.of(name), value);
  }
  info.set(PDFName.of('Creator'), PDFHexString.fromText(PRODUCER));
  info.set(PDFName.of('Producer'), PDFHexString.fromText(PRODUCER));
  context.trailerInfo.Info = context.register(info);
}

/**
 * A reader's print window opens with the right settings: own size, both sides, the edge to turn over. PDF
 * 32000-1, 12.2.
 */
function tellPrinter({ catalog, context }: PDFDocument, { duplex }: SheetPlan): void {
  const turning =
    duplex === undefined ? 'Simplex' : duplex === 'long-edge' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge';
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ PrintScaling: 'None', Duplex: turning }));
}

interface Planned {
  readonly layout: LayoutName;
  readonly name: string;
  readonly pages: number;
}

/** More sheets than this hardly close. */
const MOST_NESTED = 20;
const ONE_SHEET: Readonly<Partial<Record<LayoutName, number>>> = { minizine: 8, quarter: 4 };

function planFindings(plan: SheetPlan, { layout, name, pages }: Planned): readonly Finding[] {
  const { scale, blanks, sheets } = plan;
  const seen = { artifact: name };
  if (scale <= 0)
    return [
      finding('FOLD-002', {
        message: `The margin leaves no room for the pages of a ${layout}.`,
        hint: 'Take a smaller margin or larger paper.',
        seen,
      }),
    ];
  const most = ONE_SHEET[layout] ?? pages;
  return [
    ...(scale < 0.9995
      ? [
          finding('FOLD-004', {
            message: `As ${layout}, pages are printed at ${Math.round(scale * 1000) / 10} % of their size.`,
            hint: 'Larger paper or a smaller margin keeps their size.',
            seen,
          }),
        ]
      : []),
    ...(blanks > 0
      ? [
          finding('FOLD-005', {
            message:
              `${pages} pages do not fill the sheets of the layout ${layout}, so ` +
              `${blanks === 1 ? 'one blank page is' : `${blanks} blank pages are`} added.`,
            seen,
          }),
        ]
      : []),
    ...(layout === 'booklet' && sheets.length > MOST_NESTED
      ? [
          finding('FOLD-006', {
            message: `${sheets.length} sheets are folded into one another, too many to fold and staple well.`,
            hint: 'Choose the layout "signatures", and sew or glue them.',
            seen,
          }),
        ]
      : []),
    ...(pages > most
      ? [
          finding('FOLD-007', {
            message:
              `The layout ${layout} holds ${most} pages. ` +
              `${pages} pages make ${sheets.length} booklets of their own.`,
            hint: 'Use the layout booklet for a longer book.',
            seen,
          }),
        ]
      : []),
  ];
}

// Draws one side of a sheet: its pages, each clipped to its place, and the marks.

interface SheetDrawing {
  readonly side: PlannedSide;
  /** Pages of the source as forms; those without content are missing. */
  readonly forms: ReadonlyMap<number, PDFRef>;
  readonly pages: readonly SourcePage[];
  readonly scale: number;
}

function drawSide(page: PDFPage, { side, forms, pages, scale }: SheetDrawing): void {
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
