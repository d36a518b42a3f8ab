// Print: notes at the page foot, page numbers left open, words divided, furniture round the pages.
import type { PrintEdition } from '../model/edition.js';
import { printMentions } from './cast-appendix.js';
import type { EditionRenderer } from './edition-renderer.js';
import { openFurniture } from './page-furniture.js';
import { printEditionOf } from './page-geometry.js';
import { openHyphenation } from './hyphenate.js';
import { startOfPart } from './edition-parts.js';
import { readFaces } from './resources/theme-fonts.js';
import { preparedNotes } from './render-section.js';
import { markSuperiors } from './superiors.js';
import { printTerms } from './medium/print-elements.js';

export const printRenderer: EditionRenderer<PrintEdition> = {
  medium: 'print',
  edition: printEditionOf,
  faces: ({ world, theme, config }) =>
    readFaces({ world, theme, chosen: config.fonts, outlines: 'truetype' }),
  manner: (shop, config) => {
    const { language } = shop.book.metadata;
    const opened = openHyphenation(language);
    if (config.typography.hyphenate) opened.diagnostics.forEach(shop.report);
    return (chapter) => ({
      terms: printTerms({ ...shop, notes: preparedNotes(chapter, shop) }),
      mentions: printMentions(shop.targets),
      finish: (section) => {
        const marked = markSuperiors(section, shop.faces);
        return config.typography.hyphenate ? opened.value(marked, chapter.language ?? language) : marked;
      },
    });
  },
  start: startOfPart,
  furniture: (shop) => openFurniture(shop.templates, shop.bookView),
};
