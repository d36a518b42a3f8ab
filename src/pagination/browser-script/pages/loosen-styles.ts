// What a style fixes and a page cannot keep is loosened before a part is divided: clipped boxes are opened,
// pictures and figures taller than the page made smaller, cells that join more rows than a page holds parted
// from all but the first, words that no line holds broken.
import type { Trouble } from '../../messages.js';
import { callCaptionsBack, fitFigures } from './figures.js';
import { breakLongWords } from './long-words.js';
import { reach } from './tables.js';

/** Where everything has its size: in the box of a page. Answers with what was made smaller or broken. */
export function loosen(stage: HTMLElement, area: HTMLElement): readonly Trouble[] {
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
