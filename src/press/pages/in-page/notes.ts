// After layout: notes get back the names they had, and what Paged.js left in the text goes.

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
