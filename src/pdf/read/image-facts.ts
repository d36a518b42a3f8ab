// A picture's facts: pixels, colours, and how much ink its darkest place takes.
import { PDFArray, PDFBool, PDFNumber, type PDFContext, type PDFRawStream } from '@cantoo/pdf-lib';
import { spaceName } from '../objects/colour-spaces.js';
import { name } from '../objects/pdf-name.js';
import { imageInk } from './image-ink.js';

export interface ImageFacts {
  readonly width: number;
  readonly height: number;
  /** The space of its colours, also where a table holds them. */
  readonly space: string;
  /** Percent; 0 where it is not known. */
  readonly ink: number;
  /** One bit a pixel, painted in the current colour. */
  readonly isMask: boolean;
}

const known = new WeakMap<PDFRawStream, ImageFacts>();

/** A picture that stands on many pages is looked through once. */
export function imageFacts(context: PDFContext, image: PDFRawStream): ImageFacts {
  const seen = known.get(image);
  if (seen) return seen;
  const { dict } = image;
  const space = colourSpace(context, image);
  const facts = {
    width: numberOf(dict.lookup(name('Width'))),
    height: numberOf(dict.lookup(name('Height'))),
    space,
    ink: imageInk(context, image) ?? 0,
    isMask: dict.lookup(name('ImageMask')) === PDFBool.True,
  };
  known.set(image, facts);
  return facts;
}

function colourSpace(context: PDFContext, { dict }: PDFRawStream): string {
  const space = context.lookup(dict.get(name('ColorSpace')));
  const isTable = space instanceof PDFArray && space.lookup(0) === name('Indexed');
  return spaceName(context, isTable ? space.get(1) : space);
}

function numberOf(object: unknown): number {
  return object instanceof PDFNumber ? object.asNumber() : 0;
}
