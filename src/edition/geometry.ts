// The measures of the printed page: what the book asks for, else what its theme has.
import type { BookConfig } from '../model/config.js';
import type { EbookEdition, PageGeometry, PrintEdition } from '../model/edition.js';
import type { ThemeSettings } from '../model/theme.js';

/** Millimetres beyond the bleed: artwork that runs off never ends at the knife; marks and their gap need more. */
const BEYOND = { plain: 3, marks: 10 } as const;

export function printEdition(config: BookConfig, theme: ThemeSettings): PrintEdition {
  return {
    medium: 'print',
    page: pageGeometry(config, theme),
    marks: config.print.marks,
    chapterStart: config.print.chapterStart ?? theme.chapterStart,
    pagesMultiple: config.print.pagesMultiple ?? 1,
  };
}

export function ebookEdition(config: BookConfig): EbookEdition {
  return { medium: 'ebook', fonts: config.epub.fonts, tocDepth: config.epub.tocDepth };
}

function pageGeometry({ print }: BookConfig, theme: ThemeSettings): PageGeometry {
  return {
    trim: print.trim ?? theme.page.trim,
    bleed: print.bleed,
    overhang: print.bleed + (print.marks ? BEYOND.marks : BEYOND.plain),
    margins: print.margins ?? theme.page.margins,
  };
}
