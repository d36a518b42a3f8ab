// What stands around the text: asks the composition's furniture for every page that has any.
import type { Composition, FurniturePage } from '../model/edition.js';
import type { NumberedPage } from './folios.js';
import { coversSheet } from './page-starts.js';

/** The furniture's markup; undefined on blank pages and on pages that are filled to the edge. */
export function furnitureOf(
  sheet: NumberedPage,
  { composition, total }: { composition: Composition; total: number },
): string | undefined {
  const { part, index, folio, side } = sheet;
  if (composition.furniture === undefined || part === undefined || part.kind === 'blank' || coversSheet(part))
    return undefined;
  const { metadata } = composition;
  const page: FurniturePage = {
    index,
    total,
    folio,
    side,
    kind: part.kind,
    part: part.id,
    opening: sheet.page === 0,
    openingFolio: sheet.page === 0 && part.role === 'body' && part.folios === 'continuous',
    blank: false,
    bookTitle: metadata.shortTitle ?? metadata.title,
    bookSubtitle: metadata.subtitle ?? '',
    runningHead: part.runningHead,
    number: part.number ?? '',
    turn: index / total,
  };
  return composition.furniture(page);
}
