// All of a file in other colours: pages, forms, patterns, glyphs that are drawings, gradients, pictures,
// blending.
import { PDFArray, PDFDict, PDFRawStream, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { name } from '../objects/pdf-name.js';
import { cachedContent } from '../objects/content-cache.js';
import { TO_GRAY, type Conversion } from './colour-conversion.js';
import { convertImage, convertPdfImage } from './convert-images.js';
import { convertContent } from './convert-content.js';
import { convertShading } from './convert-gradients.js';
import { dictOf, isRgb, spaceName } from '../objects/colour-spaces.js';
import { bytesOf, latin1, streamOf, unpackStream } from '../objects/streams.js';
import { deflated } from '../objects/zlib.js';

/** How many gradients could not be converted, because their colours are computed by a program. */
export interface Coloured {
  readonly gradientsLeft: number;
}

/**
 * Converts a document in place. A mask's lightness is what it hides, so masks become gray whatever the
 * conversion.
 */
export async function convertFile(doc: PDFDocument, conversion: Conversion): Promise<Coloured> {
  const { context } = doc;
  const masks = maskForms(doc);
  const contents = new Set(
    doc
      .getPages()
      .flatMap((page) => refsOf(page.node.get(name('Contents'))))
      .map(({ tag }) => tag),
  );
  const pictures: Promise<void>[] = [];
  let gradientsLeft = 0;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    const by = masks.has(ref.tag) ? TO_GRAY : conversion;
    if (object instanceof PDFRawStream && (contents.has(ref.tag) || holdsContent(object.dict))) {
      context.assign(ref, repainted(object, by));
    } else if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Image')) {
      pictures.push(
        convertPdfImage(context, object, by).then((image) => {
          if (image) context.assign(ref, image);
        }),
      );
    }
    if (!dict) continue;
    repaintGroup(dict, by);
    for (const shading of shadingsOf(dict))
      if (convertShading(context, shading, by) === 'left') gradientsLeft++;
    for (const glyph of drawnGlyphs(dict)) repaintGlyph(glyph);
  }
  await Promise.all(pictures);
  return { gradientsLeft };

  function repaintGlyph(ref: PDFRef): void {
    const glyph = context.lookup(ref);
    if (glyph instanceof PDFRawStream) context.assign(ref, repainted(glyph, conversion));
  }

  function repaintGroup(dict: PDFDict, by: Conversion): void {
    const group = dict.lookup(name('Group'));
    if (!(group instanceof PDFDict) || !group.has(name('CS'))) return;
    if (isRgb(spaceName(context, group.get(name('CS'))))) group.set(name('CS'), name(by.space));
  }
}

/**
 * Has the pictures of a document converted before the document is; `shown` is what a file will hold of each.
 */
export function startConversion(
  doc: PDFDocument,
  conversion: Conversion,
  shown: (ref: PDFRef, image: PDFRawStream) => Promise<PDFRawStream>,
): void {
  const { context } = doc;
  const masks = maskForms(doc);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const isPicture =
      object instanceof PDFRawStream &&
      object.dict.get(name('Subtype')) === name('Image') &&
      !masks.has(ref.tag);
    if (isPicture)
      void shown(ref, object)
        .then((image) => convertImage(context, image, conversion))
        .catch(() => undefined); // the file asks again
  }
}

function repainted(stream: PDFRawStream, by: Conversion): PDFRawStream {
  const make = (): Uint8Array => deflated(bytesOf(convertContent(latin1(unpackStream(stream)), by)));
  const bytes =
    by.known === undefined
      ? make()
      : cachedContent(
          {
            memory: by.known.memory,
            from: ['repainted', by.known.name, stream.dict.toString(), stream.contents],
          },
          make,
        );
  return streamOf(stream.dict, bytes);
}

function holdsContent(dict: PDFDict): boolean {
  return dict.get(name('Subtype')) === name('Form') || String(dict.get(name('PatternType'))) === '1';
}

function shadingsOf(dict: PDFDict): readonly PDFDict[] {
  if (dict.has(name('ShadingType'))) return [dict];
  const shading = String(dict.get(name('PatternType'))) === '2' ? dict.get(name('Shading')) : undefined;
  return shading instanceof PDFDict ? [shading] : []; // one that is an object of its own is met as such
}

function drawnGlyphs(dict: PDFDict): readonly PDFRef[] {
  const glyphs = dict.get(name('Subtype')) === name('Type3') ? dict.lookup(name('CharProcs')) : undefined;
  return glyphs instanceof PDFDict ? glyphs.values().filter((one) => one instanceof PDFRef) : [];
}

function refsOf(contents: PDFObject | undefined): readonly PDFRef[] {
  if (contents instanceof PDFRef) return [contents];
  return contents instanceof PDFArray ? contents.asArray().filter((one) => one instanceof PDFRef) : [];
}

/** The forms of luminosity masks, and all that they use. */
function maskForms({ context }: PDFDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: PDFObject[] = [];
  for (const [, object] of context.enumerateIndirectObjects()) {
    const mask = object instanceof PDFDict ? object.lookup(name('SMask')) : undefined;
    const form =
      mask instanceof PDFDict && mask.get(name('S')) === name('Luminosity') ? mask.get(name('G')) : undefined;
    if (form) waiting.push(form);
  }
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one instanceof PDFRef) {
      if (found.has(one.tag)) continue;
      found.add(one.tag);
      const object = context.lookup(one);
      if (object) waiting.push(object);
    } else if (one instanceof PDFArray) waiting.push(...one.asArray());
    else waiting.push(...(dictOf(one)?.values() ?? []));
  }
  return found;
}
