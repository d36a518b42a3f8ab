// Formes: the sheets that are bound and printed together. One for each galley, whatever the number of tabs,
// so that what the browser prints for a galley depends on nothing but its pages.
import type { ChapterId } from '../model/cast.js';
import type { NumberedPage } from './folios.js';

export interface Batch {
  /** The galley whose pages it holds. */
  readonly galley: ChapterId;
  readonly sheets: readonly NumberedPage[];
  /** The first sheet's place in the book. */
  readonly from: number;
}

/**
 * All sheets in order; blank pages go with the galley before them, those at the very beginning with the
 * first.
 */
export function formesOf(sheets: readonly NumberedPage[]): readonly Batch[] {
  const batches: { galley: ChapterId; sheets: NumberedPage[]; from: number }[] = [];
  let waiting: NumberedPage[] = [];
  for (const sheet of sheets) {
    const last = batches.at(-1);
    const galley = sheet.part?.id;
    if (galley !== undefined && galley !== last?.galley) {
      batches.push({ galley, sheets: [...waiting, sheet], from: waiting[0]?.index ?? sheet.index });
      waiting = [];
    } else (last?.sheets ?? waiting).push(sheet);
  }
  return batches;
}
