// Signs by which a formula is told from prose between the same marks.

/** A command of TeX, or a raised or lowered sign: prose has none of them. */
const DEFINITE = /\\[A-Za-z]{2,}|\^|[A-Za-z0-9)}\]]_(?:[A-Za-z0-9]\b|\{|\\)/;
const WORD = /(?:^|[^\\A-Za-z])[A-Za-z]{3,}/;

/** Whether a text can be nothing but TeX. */
export function isDefinite(text: string): boolean {
  return DEFINITE.test(text) || (text.includes('=') && !WORD.test(text));
}

/** Whether a text may be TeX: signs and single letters, and no word of prose. */
export function isTex(text: string): boolean {
  return text.trim() !== '' && !WORD.test(text);
}

/**
 * Whether dollar signs are prices or variables of a shell: `$5 or 6$`, `A$AP and A$AP`, `$HOME:$PATH`.
 * `CO$_2$` and `$n$th` are formulas.
 */
export function isMoney(text: string, { before, after }: { before: string; after: string }): boolean {
  if (/^\d[\d.,]*\s+\p{L}{2,}/u.test(text) && !/[\\^_={}]/.test(text)) return true;
  if (/[\p{L}\p{N}]/u.test(before) && !/^[\^_\\]/.test(text)) return true;
  return /[\p{L}{]/u.test(after) && text.length > 2 && !/[\\^_=]/.test(text);
}
