// What stands around the text of a printed page: the theme's template, tried once before the press calls it
// for every page.
import type { FurniturePage } from '../model/edition.js';
import type { Context } from './templates/template-errors.js';
import type { Templates } from './templates/open-templates.js';

/**
 * Faults of the template are found now, by filling it in for pages of either side; afterwards it only writes.
 */
export function openFurniture(
  templates: Templates,
  book: Context,
): ((page: FurniturePage) => string) | undefined {
  if (!templates.has('furniture')) return undefined;
  const furniture = (page: FurniturePage): string => templates.write('furniture', { book, page });
  TRIALS.forEach(furniture);
  return furniture;
}

const RECTO: FurniturePage = {
  index: 2,
  total: 4,
  folio: '3',
  side: 'recto',
  kind: 'chapter',
  part: 'trial',
  opening: false,
  openingFolio: false,
  blank: false,
  bookTitle: 'Title',
  bookSubtitle: 'Subtitle',
  runningHead: 'Chapter',
  number: '1',
  turn: 0.5,
};

const TRIALS: readonly FurniturePage[] = [
  RECTO,
  { ...RECTO, index: 3, folio: 'iv', side: 'verso', turn: 0.75 },
  { ...RECTO, opening: true },
  { ...RECTO, opening: true, openingFolio: true },
  { ...RECTO, folio: '', blank: true },
];
