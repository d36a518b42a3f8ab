// What counts as the same text in two places: letters and digits, whatever their case, form and spacing.

/**
 * The letters and digits of a text after NFKC (so ligatures and presentation forms are their letters), in lower
 * case, because one small-capital glyph serves both cases. Spaces, punctuation, soft hyphens and the hyphen of a
 * broken word are set aside: they are where editions rightly differ.
 */
export function letters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Most texts: nothing in them has another form, and Unicode need not be asked of each letter. */
const PLAIN = /^[\t\n\r -~]*$/;
