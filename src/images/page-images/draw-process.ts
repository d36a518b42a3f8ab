// Runs in a process of its own: carries out pictures, piece by piece, and answers with their bytes.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageViewport, PDFDocumentProxy } from 'pdfjs-dist';
import type { Box } from '../../model/box.js';
import type { Area, Mark, Picture, PictureFiles, Piece } from './drawing.js';

export interface PictureOrder {
  readonly files: PictureFiles;
  readonly pictures: readonly Picture[];
}

export type PictureAnswer = { readonly pictures: readonly Uint8Array[] } | { readonly failed: string };

process.once('message', ({ files, pictures }: PictureOrder) => {
  drawAll(files, pictures).then(
    (drawn) => { answer({ pictures: drawn }); },
    (reason: unknown) => { answer({ failed: reason instanceof Error ? reason.message : String(reason) }); },
  );
});
process.once('disconnect', () => { process.exit(); });

function answer(said: PictureAnswer): void {
  process.send?.(said);
}

const require = createRequire(import.meta.url);
const FACE = 'Foldmark Proof';
const INK = '#1a1a1a';
const MARK = '#c4007a';

async function drawAll(files: PictureFiles, pictures: readonly Picture[]): Promise<readonly Uint8Array[]> {
  GlobalFonts.registerFromPath(require.resolve('@expo-google-fonts/alegreya-sans/500Medium/AlegreyaSans_500Medium.ttf'), FACE);
  const opened = new Map(Object.entries(files).map(([name, bytes]) => [name, open(bytes)]));
  try {
    const drawn: Uint8Array[] = [];
    for (const picture of pictures) drawn.push(await draw(picture, async (file) => (await opened.get(file)?.promise) ?? noFile(file)));
    return drawn;
  } finally {
    await Promise.all([...opened.values()].map((opening) => opening.destroy()));
  }
}

function noFile(file: string): never {
  throw new Error(`There is no file ${file} among those to be drawn.`);
}

/** Letters are drawn as paths, from the file's own fonts; those that a file does not carry are pdf.js's stand-ins. */
function open(bytes: Uint8Array): ReturnType<typeof getDocument> {
  const home = dirname(require.resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => join(home, name) + sep;
  return getDocument({
    data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, isEvalSupported: false, verbosity: 0,
    standardFontDataUrl: folder('standard_fonts'), cMapUrl: folder('cmaps'), cMapPacked: true, wasmUrl: folder('wasm'), iccUrl: folder('iccs'),
  });
}

async function draw({ width, height, ground, pieces }: Picture, fileOf: (name: string) => Promise<PDFDocumentProxy>): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (const piece of pieces) {
    if (piece.kind === 'page') await drawPage(context, piece, await fileOf(piece.file));
    else if (piece.kind === 'words') drawWords(context, piece);
    else strokeArea(context, piece.at, { colour: '#b0aca4', width: 1 });
  }
  return canvas.encode('png');
}

async function drawPage(context: SKRSContext2D, { index, from, to, marks }: Extract<Piece, { kind: 'page' }>, file: PDFDocumentProxy): Promise<void> {
  const page = await file.getPage(index + 1);
  const { canvas, viewport } = viewOn(page.getViewport({ scale: 1 }), { from, to, at: (scale, x, y) => page.getViewport({ scale, offsetX: x, offsetY: y }) });
  // pdf.js says that it wants a browser's canvas, and paints on this one as well.
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d') as never, viewport, intent: 'print', background: '#fff' }).promise;
  page.cleanup();
  context.drawImage(canvas, to.x, to.y);
  const labels: Area[] = [];
  for (const mark of marks) drawMark(context, mark, { to, area: areaOf(viewport, mark.box), labels });
}

interface View {
  readonly from: Box;
  readonly to: Area;
  readonly at: (scale: number, x: number, y: number) => PageViewport;
}

/** A canvas as large as the place, and the page scaled and moved so that `from` fills it. */
function viewOn(natural: PageViewport, { from, to, at }: View): { readonly canvas: Canvas; readonly viewport: PageViewport } {
  const shown = areaOf(natural, from);
  const scale = Math.min(to.width / shown.width, to.height / shown.height);
  return { canvas: createCanvas(to.width, to.height), viewport: at(scale, -shown.x * scale, -shown.y * scale) };
}

/** Where a rectangle of the page is seen, which may be turned. */
function areaOf(viewport: PageViewport, { left, bottom, right, top }: Box): Area {
  const [ax = 0, ay = 0, bx = 0, by = 0] = viewport.convertToViewportRectangle([left, bottom, right, top]) as number[];
  return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) };
}

/** Pixels between what is marked and its frame. */
const AIR = 3;

interface Marking {
  readonly to: Area;
  readonly area: Area;
  /** Where labels stand already. */
  readonly labels: Area[];
}

/** The frame stays on the page's picture; its label stands beside it, or above, and on no other where there is room. */
function drawMark(context: SKRSContext2D, { label }: Mark, { to, area, labels }: Marking): void {
  const [left, top] = [Math.max(area.x - AIR, 1), Math.max(area.y - AIR, 1)];
  const [right, bottom] = [Math.min(area.x + area.width + AIR, to.width - 1), Math.min(area.y + area.height + AIR, to.height - 1)];
  strokeArea(context, { x: to.x + left, y: to.y + top, width: Math.max(4, right - left), height: Math.max(4, bottom - top) }, { colour: MARK, width: 2 });
  if (label === '') return;
  context.font = `${LABEL.size}px "${FACE}"`;
  const width = Math.ceil(context.measureText(label).width) + 6;
  const at = (x: number, y: number): Area => ({ x: to.x + Math.max(0, Math.min(x, to.width - width)), y: to.y + Math.max(0, Math.min(y, to.height - LABEL.height)), width, height: LABEL.height });
  const steps = Array.from({ length: 4 }, (_, step) => step * (width + 2));
  const places = [...steps.map((step) => at(left - width - step, top)), ...steps.map((step) => at(right + step, top)), at(left, top - LABEL.height), at(left, bottom)];
  const place = places.find((one) => labels.every((other) => !overlap(one, other))) ?? at(left, top - LABEL.height);
  labels.push(place);
  context.fillStyle = MARK;
  context.fillRect(place.x, place.y, place.width, place.height);
  context.fillStyle = '#fff';
  context.fillText(label, place.x + 3, place.y + LABEL.height - 3);
}

const LABEL = { size: 13, height: 15 } as const;

function overlap(one: Area, other: Area): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

function strokeArea(context: SKRSContext2D, { x, y, width, height }: Area, { colour, width: line }: { colour: string; width: number }): void {
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.strokeRect(x + line / 2, y + line / 2, width - line, height - line);
}

function drawWords(context: SKRSContext2D, { words, x, y, size, width, tone }: Extract<Piece, { kind: 'words' }>): void {
  context.font = `${size}px "${FACE}"`;
  context.fillStyle = tone === 'label' ? MARK : INK;
  context.fillText(fitted(context, words, width), x, y);
}

function fitted(context: SKRSContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words;
  const letters = [...words];
  let end = letters.length;
  while (end > 0 && context.measureText(`${letters.slice(0, end).join('')}…`).width > width) end -= 1;
  return `${letters.slice(0, end).join('')}…`;
}
