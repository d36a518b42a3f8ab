// Page numbers while a galley is laid out: none is known, and those that come must need no more room, or a line that the browser
// breaks by itself would become two, and push what stands below it off a page that is full. Set lines hold any number as it is.
import { isFigures } from '../lines/figures.js';

/** What decides which figure is the widest. */
const DRESS = ['font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-variation-settings', 'font-feature-settings', 'font-variant-numeric', 'font-variant-caps', 'letter-spacing'] as const;

/** Writes every number that stands for a page in the widest figure of its face. To be called where styles apply. */
export function widenFigures(root: ParentNode): void {
  const references = [...root.querySelectorAll<HTMLElement>('[data-target]')].filter(({ textContent }) => isFigures(textContent));
  const dressed = references.map((reference) => ({ reference, dress: dressOf(reference) })); // all before the first is changed: each change would have the styles computed again
  const widest = new Map<string, string>();
  for (const { reference, dress } of dressed) if (!widest.has(dress)) widest.set(dress, widestFigure(reference));
  for (const { reference, dress } of dressed) reference.textContent = (widest.get(dress) ?? '8').repeat(reference.textContent.length);
}

function dressOf(reference: HTMLElement): string {
  const style = getComputedStyle(reference);
  return DRESS.map((property) => style.getPropertyValue(property)).join('|');
}

function widestFigure(reference: HTMLElement): string {
  const words = reference.textContent;
  const widths = Array.from('0123456789', (figure) => {
    reference.textContent = figure.repeat(words.length);
    return { figure, width: reference.getBoundingClientRect().width };
  });
  reference.textContent = words;
  return widths.reduce((most, one) => (one.width > most.width ? one : most)).figure;
}
