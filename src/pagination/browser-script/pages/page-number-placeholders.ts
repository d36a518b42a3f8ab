// Page numbers while a galley is laid out: none is known, and those that come must need no more room, or a
// line that the browser breaks by itself would become two, and push what stands below it off a page that is
// full. Set lines hold any number as it is.
import { inEachFigure, isFigures } from '../../../layout/lines/page-number-width.js';
import { shapingOf } from '../lines/computed-face.js';

/**
 * Writes every number that stands for a page in the widest figure of its face. To be called where styles
 * apply.
 */
export function widenFigures(root: ParentNode): void {
  const references = [...root.querySelectorAll<HTMLElement>('[data-target]')].filter(({ textContent }) =>
    isFigures(textContent),
  );
  const dressed = references.map((reference) => ({
    reference,
    dress: shapingOf(getComputedStyle(reference)).join('|'),
  })); // all before the first is changed: each change would have the styles computed again
  const widest = new Map<string, string>();
  for (const { reference, dress } of dressed) {
    const figure = widest.get(dress) ?? widestFigure(reference);
    widest.set(dress, figure);
    reference.textContent = figure.repeat(reference.textContent.length);
  }
}

function widestFigure(reference: HTMLElement): string {
  const widths = inEachFigure(reference.textContent).map((words) => {
    reference.textContent = words;
    return { figure: words.slice(0, 1), width: reference.getBoundingClientRect().width };
  });
  return widths.reduce((most, one) => (one.width > most.width ? one : most)).figure;
}
