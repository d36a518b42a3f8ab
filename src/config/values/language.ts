// Language tags, and what follows from a language alone: the direction of its script and its quotation marks.
import { closest } from '../decode-text.js';
import { didYouMean, type ParsedValue } from './parsed-value.js';

/** ISO 15924 codes of the scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** Languages that people name by their English word where a tag is wanted. */
const BY_NAME: Readonly<Record<string, string>> = {
  english: 'en',
  british: 'en-GB',
  american: 'en-US',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  francais: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  nederlands: 'nl',
  polish: 'pl',
  russian: 'ru',
  arabic: 'ar',
  hebrew: 'he',
  greek: 'el',
  latin: 'la',
  swedish: 'sv',
  danish: 'da',
  norwegian: 'nb',
  finnish: 'fi',
  czech: 'cs',
  turkish: 'tr',
  japanese: 'ja',
  chinese: 'zh',
  welsh: 'cy',
  irish: 'ga',
};

/**
 * A BCP 47 tag in its usual spelling: `en-gb`, `en_GB` and `British` give `en-GB`. CONF-009 when it is not
 * well-formed (RFC 5646, as Intl.Locale checks it) or when its language is none that is registered.
 */
export function readLanguage(written: string): ParsedValue<string> {
  const tag = written.trim();
  const locale = localeOf(tag);
  if (locale && isRegistered(locale.language)) return { value: locale.toString() };
  const meant = likelyTag(tag) ?? tagOfName(tag);
  if (meant !== undefined) return { value: meant };
  const name = closest(tag, Object.keys(BY_NAME));
  return {
    fault: {
      code: 'CONF-009',
      message: `"${written}" is not a language tag.`,
      hint: didYouMean(name && BY_NAME[name], 'Write a tag such as en-GB, de, fr or ar.'),
    },
  };
}

/** The direction that a language's usual script runs in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = localeOf(language)?.maximize().script;
  return script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/**
 * A well-formed tag may still be a slip (`english` is well-formed): a known language has a script that can be
 * looked up.
 */
function isRegistered(language: string): boolean {
  const likely = new Intl.Locale(language).maximize();
  return likely.script !== undefined && likely.script !== '' && language.length <= 3;
}

function tagOfName(name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(BY_NAME, key) ? BY_NAME[key] : undefined;
}

/** `en_GB` is how operating systems write it. */
function likelyTag(tag: string): string | undefined {
  const dashed = tag.replace(/_/g, '-').replace(/\..*$/, '');
  const locale = dashed === tag ? undefined : localeOf(dashed);
  return locale && isRegistered(locale.language) ? locale.toString() : undefined;
}
