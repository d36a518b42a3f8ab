// Quotation marks by language. The four marks are: what the typewriter's double quote opens and closes with,
// then the single's.
import type { ParsedValue } from './parsed-value.js';

export type Quotes = readonly [string, string, string, string];

const ENGLISH: Quotes = ['“', '”', '‘', '’'];
const GUILLEMETS: Quotes = ['«', '»', '“', '”'];
const LOW_HIGH: Quotes = ['„', '“', '‚', '‘'];
const LOW_RIGHT: Quotes = ['„', '”', '‚', '’'];
const RIGHT_RIGHT: Quotes = ['”', '”', '’', '’'];
const NARROW = '\u202f';

/**
 * By language, or by language and country where they differ. Sources: Unicode CLDR `delimiters`; for French
 * spaces the Imprimerie nationale's Lexique; for Swiss usage the Bundeskanzlei's Schreibweisungen. English is
 * the same for both houses: whoever sets the single quotation outside, as British books do, types ' outside.
 */
const BY_LANGUAGE: Readonly<Record<string, Quotes>> = {
  en: ENGLISH,
  cy: ENGLISH,
  ga: ENGLISH,
  gd: ENGLISH,
  'pt-BR': ENGLISH,
  tr: ENGLISH,
  nl: ENGLISH,
  af: ENGLISH,
  zh: ENGLISH,
  ko: ENGLISH,
  id: ENGLISH,
  vi: ENGLISH,
  hi: ENGLISH,
  la: ENGLISH,
  eo: ENGLISH,
  de: LOW_HIGH,
  cs: LOW_HIGH,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  is: LOW_HIGH,
  bg: LOW_HIGH,
  lt: LOW_HIGH,
  lv: LOW_HIGH,
  et: LOW_HIGH,
  ka: LOW_HIGH,
  mk: LOW_HIGH,
  lb: LOW_HIGH,
  'de-CH': ['«', '»', '‹', '›'],
  'it-CH': ['«', '»', '‹', '›'],
  rm: ['«', '»', '‹', '›'],
  'fr-CH': ['«', '»', '‹', '›'],
  'de-LI': ['«', '»', '‹', '›'],
  fr: [`«${NARROW}`, `${NARROW}»`, '“', '”'],
  br: [`«${NARROW}`, `${NARROW}»`, '“', '”'],
  es: GUILLEMETS,
  'es-MX': ENGLISH,
  'es-US': ENGLISH,
  'es-419': ENGLISH,
  it: GUILLEMETS,
  pt: GUILLEMETS,
  ca: GUILLEMETS,
  gl: GUILLEMETS,
  eu: GUILLEMETS,
  el: GUILLEMETS,
  no: ['«', '»', '‘', '’'],
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  hy: GUILLEMETS,
  fa: ['«', '»', '‹', '›'],
  ar: ['”', '“', '’', '‘'],
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
  be: ['«', '»', '„', '“'],
  sq: ['«', '»', '“', '”'],
  pl: ['„', '”', '«', '»'],
  ro: ['„', '”', '«', '»'],
  hu: ['„', '”', '»', '«'],
  hr: LOW_RIGHT,
  sr: LOW_RIGHT,
  bs: LOW_RIGHT,
  da: ['»', '«', '›', '‹'],
  sv: RIGHT_RIGHT,
  fi: RIGHT_RIGHT,
  he: ['”', '”', '’', '’'],
  ja: ['「', '」', '『', '』'],
};

/** The marks that a language is printed with; those of English where nothing is known. */
export function quotesOf(language: string): Quotes {
  const locale = new Intl.Locale(language);
  return BY_LANGUAGE[`${locale.language}-${locale.region ?? ''}`] ?? BY_LANGUAGE[locale.language] ?? ENGLISH;
}

/**
 * The author's own four marks, outer pair first or inner pair first: a pair of single marks belongs to the
 * typewriter's single quote, so `‘’“”` and `“”‘’` mean the same marks. Where both pairs are of one kind, the
 * first is for the double.
 */
export function readQuotes(written: string | readonly string[]): ParsedValue<Quotes> {
  const marks = typeof written === 'string' ? [...written.replace(/\s+/g, '')] : written;
  const [a, b, c, d] = marks;
  if (marks.length === 4 && a && b && c && d)
    return { value: isSingle(a) && !isSingle(c) ? [c, d, a, b] : [a, b, c, d] };
  return {
    fault: {
      code: 'CONF-003',
      message: `Quotation marks are four characters, and ${marks.length} are given.`,
      hint: 'Write two pairs, such as "‘’“”" or "«»‹›"; with spaces in them, as a list of four.',
    },
  };
}

function isSingle(mark: string): boolean {
  return /[‘’‚‛‹›']/.test(mark);
}
