// Quotation marks that were typed: of the text's language, and the right way round.
import type { PrintedText, CharacterFinding } from './character-finding.js';

const MARKS = /[“”„‟‘‚‛«»‹›「」『』]/gu;

/** The apostrophe is a closing mark in many languages, and stands anywhere. */
export function quoteFindings({ text, quotes }: PrintedText): readonly CharacterFinding[] {
  const [open, close, openInner, closeInner] = quotes.map((mark) => mark.trim());
  const usual = `${open} … ${close}, ${openInner} … ${closeInner}`;
  const opening = new Set([open, openInner]);
  const closing = new Set([close, closeInner]);
  return [...text.matchAll(MARKS)].flatMap(({ 0: written, index }): readonly CharacterFinding[] => {
    if (!opening.has(written) && !closing.has(written)) {
      return [
        {
          code: 'TYPO-001',
          message: `The quotation mark ${written} does not belong to this text's language.`,
          hint:
            `They are ${usual}: type a straight quote, which becomes the right one, or say others with ` +
            '"typography: quotes" in book.yml.',
          index,
          written,
        },
      ];
    }
    const turned = opening.has(written)
      ? !closing.has(written) && closesWord(text, index)
      : opensWord(text, index);
    return turned
      ? [
          {
            code: 'TYPO-001',
            message: `The quotation mark ${written} faces the wrong way.`,
            hint: `They are ${usual}.`,
            index,
            written,
          },
        ]
      : [];
  });
}

function closesWord(text: string, index: number): boolean {
  return (
    /[\p{L}.,!?…]$/u.test(text.slice(Math.max(0, index - 2), index)) &&
    /^(?:[\s.,;:!?)]|$)/u.test(text.slice(index + 1, index + 2))
  );
}

function opensWord(text: string, index: number): boolean {
  return (
    (index === 0 || /[\s(—–]/u.test(text.charAt(index - 1))) &&
    /^\p{L}/u.test(text.slice(index + 1, index + 3))
  );
}
