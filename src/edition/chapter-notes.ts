// The notes of a chapter at its end, for a medium that has no page foot.
import type { Note, NumberedChapter } from '../model/book.js';
import { element, text, type ElementNode, type Flow } from '../model/flow.js';
import type { Context } from './templates/template-errors.js';
import type { Templates } from './templates/open-templates.js';
import { callId } from './medium/note-calls.js';
import { translateElements, type ElementTerms } from './medium/translate-elements.js';
import type { Words } from './book-words.js';

export interface NoteSources {
  readonly templates: Templates;
  readonly terms: ElementTerms;
  readonly words: Words;
  readonly notes: ReadonlyMap<string, Note>;
}

/** What the template `notes` makes of them; nothing for a chapter without notes. */
export function gatherNotes(
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
