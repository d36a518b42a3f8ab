// Reads a part on the stage as a column of whole lines: every block's height and the air above it, as the
// styles made them.
import type { Block, Column } from '../../../layout/pages/page-column.js';
import { keptIn, type KeepsWith } from '../paged-js/keep-rules.js';
import type { SettableParagraph } from '../lines/set-lines.js';
import type { OverflowPlace } from '../paged-js/overflow.js';
import { blocksIn, kindOf } from './column-blocks.js';
import { divisionsOf } from './paragraph-divisions.js';
import { LONG, blockParts, type BlockPart } from './divisible-blocks.js';
import type { Stage } from './plan-stage.js';

/** The column, and the element of each of its blocks. */
export interface ReadColumn {
  readonly blocks: Column['blocks'];
  readonly noteRule: number;
  readonly elements: readonly HTMLElement[];
  /** Of blocks that are parts of something, all but its first: where they begin in what. */
  readonly parted: ReadonlyMap<number, { readonly whole: HTMLElement; readonly at: OverflowPlace }>;
  readonly paragraphs: ReadonlyMap<HTMLElement, SettableParagraph>;
}

/**
 * A column, or in one sentence why its pages cannot be planned. The part must stand on the stage, undivided
 * and without its notes.
 */
export function readColumn(
  stage: Stage & { readonly depth: number },
  settable: readonly SettableParagraph[],
): ReadColumn | string {
  const paragraphs = new Map(settable.map((one) => [one.element, one]));
  const notes = noteHeights(stage);
  const elements: HTMLElement[] = [];
  const blocks: Block[] = [];
  let foot = stage.wrapper.getBoundingClientRect().top;
  let fault: string | undefined;
  const begun = new Set<Element>();
  const keepsWith = keptIn(stage.wrapper);
  const parted = new Map<number, { whole: HTMLElement; at: OverflowPlace }>();
  let before: HTMLElement | undefined;
  for (const element of blocksIn(stage.wrapper)) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom - top <= 0) continue;
    const air = (top - foot) / stage.line;
    const lines = (bottom - top) / stage.line;
    if (isOffGrid(top - foot, stage.line) || isOffGrid(bottom - top, stage.line))
      fault ??= `"${beginning(element)}" does not keep to the grid`;
    if (isLong(element, lines)) fault ??= `"${beginning(element)}" is long and may be divided anywhere`;
    const asks = { ...beginsPage(element, begun), ...staysWith(before, element, keepsWith) };
    const parts = blockParts(element, stage) ?? [];
    if (parts.some((part) => isOffGrid(part.top - top, stage.line)))
      fault ??= `"${beginning(element)}" does not keep to the grid`;
    const whole = {
      element,
      air: Math.round(air),
      lines: Math.round(lines),
      paragraph: paragraphs.get(element),
      notes,
      asks,
    };
    const made =
      parts.length === 0
        ? [blockOf(whole)]
        : parts.map((part, index) => ({
            ...partBlock(part, { top, line: stage.line, notes }),
            ...(index === 0 ? { air: whole.air, ...asks } : {}),
          }));
    parts.slice(1).forEach(({ at }, index) => {
      parted.set(blocks.length + index + 1, { whole: element, at });
    });
    blocks.push(...made);
    elements.push(...made.map(() => element));
    before = element;
    foot = bottom;
  }
  return fault ?? { blocks, noteRule: notes.rule, elements, parted, paragraphs };
}

const OFF_GRID = 0.15;

function beginning(element: HTMLElement): string {
  return element.textContent.replaceAll('\u00AD', '').trim().split(/\s+/).slice(0, 5).join(' ');
}

function isOffGrid(height: number, line: number): boolean {
  const lines = height / line;
  return Math.abs(lines - Math.round(lines)) > OFF_GRID;
}

/**
 * Counted from the top of the whole, so that what rows are off by does not add up. A head is as many lines as
 * it reaches into.
 */
function partBlock(
  { top, bottom, head, holds, stays }: BlockPart,
  whole: { readonly top: number; readonly line: number; readonly notes: ReturnType<typeof noteHeights> },
): Block {
  const at = (place: number): number => Math.round((place - whole.top) / whole.line);
  return {
    kind: 'art',
    air: 0,
    lines: at(bottom) - at(top),
    noteHeight: holds.reduce((sum, one) => sum + whole.notes.within(one), 0),
    ...(head > 0 ? { head: Math.ceil(head / whole.line - OFF_GRID) } : {}),
    ...(stays ? { stays: 'with-previous' as const } : {}),
  };
}

