// How many words of the benchmark's book a PDF does not show, whoever made it: letter by letter, as Foldmark
// proves its own.
import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { matchText } from '../../lib/check/conservation/match-blocks.js';
import { letters } from '../../lib/check/conservation/letters.js';
import { readPdfText } from '../../lib/pdf/read/pdf-text.js';

/** Words of which at least one letter is missing. */
export async function wordsLost(file, page) {
  const pages = await readPdfText(new Uint8Array(readFileSync(file)));
  const shown = pages.flatMap(({ texts }, index) =>
    texts.filter(({ inside }) => inside).map(({ text }) => ({ text, page: index })),
  );
  const { lost } = matchText({ expected: blocksOf(page), fixed: [], shown });
  return lost.reduce((sum, { block, missing }) => sum + wordsIn(block.pieces.join(''), missing), 0);
}

/**
 * Where the missing letters stand in the block is known when they stand there in one run; else they are
 * counted by their number.
 */
function wordsIn(text, missing) {
  const words = text
    .split(/\s+/)
    .map(letters)
    .filter((word) => word !== '');
  const from = words.join('').indexOf(missing);
  if (from === -1) return Math.ceil((missing.length * words.length) / words.join('').length);
  let at = 0;
  return words.filter((word) => {
    const begin = at;
    at += word.length;
    return begin < from + missing.length && at > from;
  }).length;
}

const BLOCKS = new Set(['h1', 'h2', 'p', 'li', 'blockquote', 'ul', 'body', 'html', 'section']);

function blocksOf(page) {
  const blocks = [];
  let open = [];
  const close = (place) => {
    if (letters(open.join('')) !== '') blocks.push({ pieces: open, place });
    open = [];
  };
  const walk = (node, place) => {
    if (node.nodeName === '#text') open.push(node.value);
    if (['head', 'style', '#comment'].includes(node.nodeName)) return;
    const isNote = node.attrs?.some(({ name, value }) => name === 'class' && value === 'note');
    const around = open;
    if (isNote) open = [];
    else if (BLOCKS.has(node.nodeName)) close(place);
    for (const child of node.childNodes ?? []) walk(child, isNote ? 'note' : place);
    if (isNote) {
      close('note');
      open = around;
    } else if (BLOCKS.has(node.nodeName)) close(place);
  };
  walk(parse(page), 'main');
  return blocks;
}
