// How high each note is at the foot of a page, in lines of the text, and the line of the text that calls it.
import type { Stage } from './plan-stage.js';

export interface NoteHeights {
  /** What stands above the first note of a page. */
  readonly rule: number;
  byLine(paragraph: HTMLElement): readonly { readonly line: number; readonly height: number }[];
  within(element: HTMLElement): number;
}

/** Measures copies at the foot of the stage's page; the notes themselves must not be shown. */
export function noteHeights({ page, wrapper, line }: Stage): NoteHeights {
  const foot = page.querySelector<HTMLElement>('.pagedjs_footnote_content');
  const inner = foot?.querySelector<HTMLElement>('.pagedjs_footnote_inner_content') ?? foot;
  const notes = [...wrapper.querySelectorAll<HTMLElement>('.note')];
  const heights = new Map<HTMLElement, number>();
  let rule = 0;
  if (foot !== null && inner !== null && notes.length > 0) {
    const copies = notes.map((note) => {
      const copy = note.cloneNode(true) as HTMLElement;
      copy.style.display = '';
      copy.removeAttribute('id');
      return copy;
    });
    foot.classList.remove('pagedjs_footnote_empty');
    // as high as it likes: the stage's page has no room for notes yet
    foot.style.cssText = 'flex: none; height: auto';
    inner.append(...copies);
    copies.forEach((copy, index) => {
      const note = notes[index];
      if (note !== undefined) heights.set(note, copy.getBoundingClientRect().height / line);
    });
    const all = copies.reduce((sum, copy) => sum + copy.getBoundingClientRect().height, 0);
    rule = Math.max(0, (foot.getBoundingClientRect().height - all) / line);
    for (const copy of copies) copy.remove();
  }
  const heightOf = (note: HTMLElement): number => heights.get(note) ?? 0;
  return {
    rule,
    byLine: (paragraph) =>
      [...paragraph.querySelectorAll<HTMLElement>('.note')].map((note) => ({
        line: Number(note.closest<HTMLElement>('.line')?.dataset['line'] ?? 1),
        height: heightOf(note),
      })),
    within: (element) =>
      [...element.querySelectorAll<HTMLElement>('.note')].reduce((sum, note) => sum + heightOf(note), 0),
  };
}
