// What stands on each page of a part, line by line, for findings to be made from.
import type { PageBlock, PageColumn } from '../../../model/page-column.js';
import { blocksIn, kindOf } from '../page-plan/column-blocks.js';
import { readType } from './read-type.js';
import { MM_PER_PX } from '../../../shared/units.js';

const left = new WeakMap<HTMLElement, { readonly column: PageColumn | undefined }>();

/**
 * Reads a page that nothing changes any more, before it leaves the stage: to show it again would take another
 * layout.
 */
export function readLeaving(page: HTMLElement): void {
  left.set(page, { column: readPage(page) });
}

/**
 * The columns of pages, those that left as they were then, the others as they stand in the document;
 * undefined where the page is composed by hand.
 */
export function readColumns(pages: readonly HTMLElement[]): readonly (PageColumn | undefined)[] {
  return pages.map((page) => (left.get(page) ?? { column: readPage(page) }).column);
}

function readPage(page: HTMLElement): PageColumn | undefined {
  const content = page.querySelector<HTMLElement>('.pagedjs_page_content');
  const section = content?.querySelector<HTMLElement>('section');
  if (
    content === null ||
    section === null ||
    section === undefined ||
    section.matches('.bare, .leaf') ||
    section.querySelector('.leaf, .bare') !== null
  )
    return undefined;
  const line = parseFloat(getComputedStyle(section).lineHeight);
  const { top: head } = content.getBoundingClientRect();
  const area = page.querySelector('.pagedjs_area')?.getBoundingClientRect().height ?? 0;
  if (!(line > 0) || content.firstElementChild === null) return undefined;
  const blocks = [...blocksIn(content.firstElementChild as HTMLElement)].flatMap((element) =>
    readBlock(element, { head, line }),
  );
  const notes = [...page.querySelectorAll<HTMLElement>('.pagedjs_footnote_content .note')];
  return {
    depth: Math.floor(area / line + 0.02),
    line: line * MM_PER_PX,
    notes: notes.length > 0,
    blocks,
    called: hashesOf(content, '.note-call:not([data-call])'), // a note stands at its first call
    noted: notes
      .filter((note) => !note.hasAttribute('data-split-from'))
      .map(nameOf)
      .filter((name) => name !== ''),
    // a note call of Paged.js's own goes with its page (notes.ts)
    targets: hashesOf(content, 'a:not(.note-call, [data-footnote-call])'),
    type: readType(content),
  };
}

function hashesOf(content: HTMLElement, which: string): readonly string[] {
  return [
    ...new Set(
      [...content.querySelectorAll(which)].flatMap((one) =>
        one.getAttribute('href')?.startsWith('#') === true ? [one.getAttribute('href')?.slice(1) ?? ''] : [],
      ),
    ),
  ];
}

/**
 * Paged.js names what it moves to the foot of the page anew, which may be another note's own name, and keeps
 * the id beside.
 */
function nameOf(note: HTMLElement): string {
  return note.dataset['id'] ?? note.id;
}

/** A title may reach below its box, into what follows. */
function reachBelow(element: HTMLElement, bottom: number): number | undefined {
  const reach =
    kindOf(element) === 'heading'
      ? Math.max(...[...element.children].map((child) => child.getBoundingClientRect().bottom))
      : bottom;
  return reach > bottom ? reach : undefined;
}

function readBlock(
  element: HTMLElement,
  { head, line }: { readonly head: number; readonly line: number },
): readonly PageBlock[] {
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom - top <= 0) return [];
  const lines = [...element.querySelectorAll<HTMLElement>(':scope > .line')];
  const last = lines.at(-1);
  const block = element.dataset['block'];
  const reach = reachBelow(element, bottom);
  const at = (y: number): number => Number(((y - head) / line).toFixed(2));
  return [
    {
      ...(block === undefined ? {} : { block }),
      kind: last === undefined ? kindOf(element) : 'paragraph',
      from: Number(lines[0]?.dataset['line'] ?? 0),
      to: Number(last?.dataset['line'] ?? 0),
      lines: Number(last?.dataset['lines'] ?? 0),
      broken: last?.classList.contains('line-hyphen') ?? false,
      top: at(top),
      bottom: at(last === undefined ? bottom : last.getBoundingClientRect().bottom),
      ...(reach === undefined ? {} : { reach: at(reach) }),
      words: (last ?? element).textContent.replaceAll('\u00AD', '').trim().split(/\s+/).slice(0, 6).join(' '),
    },
  ];
}
