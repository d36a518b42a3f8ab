// The notes of a chapter: those that it calls, numbered in the order of the calls.
import type { Note } from '../model/book.js';
import { mapFlow, type Flow } from '../model/flow.js';
import type { ParsedFragment } from './parse-fragment.js';

/**
 * Numbers the notes from 1 and names them `note-<chapter>-<n>`. A note that another note calls follows those
 * that the text calls; a note that two chapters of one file call stands in both. Calls of a note after its
 * first are counted: the note stands at the first.
 */
export function numberNotes(
  flow: Flow,
  from: { chapter: string; notes: ParsedFragment['notes'] },
): { flow: Flow; notes: readonly Note[] } {
  // From the place in the file's list to the number in this chapter.
  const numbers = new Map<number, number>();
  const calls = new Map<number, number>();
  const named = (inner: Flow): Flow =>
    mapFlow(inner, (node) => {
      if (node.type === 'text' || node.tag !== 'fm-note') return node;
      const index = Number(node.attributes['ref']);
      const number = numbers.get(index) ?? numbers.size + 1;
      numbers.set(index, number);
      const call = (calls.get(index) ?? 0) + 1;
      calls.set(index, call);
      return {
        ...node,
        attributes: {
          ...node.attributes,
          ref: noteId(from.chapter, number),
          ...(call > 1 && { call: String(call) }),
        },
      };
    });
  const body = named(flow);
  const notes: Note[] = [];
  // The map grows while notes that call notes are read, and is walked to its end all the same.
  for (const [index, number] of numbers) {
    const note = from.notes[index];
    if (note) notes.push({ id: noteId(from.chapter, number), number, flow: named(note.flow), at: note.at });
  }
  return { flow: body, notes };
}

function noteId(chapter: string, number: number): string {
  return `note-${chapter}-${number}`;
}
