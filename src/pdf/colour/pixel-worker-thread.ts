// Runs in threads of their own: whatever is done to all pixels of a picture.
import type { PhotographRead } from '../../model/world.js';
import type { ColourOrder, Conversion } from './colour-conversion.js';
import { openConversion } from './open-conversion.js';
import { encodePhotograph } from '../../images/jpeg/jpeg-codec.js';
import { readPhotograph } from '../../images/jpeg/validate-jpeg.js';
import { drawFirstPage } from '../../images/page-images/pdfium-pixels.js';
import { answerQuestions } from '../../shared/worker-thread.js';
import { resampleImage, type ImageToResample, type ResampledImage } from './resample-pixels.js';
import { convertPixels, type Converted, type PackedPixels } from './convert-pixels.js';

/**
 * What is wanted: a picture in other colours; an image with fewer pixels; the first page of a PDF as a JPEG,
 * so many pixels wide; or whether a JPEG is whole.
 */
export type PixelQuestion =
  | { readonly wanted: 'colours'; readonly picture: PackedPixels; readonly order: ColourOrder }
  | { readonly wanted: 'fewer pixels'; readonly image: ImageToResample }
  | { readonly wanted: 'page'; readonly pdf: Uint8Array; readonly width: number }
  | { readonly wanted: 'photograph'; readonly bytes: Uint8Array };

/** By what was wanted. */
export interface PixelAnswers {
  readonly colours: Converted;
  readonly 'fewer pixels': ResampledImage | undefined;
  readonly page: Uint8Array;
  readonly photograph: PhotographRead;
}

export interface PixelExchange {
  readonly question: PixelQuestion;
  readonly answer: PixelAnswers[keyof PixelAnswers];
}

answerQuestions<PixelExchange>(async (question) => {
  switch (question.wanted) {
    case 'colours':
      return convertPixels(question.picture, await conversionOf(question.order));
    case 'fewer pixels':
      return resampleImage(question.image);
    case 'page':
      return encodePhotograph(await drawFirstPage(question.pdf, question.width));
    case 'photograph':
      return readPhotograph(question.bytes);
  }
});

/** To open one takes a tenth of a second, and a book's pictures all want the same. */
const opened = new Map<string, Promise<Conversion>>();

function conversionOf(order: ColourOrder): Promise<Conversion> {
  const conversion = opened.get(order.name) ?? openConversion(order);
  opened.set(order.name, conversion);
  return conversion;
}
