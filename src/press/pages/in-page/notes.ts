// Notes at the foot, where Paged.js leaves off: long ones leave room for text, and all get back the names they had.
import type { Chunker, EnginePage } from './engine.js';

/** Of a page, what notes carried over from the page before may take while text goes on: the text would stand still otherwise. */
const SHARE = 2 / 3;

/** Paged.js gives a note that is carried over all the height it asks for, even more than the page has. */
export function leaveRoomForText(chunker: Chunker): void {
  chunker.hooks.beforePageLayout.register((page: EnginePage, content: Node | undefined) => {
    const area = page.element.querySelector<HTMLElement>('.pagedjs_area');
    const notes = area?.querySelector<HTMLElement>('.pagedjs_footnote_content');
    const inner = notes?.querySelector<HTMLElement>('.pagedjs_footnote_inner_content');
    if (area === null || notes === null || notes === undefined || inner === null || inner === undefined) return;
    const asked = parseFloat(area.style.getPropertyValue('--pagedjs-footnotes-height'));
    const most = Math.floor(area.clientHeight * (content === undefined ? 1 : SHARE));
    if (!(asked > most)) return;
    const around = notes.scrollHeight - inner.scrollHeight;
    area.style.setProperty('--pagedjs-footnotes-height', `${most}px`);
    inner.style.height = `${most - Math.max(0, around)}px`;
  });
}

/** Paged.js renames a note when it moves it to the foot, and leaves a call of its own beside ours. */
export function settleNotes(pages: readonly HTMLElement[]): void {
  for (const page of pages) {
    for (const note of page.querySelectorAll<HTMLElement>('[data-footnote-marker]')) rename(note);
    for (const call of page.querySelectorAll('[data-footnote-call]')) call.remove();
  }
}

function rename(note: HTMLElement): void {
  const name = note.dataset['id'];
  if (name !== undefined && note.dataset['splitFrom'] === undefined) note.id = name;
  else note.removeAttribute('id');
}
