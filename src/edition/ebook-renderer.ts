// The EPUB: links from document to document, notes at the chapter's end, meanings for reading systems.
import type { EbookEdition } from '../model/edition.js';
import { outcome } from '../model/finding.js';
import { ebookMentions } from './cast-appendix.js';
import type { EditionRenderer } from './edition-renderer.js';
import { ebookEdition } from './page-geometry.js';
import { partFiles } from './part-file-names.js';
import { NO_FACES, readFaces } from './resources/theme-fonts.js';
import { preparedNotes } from './render-section.js';
import { withSemantics } from './epub-semantics.js';
import { ebookTerms } from './medium/ebook-elements.js';
import type { Note, NumberedChapter } from '../model/book.js';
import { element, text, type ElementNode, type Flow } from '../model/flow.js';
import type { Context } from './templates/template-errors.js';
import type { Templates } from './templates/open-templates.js';
import { callId } from './medium/note-calls.js';
import { translateElements, type ElementTerms } from './medium/translate-elements.js';
import type { Words } from './book-words.js';

export const ebookRenderer: EditionRenderer<EbookEdition> = {
  medium: 'ebook',
  missing: 'itself',
  edition: ebookEdition,
  faces: ({ world, theme, config, edition }) => {
    const faces = readFaces({ world, theme, chosen: config.fonts, outlines: 'any' });
    return edition.fonts === 'none' ? outcome({ ...NO_FACES, named: faces.value.named }) : faces;
  },
  sectionRenderer: (tools) => {
    const files = partFiles(tools.chapters.map((chapter) => chapter.id));
    return (chapter) => {
      const notes = preparedNotes(chapter, tools);
      const sources = { ...tools, files, notes, here: chapter.id };
      const terms = ebookTerms(sources);
      return {
        terms,
        mentions: ebookMentions(sources),
        finish: (section, _, given) => {
          const gathered = gatherNotes(chapter, given, { ...tools, terms, notes });
          return withSemantics({ ...section, children: [...section.children, ...gathered] }, chapter.kind);
        },
      };
    };
  },
  start: () => 'next',
  furniture: () => undefined,
};

// The notes of a chapter at its end, for a medium that has no page foot.

interface NoteSources {
  readonly templates: Templates;
  readonly terms: ElementTerms;
  readonly words: Words;
  readonly notes: ReadonlyMap<string, Note>;
}

/** What the template `notes` makes of them; nothing for a chapter without notes. */
function gatherNotes(
  chapter: NumberedChapter,
  given: Context,
  { templates, terms, words, notes }: NoteSources,
): Flow {
  const own = chapter.notes.map((note) => notes.get(note.id) ?? note);
  if (own.length === 0) return [];
  const views = own.map((note) => ({
    id: note.id,
    number: String(note.number),
    body: templates.slots.put(note.flow),
    backlink: templates.slots.put([backlink(note, words)]),
  }));
  return translateElements(templates.render('notes', { ...given, notes: views }), terms);
}

function backlink(note: Note, words: Words): ElementNode {
  return element('a', { class: 'backlink', href: `#${callId(note.id)}` }, [text(words['back-to-text'])]);
}
