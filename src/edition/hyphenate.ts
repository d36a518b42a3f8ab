// Soft hyphens for print: where a word may be divided, by the patterns of its language.
import { createRequire } from 'node:module';
import { finding, outcome, type Outcome } from '../model/finding.js';
import { hasClass, type ElementNode, type Flow } from '../model/flow.js';
import { memoize } from '../shared/memoize.js';
import { SOFT_HYPHEN } from '../shared/characters.js';
import { HEADINGS, NOT_PROSE } from '../shared/html-elements.js';

/**
 * Puts soft hyphens into running text below an element; `language` is the text's own until an element says
 * another.
 */
export type Hyphenate = (node: ElementNode, language: string) => ElementNode;

/**
 * Short words are kept whole, and no piece is shorter than three letters: smaller ones are hard to read on.
 */
const SHORTEST_WORD = 6;
const SHORTEST_PIECE = 3;
/**
 * A caption may stand in a narrow margin: words that would not fit there can be divided, where styles allow
 * it.
 */
const SHORTEST_IN_CAPTION = 13;

/**
 * Text of the manuscript in these runs in lines that may be divided; a template's own words and all else are
 * left alone.
 */
const RUNNING = new Set(['p', 'li', 'dd', 'blockquote']);
const WHOLE = new Set([...HEADINGS, ...NOT_PROSE, 'caption', 'table', 'header']);
/**
 * Notes and leaves (dedication, imprint, colophon) are short and ragged: nothing is won by dividing their
 * words.
 */
const WHOLE_CLASSES = [
  'sc',
  'verse',
  'epigraph',
  'label',
  'note',
  'leaf',
  'note-call',
  'note-number',
  'attribution',
  'drop-cap',
  'raised-cap',
];

/**
 * Finding: TPL-010 when the book's own language has no patterns. Other languages in the text are kept whole
 * silently.
 */
export function openHyphenation(language: string): Outcome<Hyphenate> {
  const missing = patternsFor(language)
    ? []
    : [
        finding('TPL-010', {
          message:
            `Foldmark cannot hyphenate the language "${language}". ` +
            'Words stay whole at the ends of lines.',
        }),
      ];
  return outcome((node, own) => within(node, own, WHOLE_WORDS), missing);
}

/** The fewest letters of a word that may be divided here. */
type Shortest = number;
const WHOLE_WORDS: Shortest = Infinity;

function within(node: ElementNode, language: string, around: Shortest): ElementNode {
  if (WHOLE.has(node.tag) || WHOLE_CLASSES.some((name) => hasClass(node, name)) || isAddress(node))
    return node;
  const tongue = node.attributes['lang'] ?? language;
  const running = node.block !== undefined && RUNNING.has(node.tag);
  const here =
    node.tag === 'figcaption'
      ? SHORTEST_IN_CAPTION
      : running && around === WHOLE_WORDS
        ? SHORTEST_WORD
        : around;
  return { ...node, children: divided(node.children, tongue, here) };
}

function divided(flow: Flow, language: string, shortest: Shortest): Flow {
  return flow.map((node, index) => {
    if (node.type === 'element') return within(node, language, shortest);
    // A word that goes on in a neighbour (after a drop cap, around emphasis) is a piece here: patterns know
    // only wholes.
    const joined = {
      before: flow[index - 1]?.type === 'element',
      after: flow[index + 1]?.type === 'element',
    };
    return shortest < WHOLE_WORDS
      ? { ...node, value: divideWords(node.value, { language, shortest, joined }) }
      : node;
  });
}

/**
 * A link whose words are its address breaks where the browser breaks it, never with a hyphen that could be
 * typed.
 */
function isAddress(node: ElementNode): boolean {
  const [only] = node.children;
  return node.tag === 'a' && only?.type === 'text' && /^\S*[./@]\S*$/.test(only.value);
}

const WORD = /[\p{L}\p{M}\u00ad]+(?:[’'][\p{L}\p{M}\u00ad]+)*/gu;

interface Dividing {
  readonly language: string;
  readonly shortest: Shortest;
  readonly joined: { readonly before: boolean; readonly after: boolean };
}

function divideWords(value: string, { language, shortest, joined }: Dividing): string {
  const divide = patternsFor(language);
  if (!divide) return value;
  return value.replace(WORD, (word, at: number) => {
    const torn = (at === 0 && joined.before) || (at + word.length === value.length && joined.after);
    return torn || word.length < shortest || isName(word) || word.includes(SOFT_HYPHEN)
      ? word
      : keepWide(divide(word));
  });
}

/** Capitals inside a word: an acronym or a made name has no syllables that a reader would guess. */
function isName(word: string): boolean {
  return /\p{Lu}/u.test(word.slice(1));
}

/** Takes out the divisions that leave a piece of fewer than three letters at either end. */
function keepWide(word: string): string {
  const pieces = word.split(SOFT_HYPHEN);
  const last = pieces.length - 1;
  const whole = pieces.join('').length;
  let before = 0;
  return pieces
    .map((piece, index) => {
      before += piece.length;
      const open = index < last && before >= SHORTEST_PIECE && whole - before >= SHORTEST_PIECE;
      return open ? piece + SOFT_HYPHEN : piece;
    })
    .join('');
}

const require = createRequire(import.meta.url);
/** A text says the same words again and again, and every edition the same text: each is divided once. */
const opened = new Map<string, ((word: string) => string) | undefined>();

/**
 * By the whole tag (`en-GB`), then by its language alone; a few languages have patterns only under a longer
 * name.
 */
function patternsFor(language: string): ((word: string) => string) | undefined {
  const tag = language.toLowerCase();
  if (opened.has(tag)) return opened.get(tag);
  const base = tag.split('-')[0] ?? tag;
  const found = [tag, LONGER[base] ?? base, base].map(load).find((one) => one !== undefined);
  opened.set(tag, found);
  return found;
}

const LONGER: Readonly<Record<string, string>> = {
  en: 'en-gb',
  de: 'de-1996',
  el: 'el-monoton',
  mn: 'mn-cyrl',
};

function load(name: string): ((word: string) => string) | undefined {
  if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(name)) return undefined;
  try {
    const create = require('hyphen') as (patterns: unknown, options: object) => (word: string) => string;
    return memoize(
      create(require(`hyphen/patterns/${name}.js`), {
        hyphenChar: SOFT_HYPHEN,
        minWordLength: SHORTEST_WORD,
        html: false,
      }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw new Error(`The hyphenation patterns "${name}" cannot be loaded.`, { cause: error });
  }
}
