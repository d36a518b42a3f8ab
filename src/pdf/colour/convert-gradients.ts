// Gradients in other colours. Their ends are converted; what lies between follows in the new space.
import { PDFArray, PDFDict, PDFNumber, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { name } from '../objects/pdf-name.js';
import type { Conversion } from './colour-conversion.js';
import { dictOf, isRgb, numbersOf, spaceName } from '../objects/colour-spaces.js';

/**
 * Changes a shading in place. `left` when its colours are computed by a program, which cannot be converted.
 */
export function convertShading(
  context: PDFContext,
  shading: PDFDict,
  conversion: Conversion,
): 'done' | 'left' {
  if (!isRgb(spaceName(context, shading.get(name('ColorSpace'))))) return 'done';
  const functions = functionsOf(shading.lookup(name('Function')));
  if (functions.length === 0 || !functions.every(canConvert)) return 'left';
  for (const one of functions) repaintFunction(context, one, conversion);
  const background = numbersOf(shading.lookup(name('Background')));
  if (background.length === 3)
    shading.set(name('Background'), context.obj([...converted(background, conversion)]));
  shading.set(name('ColorSpace'), name(conversion.space));
  return 'done';
}

function functionsOf(object: PDFObject | undefined): readonly PDFDict[] {
  const one = dictOf(object);
  return one === undefined ? [] : [one];
}

/** Two colours with what is between them (type 2), or several of those in a row (type 3). */
function canConvert(one: PDFDict): boolean {
  const type = typeOf(one);
  return type === 2 || (type === 3 && stitched(one).length > 0 && stitched(one).every(canConvert));
}

function repaintFunction(context: PDFContext, one: PDFDict, conversion: Conversion): void {
  one.delete(name('Range'));
  if (typeOf(one) === 3) {
    for (const piece of stitched(one)) repaintFunction(context, piece, conversion);
    return;
  }
  for (const end of ['C0', 'C1']) {
    const colour = numbersOf(one.lookup(name(end)));
    if (colour.length === 3) one.set(name(end), context.obj([...converted(colour, conversion)]));
  }
}

function stitched(one: PDFDict): readonly PDFDict[] {
  const pieces = one.lookup(name('Functions'));
  return pieces instanceof PDFArray
    ? pieces
        .asArray()
        .map((_, index) => pieces.lookup(index))
        .filter((piece) => piece instanceof PDFDict)
    : [];
}

function typeOf(one: PDFDict): number | undefined {
  const type = one.lookup(name('FunctionType'));
  return type instanceof PDFNumber ? type.asNumber() : undefined;
}

function converted(
  [red = 0, green = 0, blue = 0]: readonly number[],
  { colour }: Conversion,
): readonly number[] {
  return colour([red, green, blue]);
}
