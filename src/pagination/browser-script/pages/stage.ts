// Before a part is divided into pages it stands whole on a page of its own, as wide as those it will stand
// on: what a page cannot keep is loosened, its lines are set, and its pages planned.
import type { Column } from '../../../layout/pages/page-column.js';
import type { Trouble } from '../../messages.js';
import { planGalley, type PlannedGalley } from '../page-plan/plan-pages.js';
import type { Chunker } from '../paged-js/engine.js';
import { setParagraphs } from '../lines/set-lines.js';
import { nowDoing } from './report-progress.js';
import { inEachFigure, isFigures } from '../../../layout/lines/page-number-width.js';
import { shapingOf } from '../lines/computed-face.js';
import { breakLongWords } from './long-words.js';
import { reach } from './tables.js';

export interface Staged extends PlannedGalley {
  readonly troubles: readonly Trouble[];
}

const NOTHING: Staged = { facts: [], troubles: [] };

interface Wings {
  /** The wrapper that holds the content, and the box that a page has for it. */
  readonly wrapper: HTMLElement;
  readonly area: HTMLElement;
  readonly page: HTMLElement;
}

/** Changes `content` in place. Sections that fill the sheet are composed by hand and keep what they have. */
export function setOnStage(
  content: DocumentFragment,
  { works, start }: { readonly works: Chunker; readonly start: Column['start'] },
): Staged {
  const section = content.firstElementChild;
  const wings = section?.classList.contains('bare') === true ? undefined : openStage(works);
  if (wings === undefined) return NOTHING;
  const { page, wrapper, area } = wings;
  wrapper.append(content);
  const troubles = loosen(wrapper, area);
  widenFigures(wrapper);
  const staged = section === null ? NOTHING : setAndPlan(wings, { section, start });
  content.append(...wrapper.childNodes);
  page.remove();
  return { ...staged, troubles };
}

function openStage({ pageTemplate, pagesArea }: Chunker): Wings | undefined {
  const page =
    pageTemplate === undefined ? null : document.importNode(pageTemplate.content, true).firstElementChild;
  const area = page?.querySelector('.pagedjs_page_content');
  if (!(page instanceof HTMLElement) || !(area instanceof HTMLElement)) return undefined;
  page.classList.add('pagedjs_right_page');
  const wrapper = document.createElement('div');
  area.append(wrapper);
  pagesArea?.append(page);
  return { wrapper, area, page };
}

/** A section that fills the page has its lines set, and no plan. */
function setAndPlan(
  { wrapper, area, page }: Wings,
  { section, start }: { section: Element; start: Column['start'] },
): PlannedGalley {
  const depth = area.getBoundingClientRect().height;
  nowDoing('setting the lines of');
  const settable = setParagraphs(wrapper);
  nowDoing('planning the pages of');
  // one column without an end, as if there were no pages
  area.style.cssText += '; columns: auto; height: auto';
  const line = parseFloat(getComputedStyle(section).lineHeight);
  return line > 0 && depth > line && !section.classList.contains('leaf')
    ? planGalley({ page, wrapper, line, depth, start }, settable)
    : { facts: settable.map(({ fact }) => fact) };
}

// Page numbers while a galley is laid out: none is known, and those that come must need no more room, or a
// line that the browser breaks by itself would become two, and push what stands below it off a page that is
// full. Set lines hold any number as it is.

/**
 * Writes every number that stands for a page in the widest figure of its face. To be called where styles
 * apply.
 */
function widenFigures(root: ParentNode): void {
  const references = [...root.querySelectorAll<HTMLElement>('[data-target]')].filter(({ textContent }) =>
    isFigures(textContent),
  );
  const dressed = references.map((reference) => ({
    reference,
    dress: shapingOf(getComputedStyle(reference)).join('|'),
  })); // all before the first is changed: each change would have the styles computed again
  const widest = new Map<string, string>();
  for (const { reference, dress } of dressed) {
    const figure = widest.get(dress) ?? widestFigure(reference);
    widest.set(dress, figure);
    reference.textContent = figure.repeat(reference.textContent.length);
  }
}

function widestFigure(reference: HTMLElement): string {
  const widths = inEachFigure(reference.textContent).map((words) => {
    reference.textContent = words;
    return { figure: words.slice(0, 1), width: reference.getBoundingClientRect().width };
  });
  return widths.reduce((most, one) => (one.width > most.width ? one : most)).figure;
}

// What a style fixes and a page cannot keep is loosened before a part is divided: clipped boxes are opened,
// pictures and figures taller than the page made smaller, cells that join more rows than a page holds parted
// from all but the first, words that no line holds broken.

/** Where everything has its size: in the box of a page. Answers with what was made smaller or broken. */
function loosen(stage: HTMLElement, area: HTMLElement): readonly Trouble[] {
  const height = area.clientHeight;
  openClipped(stage);
  partTallRows(stage, height);
  const { columns } = area.style;
  area.style.columns = 'auto';
  callCaptionsBack(stage);
  const broken = breakLongWords(stage);
  const scaled = fitFigures(stage, height); // with the lines that long words have now
  area.style.columns = columns;
  return [...scaled, ...broken];
}

/** A box that scrolls on a screen cuts off on paper. */
function openClipped(stage: HTMLElement): void {
  for (const box of stage.querySelectorAll<HTMLElement>('*')) {
    if (!(box instanceof HTMLElement) || box.textContent.trim() === '') continue;
    const { overflowX, overflowY, contain } = getComputedStyle(box);
    if (overflowX === 'visible' && overflowY === 'visible' && contain === 'none') continue;
    box.style.setProperty('overflow', 'visible', 'important');
    box.style.setProperty('contain', 'none', 'important');
    if (box.scrollHeight <= box.clientHeight + 1) continue;
    box.style.setProperty('height', 'auto', 'important');
    box.style.setProperty('max-height', 'none', 'important');
  }
}

