// What stores want otherwise than others: a table, and as short as the truth. All of them take the generic
// file.
import type { StoreName } from '../model/store.js';

export interface StoreTraits {
  /** The end of the file's name, the dot included. */
  readonly ending: string;
  /** Whether the text begins with a page that shows the cover. */
  readonly coverPage: 'shown' | 'left-out';
  /** Whether each sentence stands in a span with a name, by which a Kobo finds its place again. */
  readonly sentences: 'plain' | 'spanned';
}

const GENERIC: StoreTraits = { ending: '.epub', coverPage: 'shown', sentences: 'plain' };

/**
 * Apple Books takes the generic file as it is: its switch for fonts and its limit for pictures hold
 * everywhere, so its file has another name and nothing else.
 *
 * Sources, read in November 2026: "Publishing on Kindle: Guidelines for Publishers", "Internal Content Cover
 * Image Is Mandatory" (the picture, by metadata) and "Do Not Include an HTML Front Cover" (it would be shown
 * twice). For Kobo, whose own format is not published: kepubify's transform.go and calibre's "markup needed
 * for Kobo's custom EPUB renderer", which agree on the ending, the spans and the two boxes.
 */
export const STORES: Readonly<Record<StoreName, StoreTraits>> = {
  generic: GENERIC,
  apple: { ...GENERIC, ending: '-apple.epub' },
  kindle: { ...GENERIC, ending: '-kindle.epub', coverPage: 'left-out' },
  kobo: { ...GENERIC, ending: '.kepub.epub', sentences: 'spanned' },
};
