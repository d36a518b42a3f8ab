// Letters on either side of an element's edge (`<span>T</span>he`, a link that ends within a word): where
// both have the same face Chromium joins them to one glyph, paints it, and names only the letter before the
// edge in the PDF's text.

/**
 * Marks the elements at such edges; a style that says the same of ligatures in other words keeps the two
 * sides apart.
 */
export function holdJoins(content: DocumentFragment): void {
  for (const element of content.querySelectorAll(
    'a, abbr, b, bdi, cite, code, del, dfn, em, i, ins, kbd, mark, q, s, samp, small, span, strong, ' +
      'sub, sup, u, var',
  )) {
    const { textContent: own, previousSibling, nextSibling } = element;
    if (meet(previousSibling?.textContent ?? '', own) || meet(own, nextSibling?.textContent ?? ''))
      element.setAttribute('data-joined', '');
  }
}

export const JOINS = ':where([data-joined]) { font-variant-ligatures: common-ligatures contextual; }';

function meet(before: string, behind: string): boolean {
  return /\p{L}$/u.test(before) && /^\p{L}/u.test(behind);
}
