// Numbers pages as books are numbered: every page counts, roman until the body begins, then arabic from 1; or
// arabic all through.
import type { PlacedPage } from './page-starts.js';

export interface NumberedPage extends PlacedPage {
  /** The page's number, whether it is printed or not: references and page labels use it. */
  readonly number: string;
  /** What is printed; empty on blank pages and where a part has none. */
  readonly folio: string;
}

/**
 * Adds numbers to all pages. The blank page before the body's first page still belongs to the front matter.
 */
export function numberPages(sheets: readonly PlacedPage[]): readonly NumberedPage[] {
  const first = sheets.findIndex((sheet) => sheet.part?.folios === 'arabic');
  const continuous = sheets.some((sheet) => sheet.part?.folios === 'continuous');
  const bodyStart = continuous ? 0 : first === -1 ? sheets.length : first;
  return sheets.map((sheet) => {
    const number =
      sheet.index < bodyStart ? romanFolio(sheet.index + 1) : String(sheet.index - bodyStart + 1);
    return { ...sheet, number, folio: printsFolio(sheet) ? number : '' };
  });
}

/** Lower-case roman numerals; 1 to 3999. */
export function romanFolio(number: number): string {
  let rest = number;
  let numeral = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function printsFolio({ part }: PlacedPage): boolean {
  return part !== undefined && part.folios !== 'none' && part.kind !== 'blank';
}