/**
 * Rows that a cell joins stay on one page; more of them than a page holds are parted, the cell's words in the
 * first.
 */
function partTallRows(stage: HTMLElement, height: number): void {
  for (const row of stage.querySelectorAll('tr')) {
    const rows = [...(row.parentElement?.children ?? [])].filter((one) => one instanceof HTMLTableRowElement);
    const joined = rows.slice(rows.indexOf(row), rows.indexOf(row) + reach(row));
    const tall = joined.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
    if (joined.length > 1 && tall > height * 0.8) part(row, joined.slice(1));
  }
}

function part(row: HTMLTableRowElement, below: readonly HTMLTableRowElement[]): void {
  let column = 0;
  for (const cell of row.cells) {
    const rows = below.slice(0, cell.rowSpan - 1);
    cell.rowSpan = 1;
    for (const other of rows) {
      const empty = cell.cloneNode(false) as HTMLTableCellElement;
      for (const name of ['id', 'data-block']) empty.removeAttribute(name);
      other.insertBefore(empty, cellAt(other, column));
    }
    column += cell.colSpan;
  }
}

/** The cell that stands at a column or behind it; null at the row's end. */
function cellAt(row: HTMLTableRowElement, column: number): HTMLTableCellElement | null {
  let at = 0;
  for (const cell of row.cells) {
    if (at >= column) return cell;
    at += cell.colSpan;
  }
  return null;
}

// Pictures and figures that a page cannot keep as they are: taller than it, where they would be cut off, a
// picture is made smaller, as far as the words below it ask for; a caption that would stand off the page goes
// under its picture.

/**
 * A theme that sets captions in the margin reckons with figures as wide as the text. Where a book's own style
 * lets a figure float, such a caption would stand off the page: it goes under its picture.
 */
function callCaptionsBack(stage: HTMLElement): void {
  for (const figure of stage.querySelectorAll<HTMLElement>('figure')) {
    if (getComputedStyle(figure).float === 'none') continue;
    const text = (figure.parentElement ?? stage).getBoundingClientRect();
    for (const caption of figure.querySelectorAll<HTMLElement>(':scope > figcaption')) {
      const { left, right } = caption.getBoundingClientRect();
      if (getComputedStyle(caption).position !== 'absolute' || (left < text.right && right > text.left))
        continue;
      for (const [name, value] of IN_PLACE) caption.style.setProperty(name, value, 'important');
    }
  }
}

const IN_PLACE = [
  ['position', 'static'],
  ['width', 'auto'],
  ['text-align', 'start'],
] as const;

/** In one column without an end. Answers with the pictures that were made smaller; `height` is the page's. */
function fitFigures(stage: HTMLElement, height: number): readonly Trouble[] {
  return [
    ...[...stage.querySelectorAll('img, svg')].flatMap((picture) => fitPicture(picture, height)),
    ...[...stage.querySelectorAll<HTMLElement>('figure')].flatMap((figure) => fitFigure(figure, height)),
  ];
}

function fitPicture(picture: Element, height: number): readonly Trouble[] {
  const own = picture.getBoundingClientRect().height;
  if (own <= height + 1 || !isPicture(picture)) return [];
  limit(picture, height);
  return [scaled(picture)];
}

/** Of the page, what a picture keeps beside the longest caption; such a figure goes on with the next page. */
const LEAST = 1 / 4;

/** By whole lines, so that what follows keeps to the grid. */
function fitFigure(figure: HTMLElement, height: number): readonly Trouble[] {
  const beyond = heightOf(figure) - height;
  const picture = [...figure.querySelectorAll('img, svg')].find(isPicture);
  if (!(beyond > 1) || picture === undefined) return [];
  const line = parseFloat(getComputedStyle(figure).lineHeight) || 1;
  const own = picture.getBoundingClientRect().height;
  limit(picture, Math.max(own - Math.ceil(beyond / line) * line, Math.min(own, height * LEAST)));
  if (heightOf(figure) > height + 1) figure.style.setProperty('break-inside', 'auto', 'important');
  return [scaled(picture)];
}

/** A float keeps its margins at the head of a page. */
function heightOf(figure: HTMLElement): number {
  const { float, marginTop, marginBottom } = getComputedStyle(figure);
  return (
    figure.getBoundingClientRect().height +
    (float === 'none' ? 0 : parseFloat(marginTop) + parseFloat(marginBottom))
  );
}

function isPicture(picture: Element): picture is HTMLElement | SVGElement {
  return (
    (picture instanceof HTMLElement || picture instanceof SVGElement) &&
    picture.parentElement?.closest('svg') == null
  );
}

function limit(picture: HTMLElement | SVGElement, height: number): void {
  picture.style.setProperty('max-height', `${Math.floor(height)}px`, 'important');
  picture.style.setProperty('object-fit', 'contain', 'important');
}

function scaled(picture: Element): Trouble {
  const block = (
    picture.closest('[data-block]') ?? picture.closest('figure')?.querySelector('[data-block]')
  )?.getAttribute('data-block');
  return {
    kind: 'scaled',
    page: 0,
    words: picture.getAttribute('alt') ?? '',
    ...(block == null ? {} : { block }),
  };
}
