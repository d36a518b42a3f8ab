// Which elements are paragraphs to be set. Styles decide:
//   --lines: auto (default)  justified text is set by total fit, other text broken by it and left ragged
//   --lines: none            the browser breaks the lines
//   --looseness: 1 or -1     a line more or fewer than is best, if there is one; also classes loose, tight
// Notes are read beside the text, not in it: theirs are set where `--lines: note` is asked for, with
// `--lines-measure` as their width.

const CANDIDATES = 'p, li, dd, dt, .note-block';
const NEVER = 'pre, table, svg, math, [data-lines="off"], .line';

export interface Found {
  readonly element: HTMLElement;
  readonly style: CSSStyleDeclaration;
}

export function findParagraphs(root: ParentNode): readonly Found[] {
  return [...root.querySelectorAll<HTMLElement>(CANDIDATES)].flatMap((element) => {
    if (element.closest(NEVER)) return [];
    const style = getComputedStyle(element);
    return isAsked(element, style) && hasOnlyText(element) ? [{ element, style }] : [];
  });
}

function isAsked(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  const asked = style.getPropertyValue('--lines').trim();
  if (asked === 'none' || style.display === 'none') return false;
  return element.closest('.note') === null || asked === 'note';
}

/** Blocks inside a paragraph (verse lines, nested lists) are set for themselves or not at all. */
function hasOnlyText(element: HTMLElement): boolean {
  for (const child of element.children) {
    if (child.classList.contains('note')) continue;
    const { display, float, position } = getComputedStyle(child);
    if (
      /^(block|flow-root|flex|grid|table|list-item)$/.test(display) &&
      float === 'none' &&
      position !== 'absolute' &&
      position !== 'fixed'
    )
      return false;
  }
  return element.textContent.trim() !== '';
}
