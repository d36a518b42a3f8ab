// Pagination's answer to the rest of the house: which page everything landed on.
import type { PageFact, PageMap } from '../model/artifact.js';
import type { ChapterId } from '../model/cast.js';
import type { NumberedPage } from './folios.js';
import type { BookLayout } from './book-layout.js';
import type { Galley } from './messages.js';

/** The page map of a settled layout. */
export function pageMap({ sheets, anchors }: BookLayout, galleys: ReadonlyMap<ChapterId, Galley>): PageMap {
  return { anchors, pages: sheets.map((sheet) => pageFact(sheet, galleys)) };
}

function pageFact(
  { index, folio, side, part, page }: NumberedPage,
  galleys: ReadonlyMap<ChapterId, Galley>,
): PageFact {
  if (part === undefined) return { index, folio, side, opening: false, blank: true };
  const first = galleys.get(part.id)?.pages[page]?.first;
  return {
    index,
    folio,
    side,
    part: part.id,
    kind: part.kind,
    opening: page === 0,
    blank: part.kind === 'blank',
    ...(first === undefined ? {} : { first }),
  };
}