/** What can be divided into pages only by the browser's own rules. */
function isLong(element: HTMLElement, lines: number): boolean {
  return (
    lines > LONG &&
    /^(ul|ol|dl|p)$/i.test(element.localName) &&
    element.querySelector(':scope > .line') === null &&
    getComputedStyle(element).breakInside !== 'avoid'
  );
}

interface Read {
  readonly element: HTMLElement;
  readonly air: number;
  readonly lines: number;
  readonly paragraph: SettableParagraph | undefined;
  readonly notes: ReturnType<typeof noteHeights>;
  readonly asks: Pick<Block, 'begins' | 'stays'>;
}

/** The first block of what the author marked with `break`. */
function beginsPage(element: HTMLElement, begun: Set<Element>): Read['asks'] {
  const marked = element.closest('.break');
  if (marked === null || begun.has(marked)) return {};
  begun.add(marked);
  return { begins: 'page' };
}

/**
 * Whether a style keeps a block with the one before it; headings and scene breaks have rules of their own.
 */
function staysWith(
  before: HTMLElement | undefined,
  element: HTMLElement,
  keepsWith: KeepsWith,
): Read['asks'] {
  if (
    before === undefined ||
    kindOf(before) === 'heading' ||
    kindOf(before) === 'scene-break' ||
    kindOf(element) === 'scene-break'
  )
    return {};
  return keepsWith(before, element) ? { stays: 'with-previous' } : {};
}

function blockOf({ element, air, lines, paragraph, notes, asks }: Read): Block {
  const set = paragraph?.fact.lines.length ?? 0;
  const rows = element.querySelectorAll(':scope > .line').length;
  if (paragraph !== undefined && set > 0 && rows === set) {
    const calls = notes.byLine(element);
    return {
      kind: 'paragraph',
      air,
      tail: Math.max(0, lines - set),
      notes: calls,
      divisions: divisionsOf(paragraph, calls.length > 0),
      ...asks,
    };
  }
  return { kind: kindOf(element), air, lines, noteHeight: notes.within(element), ...asks };
}

// How high each note is at the foot of a page, in lines of the text, and the line of the text that calls it.

interface NoteHeights {
  /** What stands above the first note of a page. */
  readonly rule: number;
  byLine(paragraph: HTMLElement): readonly { readonly line: number; readonly height: number }[];
  within(element: HTMLElement): number;
}

/** Measures copies at the foot of the stage's page; the notes themselves must not be shown. */
function noteHeights({ page, wrapper, line }: Stage): NoteHeights {
  const foot = page.querySelector<HTMLElement>('.pagedjs_footnote_content');
  const inner = foot?.querySelector<HTMLElement>('.pagedjs_footnote_inner_content') ?? foot;
  const notes = [...wrapper.querySelectorAll<HTMLElement>('.note')];
  const heights = new Map<HTMLElement, number>();
  let rule = 0;
  if (foot !== null && inner !== null && notes.length > 0) {
    const copies = notes.map((note) => {
      const copy = note.cloneNode(true) as HTMLElement;
      copy.style.display = '';
      copy.removeAttribute('id');
      return copy;
    });
    foot.classList.remove('pagedjs_footnote_empty');
    // as high as it likes: the stage's page has no room for notes yet
    foot.style.cssText = 'flex: none; height: auto';
    inner.append(...copies);
    copies.forEach((copy, index) => {
      const note = notes[index];
      if (note !== undefined) heights.set(note, copy.getBoundingClientRect().height / line);
    });
    const all = copies.reduce((sum, copy) => sum + copy.getBoundingClientRect().height, 0);
    rule = Math.max(0, (foot.getBoundingClientRect().height - all) / line);
    for (const copy of copies) copy.remove();
  }
  const heightOf = (note: HTMLElement): number => heights.get(note) ?? 0;
  return {
    rule,
    byLine: (paragraph) =>
      [...paragraph.querySelectorAll<HTMLElement>('.note')].map((note) => ({
        line: Number(note.closest<HTMLElement>('.line')?.dataset['line'] ?? 1),
        height: heightOf(note),
      })),
    within: (element) =>
      [...element.querySelectorAll<HTMLElement>('.note')].reduce((sum, note) => sum + heightOf(note), 0),
  };
}
