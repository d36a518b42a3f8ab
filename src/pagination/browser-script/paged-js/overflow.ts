// Where a page is full: the first text or picture, in reading order, that stands beyond it. Paged.js looks at
// boxes and goes past what a box hides (padding, spans in code, cells that reach over columns); here only
// what is painted counts.
import type { PagedLayout } from './engine.js';
import { elementBoxes, measuring } from '../pages/measure.js';

/** A place in the rendered page; `offset` counts characters of a text. */
export interface OverflowPlace {
  readonly node: Node;
  readonly offset: number;
}

/**
 * The limits of a page's text; the engine lets what does not fit flow into a column to the right of the
 * sheet.
 */
export interface Limits {
  readonly right: number;
  readonly foot: number;
  /** The share of a letter's box that may stand below the foot. */
  readonly below: number;
}

/** A letter may reach a little below its line: what has its middle below the foot is beyond. */
const BELOW = 0.4;

export function limitsOf({ right, bottom }: DOMRect, { gap }: Pick<PagedLayout, 'gap'>): Limits {
  return { right: Math.round(right + gap), foot: bottom, below: BELOW };
}

/**
 * The first place that stands beyond the limits and has something before it: a page keeps at least its first
 * line.
 */
export function firstBeyond(rendered: HTMLElement, limits: Limits): OverflowPlace | undefined {
  const place = firstAfter(rendered, { limits, least: 'something' });
  return place === undefined ? undefined : opening(place, rendered);
}

/** The first place that stands beyond the limits, be it the very first. */
export function firstPlaceBeyond(rendered: HTMLElement, limits: Limits): OverflowPlace | undefined {
  return firstAfter(rendered, { limits, least: 'nothing' });
}

function firstAfter(
  rendered: HTMLElement,
  { limits, least }: { limits: Limits; least: 'something' | 'nothing' },
): OverflowPlace | undefined {
  let kept = least === 'nothing';
  const firstIn = (parent: Node): OverflowPlace | undefined => {
    for (const node of parent.childNodes) {
      const what = kindOf(node);
      if (what === 'nothing' || (kept && what === 'box' && isWithin(node as Element, limits))) continue;
      if (what === 'box') {
        const place = firstIn(node);
        if (place !== undefined) return place;
        continue;
      }
      const place =
        what === 'text' ? textBeyond(node as Text, limits) : pictureBeyond(node as Element, limits);
      if (place !== undefined && (kept || place.offset > 0) && !isPlaced(node, rendered)) return place;
      kept ||= isSeen(node);
    }
    return undefined;
  };
  return firstIn(rendered);
}

/** Most blocks stand on their page: one look at all of a block's text is enough, where it has no pictures. */
function isWithin(element: Element, { right, foot }: Limits): boolean {
  if (element.querySelector('img, svg') !== null) return false;
  const range = measuring();
  range.selectNodeContents(element);
  const painted = range.getBoundingClientRect();
  return painted.right < right && painted.bottom <= foot;
}

/** Whether text or a picture stands before a place. */
export function hasBefore({ node, offset }: OverflowPlace, rendered: HTMLElement): boolean {
  const range = measuring();
  range.setStart(rendered, 0);
  if (offset > 0) range.setEnd(node, offset);
  else range.setEndBefore(node);
  return holdsSomething(range);
}

/** Everything from a place on. */
export function rangeFrom({ node, offset }: OverflowPlace, rendered: HTMLElement): Range {
  const range = document.createRange();
  if (offset > 0) range.setStart(node, offset);
  else range.setStartBefore(node);
  range.setEndAfter(rendered.lastChild ?? rendered);
  return range;
}

/** A drawing is one picture; what is repeated on every page is no place to break. */
function kindOf(node: Node): 'text' | 'picture' | 'box' | 'nothing' {
  if (node instanceof Text) return node.data.trim() === '' ? 'nothing' : 'text';
  if (!(node instanceof Element) || node.hasAttribute('data-repeated')) return 'nothing';
  return node instanceof HTMLImageElement || node instanceof SVGSVGElement ? 'picture' : 'box';
}

function isSeen(node: Node): boolean {
  const range = measuring();
  range.selectNode(node);
  return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
}

function textBeyond(node: Text, limits: Limits): OverflowPlace | undefined {
  if (!elementBoxes(node).some((box) => isBeyond(box, limits))) return undefined;
  const range = measuring();
  let low = 0;
  let high = node.data.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    range.setStart(node, 0);
    range.setEnd(node, middle + 1);
    if ([...range.getClientRects()].some((box) => isBeyond(box, limits))) high = middle;
    else low = middle + 1;
  }
  const led = node.data.slice(0, low).trim() === '' ? 0 : low;
  return { node, offset: led };
}

function pictureBeyond(element: Element, limits: Limits): OverflowPlace | undefined {
  const { left, top, width } = element.getBoundingClientRect();
  return width > 0 && (left >= limits.right || top >= limits.foot) ? { node: element, offset: 0 } : undefined;
}

function isBeyond({ left, bottom, width, height }: DOMRect, { right, foot, below }: Limits): boolean {
  return width > 0 && (left >= right || bottom - height * below > foot);
}

/** What a style puts somewhere by itself stands where it was put. */
function isPlaced(node: Node, rendered: HTMLElement): boolean {
  for (let at = node.parentElement; at !== null && at !== rendered; at = at.parentElement) {
    const { position } = getComputedStyle(at);
    if (position === 'absolute' || position === 'fixed') return true;
  }
  return false;
}

/** The outermost element that begins with a place: its box goes over with its first line. */
function opening(place: OverflowPlace, rendered: HTMLElement): OverflowPlace {
  if (place.offset > 0) return place;
  let { node } = place;
  for (
    let parent = node.parentNode;
    parent !== null && parent !== rendered && parent.parentNode !== rendered;
    parent = node.parentNode
  ) {
    const range = measuring();
    range.setStart(parent, 0);
    range.setEndBefore(node);
    if (holdsSomething(range)) break;
    node = parent;
  }
  return { node, offset: 0 };
}

/** A head that is repeated on every page is no progress. */
function holdsSomething(range: Range): boolean {
  const content = range.cloneContents();
  for (const repeated of content.querySelectorAll('[data-repeated]')) repeated.remove();
  return content.textContent.trim() !== '' || content.querySelector('img, svg') !== null;
}
