// What a typesetter corrects in any text, rule by rule: points 13 to 16, 18 and 26 of the typographic report.
// The typographer has been here before (rules/quotes.ts, dashes.ts, french-spacing.ts): what these rules meet
// is what it could not know.
import type { PrintedText, CharacterFinding } from './character-finding.js';

interface Rule {
  readonly code: CharacterFinding['code'];
  /** Languages that it holds for, or does not; all, where neither is said. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  readonly pattern: RegExp;
  /** What it spares: a match behind such words. */
  readonly spares?: RegExp;
  readonly message: (written: string) => string;
  readonly hint: string;
}

/** What is numbered by chapter, as `Figure 12-19`, in the languages of most technical books. */
const NUMBERED =
  'figures?|figs?|listings?|examples?|tables?|exercises?|equations?|eqs?|section|recipes?|chapter|' +
  'abbildung(?:en)?|abb|tabellen?|tab|beispiele?|listados?|figuras?|tablas?|tabelas?|tabell[ae]|tableaux?|' +
  'ejemplos?|exemples?|exemplos?|esempi|esempio|figur[ae]|figuur|afbeelding|rysunek|rys|obrázek|obr|' +
  'рис|рисун[а-я]+|табл|таблиц[а-я]+|листинг[а-я]*|isbn|issn|iso|rfc|tel|phone|fax|version';

/**
 * Before a number that has a hyphen of its own: such a word, with other numbers of its kind between
 * (`Figures 3-2 and 3-4`); or digits of the same number, its groups parted by spaces.
 */
const OWN_HYPHEN = new RegExp(
  `(?:(?:^|[^\\p{L}])(?:${NUMBERED})[.:]?[ \\u00a0\\n]` +
    '(?:\\d{1,3}-\\d{1,3}[a-z]?[,;]?[ \\u00a0\\n](?:\\p{L}{1,3}[ \\u00a0\\n])?)*' +
    '|(?:^|[^\\p{L}\\d])[+(]?\\d[\\d()]*(?:-\\d+)*[ \\u00a0])$',
  'iu',
);

/** Characters before a number in which its word is looked for. */
const SPARED = 60;

