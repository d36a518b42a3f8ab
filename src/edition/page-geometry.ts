// The measures of the printed page: what the book asks for, else what its theme has.
import type { BookConfig } from '../model/settings.js';
import type { EbookEdition, PageGeometry, PrintEdition } from '../model/edition.js';
import type { Margins } from '../model/margins.js';
import type { ImageSize } from '../images/image-verdict.js';
import type { LeastMargins } from '../model/profile.js';
import type { ThemeSettings } from '../model/theme.js';
import { PX_PER_MM } from '../shared/units.js';

/**
 * Millimetres beyond the bleed: artwork that runs off never ends at the knife; marks and their gap need more.
 */
const BEYOND = { plain: 3, marks: 10 } as const;

export function printEditionOf(config: BookConfig, theme: ThemeSettings): PrintEdition {
  return {
    medium: 'print',
    page: pageGeometry(config, theme),
    marks: config.print.marks,
    chapterStart: config.print.chapterStart ?? theme.chapterStart,
    ...(config.print.folios && { folios: config.print.folios }),
    pagesMultiple: config.print.pagesMultiple ?? 1,
  };
}

/**
 * A page to photograph for reading systems: as wide as the book in steps of five CSS pixels and at 1 to 1.6,
 * so that the stores' 1600 by 2560 picture pixels come out whole. Nothing lies outside of it.
 */
export function coverEdition(config: BookConfig, theme: ThemeSettings): PrintEdition {
  const { width } = pageGeometry(config, theme).trim;
  const steps = Math.round((width * PX_PER_MM) / 5);
  const trim = { width: (steps * 5) / PX_PER_MM, height: (steps * 8) / PX_PER_MM };
  return {
    medium: 'print',
    page: { trim, bleed: 0, overhang: 0, margins: { top: 0, bottom: 0, inside: 0, outside: 0 } },
    marks: false,
    chapterStart: 'next',
    pagesMultiple: 1,
  };
}

/** The same page as high as an image of this proportion, in whole CSS pixels. */
export function inProportion(edition: PrintEdition, { width, height }: ImageSize): PrintEdition {
  const { trim } = edition.page;
  const pixels = Math.max(1, Math.round((trim.width * PX_PER_MM * height) / width));
  return { ...edition, page: { ...edition.page, trim: { ...trim, height: pixels / PX_PER_MM } } };
}

export function ebookEdition(config: BookConfig): EbookEdition {
  return { medium: 'ebook', fonts: config.epub.fonts, tocDepth: config.epub.tocDepth };
}

/** Enough for every printer that a file is made for, so that all are cut from one master. */
function overhang({ bleed, marks, printers = [] }: BookConfig['print']): number {
  const widest = Math.max(bleed, ...printers.map((printer) => printer.bleed.width));
  return widest + (marks || printers.some((printer) => printer.marks) ? BEYOND.marks : BEYOND.plain);
}

function pageGeometry({ print }: BookConfig, theme: ThemeSettings): PageGeometry {
  const trim = print.trim ?? theme.page.trim;
  return {
    trim,
    bleed: print.bleed,
    overhang: overhang(print),
    margins: raised(print.margins ?? marginsOn(trim, theme.page), print.leastMargins),
  };
}

function raised(
  { top, bottom, inside, outside }: Margins,
  least: LeastMargins = { inside: 0, outside: 0 },
): Margins {
  return {
    top: Math.max(top, least.outside),
    bottom: Math.max(bottom, least.outside),
    inside: Math.max(inside, least.inside),
    outside: Math.max(outside, least.outside),
  };
}

// The margins of a page whose book says none: its theme's, and what its trim has more than the theme's own.

type Trim = ThemeSettings['page']['trim'];

/**
 * A theme sets its measure for its type, so a wider trim widens the margins and not the lines: in the
 * proportion of its inner and outer margin, or as its `wider` says. A taller trim holds more lines, and its
 * head and foot grow with it. A narrower or lower one leaves the margins as they are. Millimetres.
 */
export function marginsOn(
  trim: Trim,
  { trim: own, margins, wider = margins }: ThemeSettings['page'],
): Margins {
  const width = Math.max(0, trim.width - own.width);
  const height = Math.max(1, trim.height / own.height);
  const sides = wider.inside + wider.outside;
  const inner = sides > 0 ? wider.inside / sides : 0.5;
  return {
    top: margins.top * height,
    bottom: margins.bottom * height,
    inside: margins.inside + width * inner,
    outside: margins.outside + width * (1 - inner),
  };
}
