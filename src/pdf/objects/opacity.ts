// PDF/X-1a knows no transparency. What only says "opaque" in the newer words is taken out; what is really
// transparent is named with its page, never flattened behind the author's back.
import { PDFDict, PDFNumber, PDFRawStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf } from './colour-spaces.js';
import { name } from './pdf-name.js';

/** The indexes of pages that show something through something else. */
export function transparentPages(doc: PDFDocument): readonly number[] {
  return doc
    .getPages()
    .flatMap(({ node }, index) => (isSeenThrough(node.Resources(), new Set()) ? [index] : []));
}

/** Takes the words of transparency out of a document that has none. */
export function declareOpaque({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    if (dict === undefined) continue;
    if (isGraphicsState(dict)) for (const key of ['ca', 'CA', 'BM', 'SMask', 'AIS']) dict.delete(name(key));
    const group = dict.lookup(name('Group'));
    if (group instanceof PDFDict && group.get(name('S')) === name('Transparency')) dict.delete(name('Group'));
  }
}

/** Curves that a printer's own machine decides on have no place in any file for print (ISO 15930-7, 6.11). */
export function dropTransferCurves({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && isGraphicsState(object))
      for (const key of ['TR', 'TR2', 'HTP']) object.delete(name(key));
  }
}

function isGraphicsState(dict: PDFDict): boolean {
  return dict.get(name('Type')) === name('ExtGState') || dict.has(name('ca')) || dict.has(name('CA'));
}

function isSeenThrough(resources: PDFDict | undefined, seen: Set<PDFDict>): boolean {
  if (!resources || seen.has(resources)) return false;
  seen.add(resources);
  if (entries(resources, 'ExtGState').some((state) => state instanceof PDFDict && isTransparentState(state)))
    return true;
  return [...entries(resources, 'XObject'), ...entries(resources, 'Pattern')].some((object) => {
    if (!(object instanceof PDFRawStream)) return false;
    const inside = object.dict.lookup(name('Resources'));
    return object.dict.has(name('SMask')) || (inside instanceof PDFDict && isSeenThrough(inside, seen));
  });
}

/** Whether a graphics state lets what is below show through. */
export function isTransparentState(state: PDFDict): boolean {
  const full = (key: string): boolean => {
    const alpha = state.lookup(name(key));
    return !(alpha instanceof PDFNumber) || alpha.asNumber() >= 1;
  };
  const blend = state.lookup(name('BM'));
  const plain = blend === undefined || blend === name('Normal') || blend === name('Compatible');
  return !full('ca') || !full('CA') || !plain || state.lookup(name('SMask')) instanceof PDFDict;
}

function entries(resources: PDFDict, kind: string): readonly PDFObject[] {
  const found = resources.lookup(name(kind));
  return found instanceof PDFDict ? found.keys().flatMap((key) => found.lookup(key) ?? []) : [];
}
