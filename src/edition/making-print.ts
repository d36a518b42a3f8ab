// Print: notes at the page foot, page numbers left open, words divided, furniture round the pages.
import type { PrintEdition } from '../model/edition.js';
import { printMentions } from './cast.js';
import type { Making } from './making.js';
import { openFurniture } from './furniture.js';
import { printEdition } from './geometry.js';
import { openHyphenation } from './hyphenate.js';
import { startOf } from './parts.js';
import { readFaces } from './resources/fonts.js';
import { preparedNotes } from './section.js';
import { printTerms } from './terms/print.js';

export const printMaking: Making<PrintEdition> = {
  medium: 'print',
  edition: printEdition,
  faces: readFaces,
  manner: (shop, config) => {
    const { language } = shop.book.metadata;
    const opened = openHyphenation(language);
    if (config.typography.hyphenate) opened.diagnostics.forEach(shop.report);
    return (chapter) => ({
      terms: printTerms({ ...shop, notes: preparedNotes(chapter, shop) }),
      mentions: printMentions(shop.targets),
      finish: (section) => (config.typography.hyphenate ? opened.value(section, chapter.language ?? language) : section),
    });
  },
  start: startOf,
  furniture: (shop) => openFurniture(shop.templates, shop.bookView),
};
