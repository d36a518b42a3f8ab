// Words on a bitmap, in one face: a page of a PDF is made of them, and drawn over what stands there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { channels, RED_FIRST, type Bitmap } from './bitmap.js';
import { copyIn, type Pdfium } from './pdfium.js';

export interface Label {
  readonly words: string;
  /** Where its baseline begins, in pixels from the top left. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}

export interface LabelWriter {
  /** Pixels. */
  measure(words: string, size: number): number;
  write(bitmap: Bitmap, labels: readonly Label[]): void;
}

const FACE = '@expo-google-fonts/alegreya-sans/500Medium/AlegreyaSans_500Medium.ttf';
/** FPDF_FONT_TRUETYPE; as a composite font it has all characters of the file. */
const TRUETYPE = 2;
const COMPOSITE = 1;
const FLOAT_BYTES = 4;

export function createLabelWriter(pdfium: Pdfium): LabelWriter {
  const document = pdfium._FPDF_CreateNewDocument();
  const file = readFileSync(createRequire(import.meta.url).resolve(FACE));
  const font = pdfium._FPDFText_LoadFont(document, copyIn(pdfium, file), file.length, TRUETYPE, COMPOSITE);
  if (font === 0) throw new Error('PDFium cannot read the face of the labels.');
  const answer = pdfium.wasmExports.malloc(FLOAT_BYTES);
  const widths = new Map<string, number>();

  /** In a size of 1. */
  const widthOf = (character: string): number => {
    const known = widths.get(character);
    if (known !== undefined) return known;
    pdfium._FPDFFont_GetGlyphWidth(font, character.codePointAt(0) ?? 0, 1, answer);
    const width = new DataView(pdfium.HEAPU8.buffer).getFloat32(answer, true);
    widths.set(character, width);
    return width;
  };

  const textObject = ({ words, x, y, size, colour }: Label, height: number): number => {
    const object = pdfium._FPDFPageObj_CreateTextObj(document, font, size);
    const utf16 = copyIn(pdfium, new Uint8Array(Buffer.from(`${words}\0`, 'utf16le')));
    pdfium._FPDFText_SetText(object, utf16);
    pdfium.wasmExports.free(utf16);
    pdfium._FPDFPageObj_SetFillColor(object, ...channels(colour), 0xff);
    pdfium._FPDFPageObj_Transform(object, 1, 0, 0, 1, x, height - y);
    return object;
  };

  return {
    measure: (words, size) => [...words].reduce((sum, character) => sum + widthOf(character), 0) * size,
    write: ({ handle, width, height }, labels) => {
      if (labels.length === 0) return;
      const page = pdfium._FPDFPage_New(document, 0, width, height);
      for (const label of labels) pdfium._FPDFPage_InsertObject(page, textObject(label, height));
      pdfium._FPDFPage_GenerateContent(page);
      pdfium._FPDF_RenderPageBitmap(handle, page, 0, 0, width, height, 0, RED_FIRST);
      pdfium._FPDF_ClosePage(page);
    },
  };
}
