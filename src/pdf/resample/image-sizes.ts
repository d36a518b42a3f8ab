// How large the images of a document are on its pages: the fewest pixels per inch that each of them is shown
// with.
import { PDFDict, PDFName, PDFRawStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf, numbersOf } from '../objects/colour-spaces.js';
import { nameOperand, numbers, operatorsOf } from '../objects/content-operators.js';
import { insideForm, resourceNamed } from '../objects/form-xobject.js';
import type { Original } from '../objects/load-pdf.js';
import { matrixOf, times, UNITY, type Matrix } from '../objects/matrices.js';
import { pageContentOf } from '../objects/page-content.js';
import type { Box } from '../objects/page-geometry.js';
import { latin1, unpackStream } from '../objects/streams.js';

/** Pixels per inch by the tag of the image's reference. What no page leads to is not among them. */
export type ImageSizes = ReadonlyMap<string, number>;

const known = new WeakMap<Original, Promise<ImageSizes>>();

/** Of a master once: its copies have the same references. */
export function imageSizesOf(original: Original): Promise<ImageSizes> {
  const reading = known.get(original) ?? original.look().then(imageSizes);
  known.set(original, reading);
  reading.catch(() => undefined); // whoever asks hears of it
  return reading;
}

export function imageSizes(doc: PDFDocument): ImageSizes {
  const shown = new Map<PDFObject, number>();
  for (const page of doc.getPages()) {
    const resources = page.node.Resources();
    if (DRAWN_WITH.some((kind) => resources?.has(PDFName.of(kind))))
      follow({ content: pageContentOf(page), resources, shown, base: UNITY, depth: 0 });
  }
  return new Map(
    doc.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
      const ppi = shown.get(object);
      return ppi !== undefined && Number.isFinite(ppi) ? [[ref.tag, ppi]] : [];
    }),
  );
}

/** Resources that lead to images. A page of text has none of them. */
const DRAWN_WITH = ['XObject', 'Pattern'] as const;

interface Content {
  readonly content: string;
  readonly resources: PDFDict | undefined;
  readonly shown: Map<PDFObject, number>;
  /** The space that the content begins in. */
  readonly base: Matrix;
  readonly depth: number;
}

/** Forms within forms: deeper than this is a circle. */
const DEEPEST = 12;

function follow(content: Content): void {
  let matrix = content.base;
  const saved: Matrix[] = [];
  const patterns = new Set<PDFObject>();
  for (const operator of operatorsOf(content.content)) {
    switch (operator.name) {
      case 'q':
        saved.push(matrix);
        break;
      case 'Q':
        matrix = saved.pop() ?? matrix;
        break;
      case 'cm':
        matrix = times(matrixOf(numbers(operator, 6)), matrix);
        break;
      case 'Do':
        noteObject(content, {
          object: resourceNamed(content.resources, 'XObject', nameOperand(operator)),
          matrix,
        });
        break;
      case 'gs':
        followMask(content, {
          state: resourceNamed(content.resources, 'ExtGState', nameOperand(operator)),
          matrix,
        });
        break;
      case 'scn':
      case 'SCN':
        followPattern(content, {
          pattern: resourceNamed(content.resources, 'Pattern', nameOperand(operator)),
          patterns,
        });
        break;
      default:
    }
  }
}

function noteObject(
  content: Content,
  { object, matrix }: { readonly object: PDFObject | undefined; readonly matrix: Matrix },
): void {
  if (!(object instanceof PDFRawStream)) return;
  if (object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')) {
    followForm(content, { form: object, matrix });
    return;
  }
  const [a, b, c, d] = matrix;
  const [width = 0, height = 0] = ['Width', 'Height'].map((key) =>
    Number(String(object.dict.lookup(PDFName.of(key)))),
  );
  const ppi = Math.min(width / Math.hypot(a, b), height / Math.hypot(c, d)) * 72;
  content.shown.set(object, Math.min(ppi, content.shown.get(object) ?? Infinity));
}

function followForm(
  { shown, resources, depth }: Content,
  { form, matrix }: { readonly form: PDFRawStream; readonly matrix: Matrix },
): void {
  if (depth >= DEEPEST) return;
  const inside = insideForm(form, { resources, matrix, clip: EVERYWHERE });
  follow({
    content: inside.content,
    resources: inside.resources,
    base: inside.matrix,
    shown,
    depth: depth + 1,
  });
}

const EVERYWHERE: Box = { left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 };

/** A soft mask is drawn in the space that its state is set in. */
function followMask(
  content: Content,
  { state, matrix }: { readonly state: PDFObject | undefined; readonly matrix: Matrix },
): void {
  const mask = dictOf(state)?.lookup(PDFName.of('SMask'));
  const form = mask instanceof PDFDict ? mask.lookup(PDFName.of('G')) : undefined;
  if (form instanceof PDFRawStream) followForm(content, { form, matrix });
}

/**
 * A pattern stands in the space of the content that uses it, whatever was changed since (PDF 32000-1,
 * 8.7.3.1).
 */
function followPattern(
  { shown, resources, base, depth }: Content,
  { pattern, patterns }: { readonly pattern: PDFObject | undefined; readonly patterns: Set<PDFObject> },
): void {
  if (!(pattern instanceof PDFRawStream) || patterns.has(pattern) || depth >= DEEPEST) return;
  patterns.add(pattern);
  const own = pattern.dict.lookup(PDFName.of('Resources'));
  const matrix = times(matrixOf(numbersOf(pattern.dict.lookup(PDFName.of('Matrix')))), base);
  follow({
    content: latin1(unpackStream(pattern)),
    resources: own instanceof PDFDict ? own : resources,
    base: matrix,
    shown,
    depth: depth + 1,
  });
}
