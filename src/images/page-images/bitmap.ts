// A bitmap in PDFium's memory, on which pages, rectangles and frames are drawn.
import type { ImageArea } from './drawing.js';
import type { Pdfium } from './pdfium.js';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Its handle, and the address of its pixels: four bytes each, row by row from the top left. */
  readonly handle: number;
  readonly pixels: number;
}

/** FPDFBitmap_BGRA; FPDF_REVERSE_BYTE_ORDER makes red the first byte of what pages are drawn with. */
const BGRA = 4;
export const RED_FIRST = 0x10;
export const BYTES_A_PIXEL = 4;

/** A bitmap of one colour. To be released. */
export function createBitmap(
  pdfium: Pdfium,
  { width, height, ground }: { readonly width: number; readonly height: number; readonly ground: string },
): Bitmap {
  const pixels = pdfium.wasmExports.malloc(width * height * BYTES_A_PIXEL);
  const bitmap = {
    width,
    height,
    pixels,
    handle: pdfium._FPDFBitmap_CreateEx(width, height, BGRA, pixels, width * BYTES_A_PIXEL),
  };
  fillArea(pdfium, bitmap, { area: { x: 0, y: 0, width, height }, colour: ground });
  return bitmap;
}

/**
 * A window on a part of a bitmap: what is drawn on it is cut at its edges, and seen on the bitmap. Undefined
 * where the part lies outside.
 */
export function openWindow(
  pdfium: Pdfium,
  whole: Bitmap,
  { x, y, width, height }: ImageArea,
): Bitmap | undefined {
  if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > whole.width || y + height > whole.height)
    return undefined;
  const pixels = whole.pixels + (y * whole.width + x) * BYTES_A_PIXEL;
  return {
    width,
    height,
    pixels,
    handle: pdfium._FPDFBitmap_CreateEx(width, height, BGRA, pixels, whole.width * BYTES_A_PIXEL),
  };
}

/** The pixels, red first. */
export function readPixels(pdfium: Pdfium, { width, height, pixels }: Bitmap): Uint8Array {
  return pdfium.HEAPU8.slice(pixels, pixels + width * height * BYTES_A_PIXEL);
}

export function releaseBitmap(pdfium: Pdfium, { handle, pixels }: Bitmap): void {
  pdfium._FPDFBitmap_Destroy(handle);
  pdfium.wasmExports.free(pixels);
}

/** `colour` as `#c4007a` or `#fff`. */
export function fillArea(
  pdfium: Pdfium,
  { handle }: Bitmap,
  { area, colour }: { readonly area: ImageArea; readonly colour: string },
): void {
  const [red, green, blue] = channels(colour);
  const [left, top] = [Math.round(area.x), Math.round(area.y)];
  const [right, bottom] = [Math.round(area.x + area.width), Math.round(area.y + area.height)];
  // The bytes are blue, green, red, alpha to this function: red and blue change places, so that red is the
  // first.
  pdfium._FPDFBitmap_FillRect(
    handle,
    left,
    top,
    right - left,
    bottom - top,
    ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0,
  );
}

/** A frame inside the edges of an area, `line` pixels thick. */
export function strokeArea(
  pdfium: Pdfium,
  bitmap: Bitmap,
  {
    area: { x, y, width, height },
    colour,
    line,
  }: { readonly area: ImageArea; readonly colour: string; readonly line: number },
): void {
  const [left, top] = [Math.round(x), Math.round(y)];
  const [wide, high] = [Math.round(x + width) - left, Math.round(y + height) - top];
  const sides = [
    { x: left, y: top, width: wide, height: line },
    { x: left, y: top + high - line, width: wide, height: line },
    { x: left, y: top, width: line, height: high },
    { x: left + wide - line, y: top, width: line, height: high },
  ];
  for (const area of sides) fillArea(pdfium, bitmap, { area, colour });
}

export function channels(colour: string): readonly [red: number, green: number, blue: number] {
  const digits = colour.slice(1);
  const [red = 0, green = 0, blue = 0] = (
    digits.length === 3 ? [...digits].map((one) => one + one) : (digits.match(/../g) ?? [])
  ).map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue];
}
