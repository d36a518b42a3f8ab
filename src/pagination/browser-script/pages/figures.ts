// Pictures and figures that a page cannot keep as they are: taller than it, where they would be cut off, a
// picture is made smaller, as far as the words below it ask for; a caption that would stand off the page goes
// under its picture.
import type { Trouble } from '../../messages.js';

/**
 * A theme that sets captions in the margin reckons with figures as wide as the text. Where a book's own style
 * lets a figure float, such a caption would stand off the page: it goes under its picture.
 */
export function callCaptionsBack(stage: HTMLElement): void {
  for (const figure of stage.querySelectorAll<HTMLElement>('figure')) {
    if (getComputedStyle(figure).float === 'none') continue;
    const text = (figure.parentElement ?? stage).getBoundingClientRect();
    for (const caption of figure.querySelectorAll<HTMLElement>(':scope > figcaption')) {
      const { left, right } = caption.getBoundingClientRect();
      if (getComputedStyle(caption).position !== 'absolute' || (left < text.right && right > text.left))
        continue;
      for (const [name, value] of IN_PLACE) caption.style.setProperty(name, value, 'important');
    }
  }
}

const IN_PLACE = [
  ['position', 'static'],
  ['width', 'auto'],
  ['text-align', 'start'],
] as const;

/** In one column without an end. Answers with the pictures that were made smaller; `height` is the page's. */
export function fitFigures(stage: HTMLElement, height: number): readonly Trouble[] {
  return [
    ...[...stage.querySelectorAll('img, svg')].flatMap((picture) => fitPicture(picture, height)),
    ...[...stage.querySelectorAll<HTMLElement>('figure')].flatMap((figure) => fitFigure(figure, height)),
  ];
}

function fitPicture(picture: Element, height: number): readonly Trouble[] {
  const own = picture.getBoundingClientRect().height;
  if (own <= height + 1 || !isPicture(picture)) return [];
  limit(picture, height);
  return [scaled(picture)];
}

/** Of the page, what a picture keeps beside the longest caption; such a figure goes on with the next page. */
const LEAST = 1 / 4;

/** By whole lines, so that what follows keeps to the grid. */
function fitFigure(figure: HTMLElement, height: number): readonly Trouble[] {
  const beyond = heightOf(figure) - height;
  const picture = [...figure.querySelectorAll('img, svg')].find(isPicture);
  if (!(beyond > 1) || picture === undefined) return [];
  const line = parseFloat(getComputedStyle(figure).lineHeight) || 1;
  const own = picture.getBoundingClientRect().height;
  limit(picture, Math.max(own - Math.ceil(beyond / line) * line, Math.min(own, height * LEAST)));
  if (heightOf(figure) > height + 1) figure.style.setProperty('break-inside', 'auto', 'important');
  return [scaled(picture)];
}

/** A float keeps its margins at the head of a page. */
function heightOf(figure: HTMLElement): number {
  const { float, marginTop, marginBottom } = getComputedStyle(figure);
  return (
    figure.getBoundingClientRect().height +
    (float === 'none' ? 0 : parseFloat(marginTop) + parseFloat(marginBottom))
  );
}

function isPicture(picture: Element): picture is HTMLElement | SVGElement {
  return (
    (picture instanceof HTMLElement || picture instanceof SVGElement) &&
    picture.parentElement?.closest('svg') == null
  );
}

function limit(picture: HTMLElement | SVGElement, height: number): void {
  picture.style.setProperty('max-height', `${Math.floor(height)}px`, 'important');
  picture.style.setProperty('object-fit', 'contain', 'important');
}

function scaled(picture: Element): Trouble {
  const block = (
    picture.closest('[data-block]') ?? picture.closest('figure')?.querySelector('[data-block]')
  )?.getAttribute('data-block');
  return {
    kind: 'scaled',
    page: 0,
    words: picture.getAttribute('alt') ?? '',
    ...(block == null ? {} : { block }),
  };
}
