// The notes of a chapter: those that it calls, numbered in the order of the calls.
import type { Note } from '../model/book.js';
import { mapFlow, type Flow } from '../model/flow.js';
import type { Fragment } from './fragment.js';

/**
 * Numbers the notes from 1 and names them `note-<chapter>-<n>`. A note that another note calls follows those that the
 * text calls; a note that two chapters of one file call stands in both.
 */
export function numberNotes(flow: Flow, from: { chapter: string; notes: Fragment['notes'] }): { flow: Flow; notes: readonly Note[] } {
  const called: number[] = [];
  const named = (inner: Flow): Flow => mapFlow(inner, (node) => {
    if (node.type === 'text' || node.tag !== 'fm-note') return node;
    const index = Number(node.attributes['ref']);
    if (!called.includes(index)) called.push(index);
    return { ...node, attributes: { ...node.attributes, ref: noteId(from.chapter, called.indexOf(index) + 1) } };
  });
  const body = named(flow);
  const notes: Note[] = [];
  // `called` grows while notes that call notes are read.
  for (let n = 0; n < called.length; n++) {
    const note = from.notes[called[n] ?? -1];
    if (note) notes.push({ id: noteId(from.chapter, n + 1), number: n + 1, flow: named(note.flow), at: note.at });
  }
  return { flow: body, notes };
}

function noteId(chapter: string, number: number): string {
  return `note-${chapter}-${number}`;
}
