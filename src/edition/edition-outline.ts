// The outline of an edition: what of the book's it holds, every entry with words.
import type { OutlineEntry } from '../model/book.js';
import type { Part } from '../model/edition.js';
import { text, textOf } from '../model/flow.js';

/** A section without a title of its own is listed by its part's name. */
export function outlineFor(
  outline: readonly OutlineEntry[],
  parts: readonly Part[],
): readonly OutlineEntry[] {
  return outline.flatMap((entry) => {
    const part = parts.find((one) => one.id === entry.chapter);
    const children = outlineFor(entry.children, parts);
    if (!part) return children;
    const named = textOf(entry.title).trim() !== '';
    return [{ ...entry, title: named ? entry.title : [text(part.title)], children }];
  });
}
