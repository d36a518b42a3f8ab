// Where a page ends: what is painted beyond it goes over, whatever the engine saw; rows, headings and lines
// stay together; and it is looked again after each change, since less text on a page may set it differently.
import type { BreakToken, Chunker, PagedLayout } from './engine.js';
import { originOf } from './break-identity.js';
import { keepTogether } from './keep-together.js';
import { firstBeyond, hasBefore, limitsOf, rangeFrom, type OverflowPlace } from './overflow.js';
import { rowToBreakAt } from '../pages/tables.js';

/**
 * A page settles after one look or two; a style that never lets it is left, and reported by what stands
 * outside.
 */
const LOOKS = 6;

export function breakPages(chunker: Chunker): void {
  chunker.hooks.onOverflow.register(
    (found: Range | undefined, rendered: HTMLElement, bounds: DOMRect, layout: PagedLayout) => {
      const place = placeToBreak(rendered, { found, layout, bounds });
      if (place !== undefined) return rangeFrom(place, rendered);
      // the engine's place is not taken: before it stands nothing, beyond the page neither
      return found === undefined ? undefined : null;
    },
  );
  chunker.hooks.onBreakToken.register(
    (token: BreakToken | undefined, overflow: Range | undefined, _: HTMLElement, layout: PagedLayout) => {
      if (overflow === undefined) return undefined;
      const origin = originOf(startOf(overflow));
      if (origin === undefined) return undefined;
      return compared(
        token === undefined ? layout.breakAt(origin.node, origin.offset) : Object.assign(token, origin),
      );
    },
  );
  // Before Paged.js notes where the page ended: it takes a place that comes again for a circle.
  chunker.hooks.beforeRenderResult.register(
    (token: BreakToken | undefined, wrapper: HTMLElement, layout: PagedLayout) => {
      if (token !== undefined) settle(token, { wrapper, layout });
    },
  );
}

/**
 * Paged.js takes two places in one text for the same if one of them is its beginning: a page that a text
 * fills would end the book.
 */
function compared(token: BreakToken): BreakToken {
  token.equals = (other) =>
    other !== undefined &&
    token.node === other.node &&
    token.offset === ((other.offset as number | undefined) ?? 0);
  return token;
}

interface Looking {
  readonly found: Range | undefined;
  readonly layout: PagedLayout;
  readonly bounds: DOMRect;
}

/**
 * The engine's place or ours, whichever comes first, moved up to where a break may be. A box that was begun
 * in the next column and is still empty makes the engine name the whole part: a page that ended there would
 * be empty, and the next begin the part anew.
 */
function placeToBreak(rendered: HTMLElement, { found, layout, bounds }: Looking): OverflowPlace | undefined {
  const beyond = firstBeyond(rendered, limitsOf(bounds, layout));
  const engines = found === undefined ? undefined : startOf(found);
  const first = earlierOf(
    engines !== undefined && hasBefore(engines, rendered) ? engines : undefined,
    beyond,
  );
  if (first === undefined) return undefined;
  const row = rowToBreakAt(first, rendered);
  const whole =
    row !== undefined && hasBefore({ node: row, offset: 0 }, rendered)
      ? { node: row, offset: 0 }
      : wholeLine(first, rendered);
  return keepTogether(whole, rendered);
}

/** A set line is never divided. */
function wholeLine(place: OverflowPlace, rendered: HTMLElement): OverflowPlace {
  const line = (place.node instanceof Element ? place.node : place.node.parentElement)?.closest(
    '.line[data-line]',
  );
  if (line == null || line === place.node) return place;
  const before = { node: line, offset: 0 };
  return hasBefore(before, rendered) ? before : place;
}

/** What a range begins with. */
function startOf({ startContainer, startOffset }: Range): OverflowPlace {
  if (startContainer instanceof Text) return { node: startContainer, offset: startOffset };
  return { node: startContainer.childNodes[startOffset] ?? startContainer, offset: 0 };
}

function earlierOf(a: OverflowPlace | undefined, b: OverflowPlace | undefined): OverflowPlace | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.node === b.node) return a.offset <= b.offset ? a : b;
  return (a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? a : b;
}

/** Takes off what has come to stand beyond a page since its end was found, and moves the end up to it. */
function settle(token: BreakToken, { wrapper, layout }: { wrapper: HTMLElement; layout: PagedLayout }): void {
  for (let look = 0; look < LOOKS; look += 1) {
    const place = placeToBreak(wrapper, {
      found: undefined,
      layout,
      bounds: layout.element.getBoundingClientRect(),
    });
    const origin = place === undefined ? undefined : originOf(place);
    if (place === undefined || origin === undefined) return;
    const removed = rangeFrom(place, wrapper).extractContents();
    showHyphen(place);
    void layout.hooks.afterOverflowRemoved.trigger(removed, wrapper, layout);
    Object.assign(token, origin);
  }
}

function showHyphen({ node, offset }: OverflowPlace): void {
  if (!(node instanceof Text) || offset === 0 || !node.data.endsWith('\u00AD')) return;
  node.parentElement?.classList.add('pagedjs_hyphen');
  node.data += '\u2010';
}
