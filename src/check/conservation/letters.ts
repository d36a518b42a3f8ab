// What counts as the same text in two places: letters and digits, whatever their case, form and spacing.

/**
 * The letters and digits of a text after NFKC (so ligatures and presentation forms are their letters), in lower
 * case, because one small-capital glyph serves both cases. Spaces, punctuation, soft hyphens and the hyphen of a
 * broken word are set aside: they are where editions rightly differ.
 */
export function letters(text: string): string {
  if (isPlain(text)) return text.toLowerCase().replace(/[^a-z0-9\u00df-\u00f6\u00f8-\u00ff]+/g, '');
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Most texts: nothing in them has another form, and Unicode need not be asked of each letter. ASCII, the letters of Latin-1,
 * no-break spaces, dashes, quotation marks and ellipses.
 */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

const PLAIN = /^[\t\n\r -~\u00a0\u00ab\u00ad\u00bb\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u2010-\u2015\u2018-\u201f\u2026]*$/;
