// What a page breaker sees in a text: paragraphs with lines, headings, scene breaks, and everything else that
// goes whole.

/** Paragraphs with lines, and what is whole, in the order of the text. */
export function* blocksIn(parent: HTMLElement): Generator<HTMLElement> {
  for (const child of parent.children) {
    if (!(child instanceof HTMLElement)) continue;
    const style = getComputedStyle(child);
    if (
      style.display === 'none' ||
      style.float !== 'none' ||
      style.position === 'absolute' ||
      style.position === 'fixed'
    )
      continue;
    if (isDivisible(child, style)) yield* blocksIn(child);
    else yield child;
  }
}

const CONTAINERS = /^(section|div|ul|ol|dl|li|dd|blockquote|article|aside)$/;

/** A container of blocks, with no text of its own, that may be parted. */
function isDivisible(element: HTMLElement, { breakInside, display }: CSSStyleDeclaration): boolean {
  if (
    !CONTAINERS.test(element.localName) ||
    breakInside === 'avoid' ||
    !/^(block|flow-root|list-item)$/.test(display)
  )
    return false;
  if (element.querySelector(':scope > .line') !== null) return false;
  for (const child of element.childNodes) {
    if (child instanceof Text ? child.data.trim() !== '' : child instanceof Element && !isBlock(child))
      return false;
  }
  return element.childElementCount > 0;
}

/** A drawing among them makes the whole a picture. */
function isBlock(element: Element): boolean {
  return element instanceof HTMLElement && !getComputedStyle(element).display.startsWith('inline');
}

/** What the rules for page turns know it as. */
export function kindOf(element: HTMLElement): 'heading' | 'scene-break' | 'art' {
  if (/^h[1-6]$|^dt$/.test(element.localName) || element.matches('.opening')) return 'heading';
  return element.matches('.scene-break') ? 'scene-break' : 'art';
}
