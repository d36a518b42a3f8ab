// Widths of texts: all that are new are laid out in one hidden batch and read at once; then they are remembered for the life of the page.
import type { Face } from '../../lines/inline.js';
import { piecesOf } from '../../lines/pieces.js';
import type { Words } from '../../lines/words.js';
import { dressAs } from './face.js';

const known = new Map<string, Map<string, number>>();

export interface Wanted {
  readonly words: Words;
  readonly face: Face;
}

/** Sees to it that every width these paragraphs will ask for is known. */
export function measureTexts(wanted: readonly Wanted[]): void {
  const missing = new Map<string, { readonly face: Face; readonly texts: Set<string> }>();
  const note = (face: Face, text: string): number => {
    const width = known.get(face.key)?.get(text);
    if (width !== undefined) return width;
    const group = missing.get(face.key) ?? { face, texts: new Set<string>() };
    missing.set(face.key, group);
    group.texts.add(text);
    return 0;
  };
  for (const { words, face } of wanted) piecesOf(words, face, note);
  if (missing.size > 0) layOut([...missing.values()]);
}

/** A width that `measureTexts` has seen to; in CSS pixels. */
export function widthIn(face: Face, text: string): number {
  const width = known.get(face.key)?.get(text);
  if (width === undefined) throw new Error(`The width of "${text}" was never measured`);
  return width;
}

function layOut(groups: readonly { readonly face: Face; readonly texts: ReadonlySet<string> }[]): void {
  const bench = document.createElement('div');
  bench.style.cssText = 'all: initial; position: absolute; visibility: hidden; width: 0; height: 0; overflow: hidden; contain: strict';
  const rows = groups.map(({ face, texts }) => {
    const row = document.createElement('div');
    row.style.cssText = 'display: block; white-space: pre';
    dressAs(row, face);
    for (const text of texts) {
      const cell = document.createElement('div');
      cell.style.width = 'max-content';
      cell.textContent = text;
      row.append(cell);
    }
    bench.append(row);
    return { face, row, texts: [...texts] };
  });
  document.body.append(bench);
  for (const { face, row, texts } of rows) remember(face, row, texts);
  bench.remove();
}

function remember(face: Face, row: Element, texts: readonly string[]): void {
  const widths = known.get(face.key) ?? new Map<string, number>();
  known.set(face.key, widths);
  texts.forEach((text, index) => widths.set(text, row.children[index]?.getBoundingClientRect().width ?? 0));
}
