// The EPUB: links from document to document, notes at the chapter's end, meanings for reading systems.
import type { EbookEdition } from '../model/edition.js';
import { outcome } from '../model/finding.js';
import { ebookMentions } from './cast-appendix.js';
import type { EditionRenderer } from './edition-renderer.js';
import { ebookEdition } from './page-geometry.js';
import { gatherNotes } from './chapter-notes.js';
import { partFiles } from './part-file-names.js';
import { NO_FACES, readFaces } from './resources/theme-fonts.js';
import { preparedNotes } from './render-section.js';
import { withSemantics } from './epub-semantics.js';
import { ebookTerms } from './medium/ebook-elements.js';

export const ebookRenderer: EditionRenderer<EbookEdition> = {
  medium: 'ebook',
  edition: ebookEdition,
  faces: ({ world, theme, config, edition }) => {
    const faces = readFaces({ world, theme, chosen: config.fonts, outlines: 'any' });
    return edition.fonts === 'none' ? outcome({ ...NO_FACES, named: faces.value.named }) : faces;
  },
  manner: (shop) => {
    const files = partFiles(shop.chapters.map((chapter) => chapter.id));
    return (chapter) => {
      const notes = preparedNotes(chapter, shop);
      const sources = { ...shop, files, notes, here: chapter.id };
      const terms = ebookTerms(sources);
      return {
        terms,
        mentions: ebookMentions(sources),
        finish: (section, _, given) => {
          const gathered = gatherNotes(chapter, given, { ...shop, terms, notes });
          return withSemantics({ ...section, children: [...section.children, ...gathered] }, chapter.kind);
        },
      };
    };
  },
  start: () => 'next',
  furniture: () => undefined,
};