const RULES: readonly Rule[] = [
  {
    code: 'TYPO-002',
    pattern: /(?<=[\p{L}\p{P}\uFFFC] )-(?= [\p{L}\p{P}\uFFFC])/gu,
    message: () => 'A hyphen stands between spaces, where a dash belongs.',
    hint: 'Write -- for a short dash (–) or --- for a long one (—).',
  },
  // A range does not go down, and abbreviates its end (1914-18): 555-1234 is a telephone number, 4-1-2026 a
  // day. Behind a word that is numbered by chapter it is one number: Figure 12-19, Listing 3-4 and 3-5.
  {
    code: 'TYPO-002',
    pattern: /(?<![\p{L}\p{N}.,:/+-])(\d{1,4})-(?!0)(\d{1,4})(?![\p{L}\p{N}-]|[.,:/]\d)/gu,
    spares: OWN_HYPHEN,
    message: (written) => `The range ${written} is written with a hyphen.`,
    hint: 'Write -- between its figures: it becomes the short dash (–).',
  },
  {
    code: 'TYPO-002',
    only: ['de'],
    pattern: /(?<=\p{L})—(?=\p{L})|(?<=\p{L}[,.]? )—(?= \p{L})/gu,
    message: () => 'German sets the short dash between spaces, not the long one.',
    hint: 'Write " -- ", which becomes " – ".',
  },
  {
    code: 'TYPO-002',
    only: ['en'],
    pattern: /(?<=\p{L} )—(?= \p{L})/gu,
    message: () => 'English sets the long dash close to its words.',
    hint: 'Delete the spaces, or write " -- ", which becomes " – ".',
  },
  {
    code: 'TYPO-002',
    only: ['fr'],
    pattern: /(?<=\p{L})—(?=\p{L})/gu,
    message: () => 'French sets a dash between spaces.',
    hint: 'Put a space before it and after it.',
  },
  {
    code: 'TYPO-003',
    pattern: /(?<=\p{L}|\s)(?:\.{2}(?![./\p{L}\p{N}])|\.{4,}|\.(?: \.){2,})|…[.…]+/gu,
    message: (written) => `“${written}” is no ellipsis.`,
    hint: 'Write three dots without spaces, which become one sign (…).',
  },
  {
    code: 'TYPO-004',
    except: ['fr'],
    pattern: /(?<=[\p{L}\p{N}”’“«»])[ \n]+(?=[,;:!?](?:\s|$)|\.(?:\s(?!\.)|$))/gu,
    message: () => 'A space stands before a mark that closes up with its word.',
    hint: 'Delete the space.',
  },
  {
    code: 'TYPO-004',
    only: ['fr'],
    pattern: /(?<=[\p{L}\p{N}])[ \n]+(?=[,.](?:\s|$))/gu,
    message: () => 'A space stands before a comma or full stop.',
    hint: 'Delete the space.',
  },
  {
    code: 'TYPO-004',
    pattern: /[ \n][\u00A0\u202F]|[\u00A0\u202F][ \n\u00A0\u202F]/gu,
    message: () => 'A no-break space stands beside another space.',
    hint: 'Delete one of the two spaces.',
  },
  {
    code: 'TYPO-005',
    pattern: /(?<=\d ?)x(?= ?\d)(?!\d*\p{L})/gu,
    message: () => 'An x stands for a multiplication sign.',
    hint: 'Write × (U+00D7).',
  },
  {
    code: 'TYPO-005',
    pattern: /(?<=^|[\s(])-(?=\d)/gu,
    message: () => 'A hyphen stands for a minus sign.',
    hint: 'Write − (U+2212).',
  },
  {
    code: 'TYPO-005',
    pattern: /(?<=\d)[’'](?= ?\d{1,2}(?:[.,]\d+)?[”"»“])|(?<=° ?\d{1,2})[’'”"]/gu,
    message: () => 'A quotation mark stands for a prime.',
    hint: 'Write ′ (U+2032) for feet and minutes, ″ (U+2033) for inches and seconds.',
  },
  {
    code: 'TYPO-006',
    pattern: /["']/gu,
    message: (written) => `A straight quotation mark (${written}) is left.`,
    hint: 'Type the mark that is meant, or a prime (′ ″) after a figure.',
  },
];

/** Every slip of a text, in its order. */
export function characterFindings(printed: PrintedText): readonly CharacterFinding[] {
  const found = RULES.filter((rule) => holdsFor(rule, printed.language)).flatMap(
    ({ code, pattern, spares, message, hint }) =>
      [...printed.text.matchAll(pattern)]
        .filter((match) => match[1] === undefined || rises(match[1], match[2] ?? ''))
        .filter(({ index }) => spares?.test(printed.text.slice(Math.max(0, index - SPARED), index)) !== true)
        .map(({ 0: written, index }): CharacterFinding => ({
          code,
          message: message(written),
          hint,
          index,
          written,
        })),
  );
  return [...found, ...quoteFindings(printed)].sort((a, b) => a.index - b.index);
}

function holdsFor({ only, except }: Rule, language: string): boolean {
  return (only === undefined || only.includes(language)) && except?.includes(language) !== true;
}

/** `9-12`, `1914-18`, `212-13`; not `12-3`. */
function rises(from: string, to: string): boolean {
  if (to.length > from.length) return to.length <= 3;
  return Number(from.slice(0, from.length - to.length) + to) > Number(from);
}

// Quotation marks that were typed: of the text's language, and the right way round.

const MARKS = /[“”„‟‘‚‛«»‹›「」『』]/gu;

/** The apostrophe is a closing mark in many languages, and stands anywhere. */
function quoteFindings({ text, quotes }: PrintedText): readonly CharacterFinding[] {
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
