// A PDF whose pages are to be put on sheets, Foldmark's or anyone's: how large its pages are, and how far
// they bleed.
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { finding, outcome, type Finding, type Outcome } from '../../model/finding.js';
import type { Size } from '../../imposition/paper-fit.js';
import type { Box } from '../objects/page-geometry.js';
import { loadPdf } from '../objects/load-pdf.js';
import { POINTS_PER_MM } from '../../shared/units.js';

export interface SourcePage {
  readonly page: PDFPage;
  /** In the page's own coordinates, in points. */
  readonly trim: Box;
  readonly bleed: Box;
  /** Degrees clockwise by which readers show the page turned. */
  readonly turned: 0 | 90 | 180 | 270;
  /** The trimmed page as it is seen, in millimetres. */
  readonly size: Size;
}

export interface Source {
  readonly doc: PDFDocument;
  readonly pages: readonly SourcePage[];
  /** The largest page, in millimetres. */
  readonly size: Size;
  /** The furthest reach of any artwork beyond its trim, in millimetres. */
  readonly bleed: number;
}

/** Undefined with FOLD-001 when it is no readable PDF; FOLD-003 when its pages differ in size. */
export async function openSource(bytes: Uint8Array, name: string): Promise<Outcome<Source | undefined>> {
  try {
    const doc = await loadPdf(bytes);
    const pages = doc.getPages().map(sourcePage);
    if (pages.length === 0) return outcome(undefined, [unreadable(name, 'it has no pages')]);
    const size = {
      width: Math.max(...pages.map((one) => one.size.width)),
      height: Math.max(...pages.map((one) => one.size.height)),
    };
    const bleed =
      Math.max(
        ...pages.map(({ trim, bleed: outer }) =>
          Math.max(
            trim.left - outer.left,
            outer.right - trim.right,
            trim.bottom - outer.bottom,
            outer.top - trim.top,
          ),
        ),
      ) / POINTS_PER_MM;
    return outcome({ doc, pages, size, bleed: Math.max(0, bleed) }, unequal(pages, { size, name }));
  } catch (cause) {
    return outcome(undefined, [unreadable(name, reasonOf(cause))]);
  }
}

function sourcePage(page: PDFPage): SourcePage {
  const visible = boxOf(page.getCropBox());
  const trim = within(boxOf(page.getTrimBox()), visible);
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as SourcePage['turned'];
  const [width, height] = [
    (trim.right - trim.left) / POINTS_PER_MM,
    (trim.top - trim.bottom) / POINTS_PER_MM,
  ];
  return {
    page,
    trim,
    bleed: within(boxOf(page.getBleedBox()), visible),
    turned,
    size: turned % 180 === 0 ? { width, height } : { width: height, height: width },
  };
}

/** Where artwork is known to be: boxes that reach beyond what is shown are cut to it. */
function within(box: Box, outer: Box): Box {
  return {
    left: Math.max(box.left, outer.left),
    bottom: Math.max(box.bottom, outer.bottom),
    right: Math.min(box.right, outer.right),
    top: Math.min(box.top, outer.top),
  };
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box {
  return { left: x, bottom: y, right: x + width, top: y + height };
}

/** Half a millimetre is what programs round away. */
const EQUAL_MM = 0.5;

function unequal(
  pages: readonly SourcePage[],
  { size, name }: { size: Size; name: string },
): readonly Finding[] {
  const odd = pages.findIndex(
    (one) =>
      Math.abs(one.size.width - size.width) > EQUAL_MM || Math.abs(one.size.height - size.height) > EQUAL_MM,
  );
  const found = pages[odd];
  if (!found) return [];
  return [
    finding('FOLD-003', {
      message: `Page ${odd + 1} is ${shown(found.size)} mm, and the largest page is ${shown(size)} mm.`,
      hint: 'Give all pages one size, or expect white around the smaller ones.',
      seen: { artifact: name, page: String(odd + 1) },
    }),
  ];
}

function shown({ width, height }: Size): string {
  return [width, height].map((one) => Math.round(one * 10) / 10).join(' x ');
}

function unreadable(name: string, reason: string): Finding {
  return finding('FOLD-001', {
    message: `${name} cannot be imposed: ${reason}.`,
    hint: 'Open it in a PDF reader; if it is whole there, save it again without a password.',
    seen: { artifact: name },
  });
}

function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return /encrypted/i.test(message)
    ? 'it is locked'
    : `it is not a PDF, or a damaged one (${message.split('\n')[0]?.replace(/\.$/, '') ?? ''})`;
}
