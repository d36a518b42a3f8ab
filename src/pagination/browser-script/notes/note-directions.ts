// Notes leave their chapter for the foot of the page, and with it whatever says in which language and
// direction they are.

/** Gives every note the language and the direction of its place. */
export function holdDirections(content: DocumentFragment): void {
  for (const note of content.querySelectorAll<HTMLElement>('.note')) {
    note.lang = said(note, 'lang');
    note.dir = said(note, 'dir');
  }
}

function said(note: HTMLElement, name: 'lang' | 'dir'): string {
  return note.closest(`[${name}]`)?.getAttribute(name) ?? '';
}
