// A form within a page's content (PDF 32000-1, 8.10), and the names by which contents call what they draw
// with.
import { PDFDict, PDFName, type PDFObject, type PDFRawStream } from '@cantoo/pdf-lib';
import type { Box } from './page-geometry.js';
import { numbersOf } from './colour-spaces.js';
import { latin1, unpackStream } from './streams.js';
import { boxAround, common, cornersOf, matrixOf, through, times, type Matrix } from './matrices.js';

/** Where a form is drawn. */
interface Around {
  readonly resources: PDFDict | undefined;
  readonly matrix: Matrix;
  readonly clip: Box;
}

/** What is inside: its content as Latin-1, with the space and the bounds that it has on the page. */
export function insideForm(
  form: PDFRawStream,
  { resources, matrix, clip }: Around,
): Around & { readonly content: string } {
  const own = form.dict.lookup(PDFName.of('Resources'));
  const inner = times(matrixOf(numbersOf(form.dict.lookup(PDFName.of('Matrix')))), matrix);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(form.dict.lookup(PDFName.of('BBox')));
  const bounds =
    boxAround(cornersOf({ left, bottom, right, top }).map((point) => through(inner, point))) ?? clip;
  return {
    content: latin1(unpackStream(form)),
    resources: own instanceof PDFDict ? own : resources,
    matrix: inner,
    clip: common(clip, bounds),
  };
}

/** `/F4` in the resources' `Font`; undefined when there is none. */
export function resourceNamed(
  resources: PDFDict | undefined,
  kind: string,
  named: string | undefined,
): PDFObject | undefined {
  const all = resources?.lookup(PDFName.of(kind));
  return named !== undefined && all instanceof PDFDict ? all.lookup(PDFName.of(named)) : undefined;
}
