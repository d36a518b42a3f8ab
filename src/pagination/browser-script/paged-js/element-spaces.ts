// Spaces between elements, which Paged.js passes over where a text goes on after a page break.

/**
 * Gives every text that is only a space, and means something, an element of its own: words, and lines of
 * code, would run together.
 */
export function holdSpaces(content: DocumentFragment): void {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const spaces: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (isHeld(node as Text)) spaces.push(node as Text);
  for (const space of spaces) {
    const held = document.createElement('span');
    space.replaceWith(held);
    held.append(space);
  }
}

function isHeld(text: Text): boolean {
  const parent = text.parentElement;
  if (
    text.data === '' ||
    text.data.trim() !== '' ||
    parent === null ||
    parent.closest('svg, math, .line[data-line]') !== null
  )
    return false;
  if (parent.closest('pre') !== null) return true;
  return [text.previousSibling, text.nextSibling].every(
    (beside) => beside instanceof HTMLElement && INLINE.has(beside.tagName),
  );
}

const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR'.split(
    ' ',
  ),
);
