// Formes: the sheets that are bound and printed together. One for each galley, whatever the number of tabs, so that what the
// browser prints for a galley depends on nothing but its pages.
import type { ChapterId } from '../../model/cast.js';
import type { Numbered } from './folios.js';

export interface Forme {
  /** The galley whose pages it holds; undefined when it holds blank pages only. */
  readonly galley: ChapterId | undefined;
  readonly sheets: readonly Numbered[];
  /** The first sheet's place in the book. */
  readonly from: number;
}

/** All sheets in order; blank pages go with the galley before them. */
export function formesOf(sheets: readonly Numbered[]): readonly Forme[] {
  const formes: { galley: ChapterId | undefined; sheets: Numbered[]; from: number }[] = [];
  for (const sheet of sheets) {
    const last = formes.at(-1);
    const galley = sheet.part?.id;
    if (last === undefined || (galley !== undefined && last.galley !== undefined && galley !== last.galley)) formes.push({ galley, sheets: [sheet], from: sheet.index });
    else {
      last.galley ??= galley;
      last.sheets.push(sheet);
    }
  }
  return formes;
}
