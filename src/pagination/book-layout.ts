// A state of the whole book's pagination: galleys, their places, and what references say then.
import type { AnchorId, ChapterId } from '../model/cast.js';
import type { Part } from '../model/edition.js';
import { numberPages, type NumberedPage } from './folios.js';
import type { ReferenceFilling, Galley } from './messages.js';
import { fillingOf } from './page-references.js';
import { placeGalleys } from './page-starts.js';

export interface BookLayout {
  readonly sheets: readonly NumberedPage[];
  /** Anchor to page of the book, from 0. */
  readonly anchors: Readonly<Record<AnchorId, number>>;
  readonly fillings: ReadonlyMap<ChapterId, ReferenceFilling>;
}

/** Places galleys and numbers pages. */
export function layoutOf(
  parts: readonly Part[],
  { galleys, multiple }: { galleys: ReadonlyMap<ChapterId, Galley>; multiple: number },
): BookLayout {
  const lengths = new Map([...galleys].map(([id, { pages }]) => [id, pages.length]));
  const sheets = numberPages(placeGalleys(parts, { lengths, multiple }));
  const anchors = anchorsOf(sheets, galleys);
  const numbers = {
    pageOf: (anchor: AnchorId) => anchors[anchor],
    numberOf: (page: number) => sheets[page]?.number ?? '',
  };
  return {
    sheets,
    anchors,
    fillings: new Map([...galleys].map(([id, galley]) => [id, fillingOf(galley, numbers)])),
  };
}

function anchorsOf(
  sheets: readonly NumberedPage[],
  galleys: ReadonlyMap<ChapterId, Galley>,
): Readonly<Record<AnchorId, number>> {
  const starts = new Map<ChapterId, number>();
  for (const { part, page, index } of sheets)
    if (part !== undefined && page === 0) starts.set(part.id, index);
  const anchors: Record<AnchorId, number> = {};
  for (const [id, galley] of galleys) {
    const start = starts.get(id);
    if (start === undefined) continue;
    anchors[id] ??= start;
    for (const [anchor, page] of Object.entries(galley.anchors)) anchors[anchor] ??= start + page;
  }
  return anchors;
}
