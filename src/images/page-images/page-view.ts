// Where the parts of a page are seen: from the page's own points, which may be turned, to pixels from the top
// left.
import type { Box } from '../../model/box.js';
import type { Bitmap } from './bitmap.js';
import type { ImageArea } from './drawing.js';
import type { Pdfium } from './pdfium.js';

export interface PageView {
  /** Where a rectangle of the page is seen, with a pixel a point. */
  areaOf(box: Box): ImageArea;
  render(window: Bitmap, how: { readonly place: PagePlace; readonly flags: number }): void;
}

export interface PagePlace {
  readonly scale: number;
  /** Where the page's corner comes to lie in the window. */
  readonly x: number;
  readonly y: number;
  areaOf(area: ImageArea): ImageArea;
}

/** PDFium tells places in whole pixels: it is asked on a page so many times as large. */
const FINE = 256;
const INT_BYTES = 4;
const FLOAT_BYTES = 4;

export function displayedPage(pdfium: Pdfium, page: number): PageView {
  const [width, height] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)];
  const [fineWidth, fineHeight] = [Math.round(width * FINE), Math.round(height * FINE)];
  const corner = (x: number, y: number): readonly [number, number] => {
    const answer = pdfium.wasmExports.malloc(2 * INT_BYTES);
    pdfium._FPDF_PageToDevice(page, 0, 0, fineWidth, fineHeight, 0, x, y, answer, answer + INT_BYTES);
    const memory = new DataView(pdfium.HEAPU8.buffer);
    const place = [
      (memory.getInt32(answer, true) * width) / fineWidth,
      (memory.getInt32(answer + INT_BYTES, true) * height) / fineHeight,
    ] as const;
    pdfium.wasmExports.free(answer);
    return place;
  };
  return {
    areaOf: ({ left, bottom, right, top }) => {
      const [[ax, ay], [bx, by]] = [corner(left, bottom), corner(right, top)];
      return {
        x: Math.min(ax, bx),
        y: Math.min(ay, by),
        width: Math.abs(bx - ax),
        height: Math.abs(by - ay),
      };
    },
    render: (window, { place: { scale, x, y }, flags }) => {
      // Before the matrix, PDFium shows the page on a whole number of pixels.
      const [across, down] = [(scale * width) / Math.trunc(width), (scale * height) / Math.trunc(height)];
      const numbers = pdfium.wasmExports.malloc(10 * FLOAT_BYTES);
      const memory = new DataView(pdfium.HEAPU8.buffer);
      [across, 0, 0, down, x, y, 0, 0, window.width, window.height].forEach((number, index) => {
        memory.setFloat32(numbers + index * FLOAT_BYTES, number, true);
      });
      pdfium._FPDF_RenderPageBitmapWithMatrix(window.handle, page, numbers, numbers + 6 * FLOAT_BYTES, flags);
      pdfium.wasmExports.free(numbers);
    },
  };
}

/** The page scaled and moved so that `from` fills the window. */
export function placeInWindow(
  view: PageView,
  { from, to }: { readonly from: Box; readonly to: ImageArea },
): PagePlace {
  const shown = view.areaOf(from);
  const scale = Math.min(to.width / shown.width, to.height / shown.height);
  const [x, y] = [-shown.x * scale, -shown.y * scale];
  return {
    scale,
    x,
    y,
    areaOf: (area) => ({
      x: area.x * scale + x,
      y: area.y * scale + y,
      width: area.width * scale,
      height: area.height * scale,
    }),
  };
}
