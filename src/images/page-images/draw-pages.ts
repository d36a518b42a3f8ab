// Draws pictures of a PDF's pages as PNG, without any program beside Node: PDFium paints pages and words.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { encode } from 'fast-png';
import type { Box } from '../../model/box.js';
import {
  createBitmap,
  fillArea,
  openWindow,
  readPixels,
  RED_FIRST,
  releaseBitmap,
  strokeArea,
  type Bitmap,
} from './bitmap.js';
import type { ImageArea, ImageMark, PageImage, ImageFiles, ImagePiece } from './drawing.js';
import { createLabelWriter, type Label, type LabelWriter } from './labels.js';
import { displayedPage, placeInWindow } from './page-view.js';
import { loadPdfium, openDocument, openPage, type Pdfium } from './pdfium.js';

export interface DrawOrder {
  readonly files: ImageFiles;
  readonly pictures: readonly PageImage[];
}

const INK = '#1a1a1a';
const MARK = '#c4007a';
/** FPDF_ANNOT: annotations with an appearance are seen. */
const ANNOTATIONS = 0x01;

/**
 * A PNG for each picture, in their order. Equal pictures of equal files are equal bytes.
 *
 * @throws an Error when a file cannot be read.
 */
export async function drawPages({ files, pictures }: DrawOrder): Promise<readonly Uint8Array[]> {
  if (pictures.length === 0) return [];
  const pdfium = await loadPdfium();
  const tools: Tools = {
    pdfium,
    labels: createLabelWriter(pdfium),
    documents: new Map(Object.entries(files).map(([name, bytes]) => [name, openDocument(pdfium, bytes)])),
  };
  const drawn: Uint8Array[] = [];
  for (const picture of pictures) {
    drawn.push(draw(picture, tools));
    await nextTurn(); // an interruption is heard between two pictures
  }
  return drawn;
}

interface Tools {
  readonly pdfium: Pdfium;
  readonly labels: LabelWriter;
  readonly documents: ReadonlyMap<string, number>;
}

function draw({ pieces, ...sheet }: PageImage, tools: Tools): Uint8Array {
  const { pdfium, labels } = tools;
  const bitmap = createBitmap(pdfium, sheet);
  try {
    labels.write(
      bitmap,
      pieces.flatMap((piece) => drawPiece(piece, bitmap, tools)),
    );
    return encode({
      width: bitmap.width,
      height: bitmap.height,
      channels: 4,
      depth: 8,
      data: readPixels(pdfium, bitmap),
    });
  } finally {
    releaseBitmap(pdfium, bitmap);
  }
}

/** Draws what is no words, and answers with the words: they come last. */
function drawPiece(piece: ImagePiece, bitmap: Bitmap, tools: Tools): readonly Label[] {
  switch (piece.kind) {
    case 'page':
      return drawPage(piece, bitmap, tools);
    case 'outline':
      strokeArea(tools.pdfium, bitmap, { area: piece.at, colour: '#b0aca4', line: 1 });
      return [];
    case 'words':
      return [
        {
          words: fitted(piece, tools.labels),
          x: piece.x,
          y: piece.y,
          size: piece.size,
          colour: piece.tone === 'label' ? MARK : INK,
        },
      ];
  }
}

function drawPage(
  { file, index, from, to, marks }: Extract<ImagePiece, { kind: 'page' }>,
  bitmap: Bitmap,
  { pdfium, labels, documents }: Tools,
): readonly Label[] {
  const document = documents.get(file);
  if (document === undefined) throw new Error(`There is no file ${file} among those to be drawn.`);
  const window = openWindow(pdfium, bitmap, to);
  if (!window) throw new Error(`Page ${index + 1} of ${file} is to be drawn outside of its picture.`);
  const page = openPage(pdfium, document, index);
  const view = displayedPage(pdfium, page);
  const place = placeInWindow(view, { from, to });
  fillArea(pdfium, window, { area: { ...to, x: 0, y: 0 }, colour: '#fff' });
  view.render(window, { place, flags: ANNOTATIONS | RED_FIRST });
  const areaOf = (box: Box): ImageArea => place.areaOf(view.areaOf(box));
  const taken: ImageArea[] = [];
  const words = marks.flatMap((mark) =>
    drawMark(mark, { pdfium, bitmap, labels, to, area: areaOf(mark.box), taken }),
  );
  pdfium._FPDF_ClosePage(page);
  pdfium._FPDFBitmap_Destroy(window.handle);
  return words;
}

/** Pixels between what is marked and its frame. */
const AIR = 3;
const LABEL = { size: 13, height: 15 } as const;

interface Marking {
  readonly pdfium: Pdfium;
  readonly bitmap: Bitmap;
  readonly labels: LabelWriter;
  readonly to: ImageArea;
  /** In pixels from the corner of `to`. */
  readonly area: ImageArea;
  /** Where labels stand already. */
  readonly taken: ImageArea[];
}

/**
 * The frame stays on the page's picture; its label stands beside it, or above, and on no other where there is
 * room.
 */
function drawMark(
  { label }: ImageMark,
  { pdfium, bitmap, labels, to, area, taken }: Marking,
): readonly Label[] {
  const [left, top] = [Math.max(area.x - AIR, 1), Math.max(area.y - AIR, 1)];
  const [right, bottom] = [
    Math.min(area.x + area.width + AIR, to.width - 1),
    Math.min(area.y + area.height + AIR, to.height - 1),
  ];
  strokeArea(pdfium, bitmap, {
    area: {
      x: to.x + left,
      y: to.y + top,
      width: Math.max(4, right - left),
      height: Math.max(4, bottom - top),
    },
    colour: MARK,
    line: 2,
  });
  if (label === '') return [];
  const width = Math.ceil(labels.measure(label, LABEL.size)) + 6;
  const at = (x: number, y: number): ImageArea => ({
    x: to.x + Math.max(0, Math.min(x, to.width - width)),
    y: to.y + Math.max(0, Math.min(y, to.height - LABEL.height)),
    width,
    height: LABEL.height,
  });
  const steps = Array.from({ length: 4 }, (_, step) => step * (width + 2));
  const places = [
    ...steps.map((step) => at(left - width - step, top)),
    ...steps.map((step) => at(right + step, top)),
    at(left, top - LABEL.height),
    at(left, bottom),
  ];
  const place =
    places.find((one) => taken.every((other) => !overlap(one, other))) ?? at(left, top - LABEL.height);
  taken.push(place);
  fillArea(pdfium, bitmap, { area: place, colour: MARK });
  return [{ words: label, x: place.x + 3, y: place.y + LABEL.height - 3, size: LABEL.size, colour: '#fff' }];
}

function overlap(one: ImageArea, other: ImageArea): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function fitted(
  { words, size, width }: Extract<ImagePiece, { kind: 'words' }>,
  { measure }: LabelWriter,
): string {
  if (measure(words, size) <= width) return words;
  const letters = [...words];
  let end = letters.length;
  while (end > 0 && measure(`${letters.slice(0, end).join('')}…`, size) > width) end -= 1;
  return `${letters.slice(0, end).join('')}…`;
}
