// What stands on each page of a part, line by line, for findings to be made from.
import type { PageBlock, PageColumn, TypeUse } from '../../../model/page-column.js';
import { blocksIn, kindOf } from '../page-plan/column-blocks.js';
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

// Which type stands on a page: faces, small capitals, figures and capitals as the styles in force make them.

/**
 * Every kind once, in the order of the text. Code, formulas and drawings set their type by rules of their
 * own.
 */
function readType(content: HTMLElement): readonly TypeUse[] {
  const found = new Map<string, TypeUse>();
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const styles = new Map<Element, CSSStyleDeclaration>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const words = (node as Text).data.replaceAll('\u00AD', '').trim();
    if (parent === null || words === '' || parent.closest(APART) !== null) continue;
    const home = parent.matches('.line') ? (parent.parentElement ?? parent) : parent;
    const style = styles.get(home) ?? getComputedStyle(home);
    styles.set(home, style);
    if (style.visibility === 'hidden') continue;
    const use = useOf(words, parent, style);
    const key = [
      use.family,
      use.weight,
      use.style,
      use.smallCaps,
      use.imitates,
      use.figures?.kind,
      use.figures?.within,
      use.capitals,
    ].join('|');
    if (!found.has(key)) found.set(key, use);
  }
  return [...found.values()];
}

const APART = 'pre, code, kbd, samp, math, svg, .note-call, .drop-cap, .raised-cap';
/**
 * Raised and lowered figures, and those of a heading, go with what they belong to; so does a heading's number
 * in the contents.
 */
const NO_TEXT = 'h1, h2, h3, h4, h5, h6, header, sup, sub, .note-number, .page-ref, .toc .number';
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/u;

function useOf(words: string, parent: Element, style: CSSStyleDeclaration): TypeUse {
  const features = new Set(
    (style.fontFeatureSettings.match(/"\w{4}"(?!\s*(?:0|off))/g) ?? []).map((one) => one.slice(1, 5)),
  );
  const smallCaps = features.has('smcp') || features.has('c2sc') || style.fontVariantCaps !== 'normal';
  const figures = figuresOf(words, { parent, features, numeric: style.fontVariantNumeric });
  const capitals = smallCaps || style.textTransform === 'uppercase' ? undefined : CAPITALS.exec(words)?.[0];
  const block = parent.closest('[data-block]')?.getAttribute('data-block');
  return {
    family: (/^[^,]*/.exec(style.fontFamily)?.[0] ?? '').replaceAll('"', '').trim(),
    weight: Number(style.fontWeight),
    style: /^(italic|oblique)/.test(style.fontStyle) ? 'italic' : 'normal',
    smallCaps,
    imitates:
      style.getPropertyValue('font-synthesis-weight') !== 'none' ||
      style.getPropertyValue('font-synthesis-style') !== 'none',
    ...(figures === undefined ? {} : { figures }),
    ...(capitals === undefined ? {} : { capitals }),
    ...(block === null || block === undefined ? {} : { block }),
    words: words.split(/\s+/).slice(0, 6).join(' '),
  };
}

function figuresOf(
  words: string,
  { parent, features, numeric }: { parent: Element; features: ReadonlySet<string>; numeric: string },
): TypeUse['figures'] {
  if (!/\d/.test(words) || parent.closest(NO_TEXT) !== null) return undefined;
  const lining = features.has('lnum') || numeric.includes('lining-nums');
  const kind =
    lining && (features.has('tnum') || numeric.includes('tabular-nums'))
      ? 'tabular'
      : features.has('onum') || numeric.includes('oldstyle-nums')
        ? 'old-style'
        : 'lining';
  return { kind, within: parent.closest('td, th') === null ? 'text' : 'table' };
}
