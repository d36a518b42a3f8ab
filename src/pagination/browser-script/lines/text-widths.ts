// Widths of texts: all that are new are laid out in one hidden batch and read at once; then they are
// remembered for the life of the page.
import { inEachFigure } from '../../../layout/lines/page-number-width.js';
import type { TextFace } from '../../../layout/lines/inline-items.js';
import type { LinePiece } from '../../../layout/lines/piece.js';
import { askWidths, piecesOf, type WordMemory } from '../../../layout/lines/build-pieces.js';
import type { BreakableText } from '../../../layout/lines/break-opportunities.js';
import { elementBoxes } from '../pages/measure.js';
import { dressAs } from './computed-face.js';

const known = new Map<TextFace, Map<string, number>>();
const memory: WordMemory = new Map();

export interface Wanted {
  readonly words: BreakableText;
  readonly face: TextFace;
}

/** Sees to it that every width these paragraphs will ask for is known. */
export function measureTexts(wanted: readonly Wanted[]): void {
  const missing = new Map<TextFace, Set<string>>();
  const note = (face: TextFace, text: string): number =>
    Math.max(
      ...spellings(face, text).map((one) => {
        const width = known.get(face)?.get(one);
        if (width === undefined) missing.set(face, (missing.get(face) ?? new Set()).add(one));
        return width ?? 0;
      }),
    );
  const asked = new Map<TextFace, Set<string>>();
  for (const { words, face } of wanted) askWidths(words, { face, width: note, memory }, asked);
  if (missing.size > 0) layOut(missing);
}

/** The pieces of words that `measureTexts` has seen to; lengths in CSS pixels. */
export function measuredPieces({ words, face }: Wanted): readonly LinePiece[] {
  return piecesOf(words, { face, width: widthIn, memory });
}

function widthIn(face: TextFace, text: string): number {
  return Math.max(
    ...spellings(face, text).map((one) => {
      const width = known.get(face)?.get(one);
      if (width === undefined) throw new Error(`The width of "${one}" was never measured`);
      return width;
    }),
  );
}

function spellings({ figures }: TextFace, text: string): readonly string[] {
  return figures === 'widest' ? inEachFigure(text) : [text];
}

const ROW = 16;

/**
 * One text a row, all in one text node: reading its rectangles together costs a third of asking a box for
 * each text.
 */
function layOut(missing: ReadonlyMap<TextFace, ReadonlySet<string>>): void {
  const bench = document.createElement('div');
  bench.style.cssText =
    'all: initial; position: absolute; visibility: hidden; width: 0; height: 0; overflow: hidden; ' +
    'contain: strict';
  const columns = [...missing].map(([face, wanted]) => {
    const column = document.createElement('div');
    dressAs(column, face);
    column.style.cssText += `; display: block; white-space: pre; line-height: ${ROW}px`;
    const texts = [...wanted];
    column.textContent = texts.join('\n');
    return { face, column, texts };
  });
  bench.append(...columns.map(({ column }) => column));
  document.body.append(bench);
  columns.forEach(remember);
  bench.remove();
}

/**
 * A row has several rectangles when its text runs both ways; the line break at its end has one without width.
 */
function remember({
  face,
  column,
  texts,
}: {
  readonly face: TextFace;
  readonly column: Element;
  readonly texts: readonly string[];
}): void {
  const widths = known.get(face) ?? new Map<string, number>();
  known.set(face, widths);
  const rectangles = elementBoxes(column);
  const top = rectangles[0]?.top ?? 0;
  for (const text of texts) widths.set(text, 0);
  for (const rectangle of rectangles) {
    const text = texts[Math.round((rectangle.top - top) / ROW)];
    if (text !== undefined) widths.set(text, (widths.get(text) ?? 0) + rectangle.width);
  }
}
