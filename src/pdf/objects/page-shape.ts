// How far a printer wants each page to reach: bleed edge by edge, and whether there is room for marks.
import type { PageFact } from '../../model/artifact.js';
import type { PrintEdition } from '../../model/edition.js';
import type { PrinterProfile } from '../../model/profile.js';

/** Millimetres of bleed on each side of one page. */
export interface PageShape {
  readonly bleed: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly marks: boolean;
}

/**
 * The shape of a page for a printer. The bound edge is left on a recto, and right where the book is read from
 * the right.
 */
export function shapeFor(
  { bleed: { width, edges }, marks }: PrinterProfile,
  page: { side: PageFact['side']; direction: 'ltr' | 'rtl' },
): PageShape {
  if (edges === 'none') return { bleed: { left: 0, right: 0, top: 0, bottom: 0 }, marks };
  const bound = (page.side === 'recto') === (page.direction === 'ltr') ? 'left' : 'right';
  const all = { left: width, right: width, top: width, bottom: width };
  return { bleed: edges === 'outer' ? { ...all, [bound]: 0 } : all, marks };
}

/** The shape that the book itself asks for. */
export function ownShape({ page: { bleed }, marks }: PrintEdition): PageShape {
  return { bleed: { left: bleed, right: bleed, top: bleed, bottom: bleed }, marks };
}
