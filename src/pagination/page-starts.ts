// Puts the galleys one behind the other: which page each begins on, and where blank pages stand.
import type { ChapterId } from '../model/cast.js';
import type { Part } from '../model/edition.js';
import { elementsOf, hasClass } from '../model/flow.js';

/** A page of the book before anything is known but its order. */
export interface PlacedPage {
  readonly index: number;
  readonly side: 'recto' | 'verso';
  /** Absent on blank pages. */
  readonly part?: Part;
  /** Page within the part's galley, from 0. */
  readonly page: number;
}

/**
 * Places every galley: parts that begin on a side get a blank page before them where they would not, and
 * blank pages fill the book up to a multiple, before a last section that covers the sheet (the back cover
 * stays outermost).
 */
export function placeGalleys(
  parts: readonly Part[],
  { lengths, multiple }: { lengths: ReadonlyMap<ChapterId, number>; multiple: number },
): readonly PlacedPage[] {
  const places: (Omit<PlacedPage, 'index' | 'side'> | undefined)[] = [];
  const last = parts.at(-1);
  for (const part of parts) {
    if (misses(part.start, places.length)) places.push(undefined);
    const length = lengths.get(part.id) ?? 0;
    if (part === last && coversSheet(part)) places.push(...blanks(places.length + length, multiple));
    for (let page = 0; page < length; page += 1) places.push({ part, page });
  }
  places.push(...blanks(places.length, multiple));
  return places.map((place, index) => ({ index, side: sideOf(index), page: 0, ...place }));
}

/** The first page is a recto, as in every book that is bound on its left. */
export function sideOf(index: number): 'recto' | 'verso' {
  return index % 2 === 0 ? 'recto' : 'verso';
}

/** Whether a part's root element asks for the page without margins. */
export function coversSheet(part: Part): boolean {
  const [root] = elementsOf(part.flow);
  return root !== undefined && hasClass(root, 'bare');
}

function misses(start: Part['start'], index: number): boolean {
  return start !== 'next' && sideOf(index) !== start;
}

function blanks(count: number, multiple: number): readonly undefined[] {
  const missing = multiple > 1 ? (multiple - (count % multiple)) % multiple : 0;
  return Array.from({ length: missing }, () => undefined);
}
