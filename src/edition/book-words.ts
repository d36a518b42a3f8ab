// Foldmark's own words in a book, by language.
import { finding, outcome, type Outcome } from '../model/finding.js';
import { AR } from './words/ar.js';
import { DE } from './words/de.js';
import { EN, type Word, type Words } from './words/en.js';
import { ES } from './words/es.js';
import { FR } from './words/fr.js';
import { IT } from './words/it.js';
import { NL } from './words/nl.js';
import { PT } from './words/pt.js';

export type { Words } from './words/en.js';

const LANGUAGES: Readonly<Record<string, Words>> = {
  en: EN,
  ar: AR,
  de: DE,
  es: ES,
  fr: FR,
  it: IT,
  nl: NL,
  pt: PT,
};

/** The words for a BCP 47 tag, by its language alone; TPL-008 and English where there are none. */
export function bookWordsFor(language: string): Outcome<Words> {
  const words = LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''];
  if (words) return outcome(words);
  return outcome<Words>(EN, [
    finding('TPL-008', {
      message: `Foldmark has no words of its own in "${language}"; "Contents" and the like stay English.`,
      hint: "Put templates with your own words into the book's templates/ folder.",
    }),
  ]);
}

export function isWord(key: string): key is Word {
  return Object.hasOwn(EN, key);
}
