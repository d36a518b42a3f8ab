// How thick the book is, and whether words fit on its back.
import { STOCKS, type CoverWrapSettings } from '../../model/cover-wrap.js';
import { MM_PER_INCH, POINTS_PER_INCH } from '../../shared/units.js';

export interface Spine {
  /** Millimetres. */
  readonly width: number;
  /** The room for words across the spine, in millimetres; 0 where none belong there. */
  readonly words: number;
}

/** Seven points: smaller words are not printed safely on any cover. */
const LEAST_WORDS_MM = (7 * MM_PER_INCH) / POINTS_PER_INCH;
/** Words on a thick spine do not grow without end. */
const MOST_WORDS_MM = (14 * MM_PER_INCH) / POINTS_PER_INCH;

/**
 * The spine of a book of so many pages. The printer's own width goes before a caliper, and that before the
 * stock's.
 *
 * @example spineOf({ stock: 'kdp-white' }, 300).width // 17.16, which is 300 pages of 0.002252 inches
 */
export function spineOf({ stock, caliper, spine }: CoverWrapSettings, pages: number): Spine {
  const { page, leastPagesForSpineText, spineClear } = STOCKS[stock];
  const width = spine ?? pages * (caliper === undefined ? page : caliper / 2);
  const room = width - 2 * spineClear;
  const fits = pages >= leastPagesForSpineText && room >= LEAST_WORDS_MM;
  return { width: Math.round(width * 100) / 100, words: fits ? Math.min(room, MOST_WORDS_MM) : 0 };
}
