// One page, from where it begins: every place where it may end, and what the paragraphs on it would have to
// be for that.
import { betweenCost, COSTS, insideCost } from './page-cost.js';
import type { Block, Column, PageStart, ParagraphBlock } from './page-column.js';

export interface Chosen {
  readonly block: number;
  readonly division: number;
  readonly before: Chosen | undefined;
}

export interface PageEnd {
  /** Where the next page begins; behind the last block when all is set. */
  readonly at: PageStart;
  readonly division: number;
  /** Lines that stand on the page, and that it lacks. */
  readonly lines: number;
  readonly short: number;
  /** Whether notes stand at its foot: they hang from the depth, so it looks full. */
  readonly notes: boolean;
  /** Of the choices and of the way it ends, not of its depth. */
  readonly cost: number;
  readonly chosen: Chosen | undefined;
  /** Whether the author ends the page here. */
  readonly begins: boolean;
}

/** So many ways to stand at a place of the page, by the lines above it. */
type Layer = Map<number, { readonly cost: number; readonly chosen: Chosen | undefined }>;

interface Filling {
  readonly column: Column;
  readonly from: { readonly at: PageStart; readonly division: number };
  readonly ends: PageEnd[];
}

/**
 * Lines that a page may lack when it ends inside a paragraph: elsewhere it may be a figure that did not fit.
 */
const MOST_SHORT = 6;
/** Before a paragraph: what was kept with it may have had to go over too. */
const MOST_SHORT_BEFORE_TEXT = 7;

export function fillPage(column: Column, from: Filling['from']): readonly PageEnd[] {
  const filling: Filling = { column, from, ends: [] };
  let layer: Layer = new Map([[headOf(column.blocks[from.at.block]), { cost: 0, chosen: undefined }]]);
  let notes = 0;
  for (let index = from.at.block; index < column.blocks.length && layer.size > 0; index += 1) {
    const block = column.blocks[index];
    if (block === undefined) break;
    const first = index === from.at.block;
    if (!first && block.begins === 'page') {
      offer(filling, { layer, index, notes, begins: true });
      return filling.ends;
    }
    if (!first) offer(filling, { layer, index, notes, begins: false });
    ({ layer, notes } = addBlock(filling, { block, index, layer, notes }));
  }
  if (layer.size > 0) offer(filling, { layer, index: column.blocks.length, notes, begins: false });
  return filling.ends;
}

/** Ends the page before a block. */
function offer(
  { column, ends }: Filling,
  { layer, index, notes, begins }: { layer: Layer; index: number; notes: number; begins: boolean },
): void {
  const before = column.blocks[index - 1];
  const after = column.blocks[index];
  const under = linesUnderHeading(column, index);
  const late = under !== undefined && under > 0 && under < 3 ? COSTS.headingAtFoot : 0;
  const edge = begins || before === undefined || after === undefined ? 0 : betweenCost(before, after) + late;
  const mostShort = MOST_SHORT_BEFORE_TEXT + linesKept(column, index);
  for (const [lines, { cost, chosen }] of layer) {
    const short = roomFor(column, notes) - lines;
    if (!begins && after?.kind === 'paragraph' && short > mostShort) continue;
    ends.push({
      at: { block: index, line: 0 },
      division: 0,
      lines,
      short,
      notes: notes > 0,
      cost: cost + edge,
      chosen,
      begins,
    });
  }
}

interface Adding {
  readonly block: Block;
  readonly index: number;
  readonly layer: Layer;
  readonly notes: number;
}

function addBlock(filling: Filling, adding: Adding): { readonly layer: Layer; readonly notes: number } {
  const { block, index, layer, notes } = adding;
  const { column, from } = filling;
  const air = index === from.at.block && (index > 0 || from.at.line > 0) ? 0 : block.air;
  if (block.kind === 'paragraph') return addParagraph(filling, { ...adding, block, air });
  const allNotes = notes + block.noteHeight;
  const next: Layer = new Map();
  for (const [lines, { cost, chosen }] of layer) {
    if (lines + air + block.lines <= roomFor(column, allNotes))
      keepBetter(next, lines + air + block.lines, { cost, chosen });
  }
  return { layer: next, notes: allNotes };
}

function addParagraph(
  filling: Filling,
  { block, index, layer, notes, air }: Adding & { readonly block: ParagraphBlock; readonly air: number },
): { readonly layer: Layer; readonly notes: number } {
  const { column, from, ends } = filling;
  const begun = index === from.at.block ? from.at.line : 0;
  const notesTo = (line: number): number =>
    block.notes.reduce(
      (sum, note) => (note.line > begun && note.line <= line ? sum + note.height : sum),
      notes,
    );
  const heading = index === from.at.block ? undefined : linesUnderHeading(column, index);
  const next: Layer = new Map();
  block.divisions.forEach((division, which) => {
    if (begun > 0 && which !== from.division) return;
    for (const [above, { cost, chosen }] of layer) {
      const paid = cost + (begun > 0 ? 0 : division.cost);
      const chose = which === 0 || begun > 0 ? chosen : { block: index, division: which, before: chosen };
      for (let line = begun + 1; line < division.lines; line += 1) {
        const lines = above + air + line - begun;
        const short = roomFor(column, notesTo(line)) - lines;
        if (short < 0) break;
        if (short > MOST_SHORT) continue;
        const edge = insideCost({
          lines: division.lines,
          line,
          broken: division.broken,
          underHeading: heading === undefined ? undefined : heading + line,
        });
        ends.push({
          at: { block: index, line },
          division: which,
          lines,
          short,
          notes: notesTo(line) > 0,
          cost: paid + edge,
          chosen: chose,
          begins: false,
        });
      }
      const whole = above + air + division.lines - begun + block.tail;
      if (whole <= roomFor(column, notesTo(division.lines)))
        keepBetter(next, whole, { cost: paid, chosen: chose });
    }
  });
  return { layer: next, notes: notesTo(Infinity) };
}

/** Lines between the heading before a block and the block, as far as a heading's keep reaches. */
function linesUnderHeading({ blocks }: Column, index: number): number | undefined {
  let lines = 0;
  for (let at = index - 1; at >= 0 && lines < 3; at -= 1) {
    const block = blocks[at];
    if (block === undefined) return undefined;
    if (block.kind === 'heading') return lines;
    lines += heightOf(block);
  }
  return undefined;
}

/** Lines of the blocks behind this one that a style keeps with it: they go over with it. */
function linesKept({ blocks }: Column, index: number): number {
  let lines = 0;
  for (let at = index + 1; blocks[at]?.stays !== undefined; at += 1) lines += heightOf(blocks[at]);
  return lines;
}

function headOf(block: Block | undefined): number {
  return block === undefined || block.kind === 'paragraph' ? 0 : (block.head ?? 0);
}

function heightOf(block: Block | undefined): number {
  if (block === undefined) return 0;
  return block.kind === 'paragraph' ? (block.divisions[0]?.lines ?? 0) : block.lines;
}

/** Whole lines that notes leave to the text. */
function roomFor({ depth, noteRule }: Column, notes: number): number {
  return notes === 0 ? depth : Math.floor(depth - noteRule - notes + 0.02);
}

function keepBetter(
  layer: Layer,
  lines: number,
  way: { readonly cost: number; readonly chosen: Chosen | undefined },
): void {
  const rival = layer.get(lines);
  if (rival === undefined || way.cost < rival.cost) layer.set(lines, way);
}
