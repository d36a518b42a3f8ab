// Words that their style keeps whole: soft hyphens are taken out of text with `hyphens: none`, so that the
// line setter breaks no word at them, letters on both sides of one join into a ligature again, and nobody
// copies them.

/** To be called before lines are measured. */
export function keepWordsWhole(root: ParentNode & Node): void {
  const keeps = new Map<Element, boolean>();
  const isWhole = (element: Element): boolean => {
    const known = keeps.get(element) ?? getComputedStyle(element).hyphens === 'none';
    keeps.set(element, known);
    return known;
  };
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const { currentNode: text } = texts;
    if (!(text instanceof Text) || !text.data.includes(SOFT_HYPHEN) || text.parentElement === null) continue;
    if (isWhole(text.parentElement)) text.data = text.data.replaceAll(SOFT_HYPHEN, '');
  }
}

const SOFT_HYPHEN = '\u00AD';
