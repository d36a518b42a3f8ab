// Writes a book of any length for measuring: prose, headings, notes, page references and a picture a chapter,
// the same for a given seed. Every chapter is about eleven pages. Usage: node tools/bench/generate.mjs
// <folder> <chapters> [seed]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import jpeg from 'jpeg-js';
import { WORDS } from './words.mjs';

/** Chapters for the sizes that the benchmark compares, by their approximate number of pages. */
export const SIZES = { 24: 2, 90: 8, 265: 24, 875: 80, 2600: 238 };

/** Writes book.yml, chapters and pictures. Whatever stood in the folder is removed. */
export function generateBook({ folder, chapters, seed = 42 }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'images'), { recursive: true });
  const names = chance(seed);
  const titles = Array.from({ length: chapters }, () => titleOf(names));
  const files = titles.map((_, index) => `${pad(index)}.md`);
  writeFileSync(join(folder, 'book.yml'), bookFile(files));
  titles.forEach((title, index) => {
    writeFileSync(
      join(folder, files[index]),
      chapterText({ title, index, titles, files, next: chance(seed * 1000 + index) }),
    );
    writeFileSync(join(folder, 'images', `${pad(index)}.jpg`), picture(chance(seed * 7 + index)));
  });
}

function bookFile(files) {
  return [
    'name: bench',
    'title: The Benchmark of Long Books',
    'author: A. Deterministic Author',
    'language: en',
    'description: Words in an order that means nothing.',
    'published: 2026-01-01',
    'theme: novel',
    'front: [title-page, contents]',
    'chapters:',
    ...files.map((file) => `  - "${file}"`),
    'back: []',
    'print: { trim: 5.5in x 8.5in, chapter-start: next, pages-multiple: 1 }',
    '',
  ].join('\n');
}

const WORDS_A_CHAPTER = 3450;

function chapterText({ title, index, titles, files, next }) {
  const wanted = WORDS_A_CHAPTER + whole(next, -350, 350);
  const blocks = [`# ${title}`];
  const notes = [whole(next, 500, 1200), whole(next, 1900, 2900)];
  let section = whole(next, 700, 1000);
  let pictured = false;
  for (let count = 0, paragraphs = 0; count < wanted; paragraphs += 1) {
    if (count >= section) {
      blocks.push(`## ${titleOf(next)}`);
      section = count + whole(next, 800, 1100);
    }
    if (!pictured && count > wanted * 0.4) {
      pictured = true;
      blocks.push(`![A pattern](images/${pad(index)}.jpg "${sentence(next, 'plain')}")`);
    }
    let text = Array.from({ length: whole(next, 1, 100) < 22 ? whole(next, 1, 2) : whole(next, 3, 8) }, () =>
      sentence(next, 'emphasised'),
    ).join(' ');
    if (count > (notes[0] ?? Infinity)) {
      notes.shift();
      text += `^[${sentence(next, 'plain')} ${sentence(next, 'plain')}]`;
    }
    if (paragraphs > 0 && paragraphs % 9 === 0) {
      const other = whole(next, 0, titles.length - 1);
      text += ` This was told before, in ${titles[other]}, [](${files[other]}).`;
    }
    blocks.push(paragraphs % 14 === 13 ? `> ${text}` : text);
    if (paragraphs % 17 === 16)
      blocks.push(Array.from({ length: 4 }, () => `- ${sentence(next, 'plain')}`).join('\n'));
    count += text.split(/\s+/).length;
  }
  return `${blocks.join('\n\n')}\n`;
}

function sentence(next, dress) {
  const length = whole(next, 6, 28);
  const words = Array.from({ length }, (_, place) => {
    const word = commonWord(next);
    const dressed = dress === 'emphasised' && place > 0 && next() < 0.012 ? `*${word}*` : word;
    return place < length - 1 && next() < 0.09 ? `${dressed},` : dressed;
  });
  const end = next();
  return `${capital(words.join(' '))}${end < 0.08 ? '?' : end < 0.12 ? '!' : '.'}`;
}

function titleOf(next) {
  return Array.from({ length: whole(next, 2, 5) }, () =>
    capital(WORDS[whole(next, 30, WORDS.length - 1)]),
  ).join(' ');
}

/** Frequent words come first in the list and are taken as often as in English (Zipf). */
const WEIGHTS = WORDS.reduce((sums, _, rank) => [...sums, (sums.at(-1) ?? 0) + (rank + 2.7) ** -0.82], []);

function commonWord(next) {
  const at = next() * WEIGHTS.at(-1);
  return WORDS[WEIGHTS.findIndex((sum) => sum >= at)];
}

const WIDTH = 900;
const HEIGHT = 600;

/** Waves in three colours with some grain, as large as a photograph. */
function picture(next) {
  const waves = [0, 1, 2].map(() => [next() * 0.02 + 0.003, next() * 0.02 + 0.003, next() * 6]);
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const grain = (next() - 0.5) * 24;
      waves.forEach(([across, down, shift], colour) => {
        data[(y * WIDTH + x) * 4 + colour] = Math.round(
          128 + 80 * Math.sin(x * across + shift) * Math.cos(y * down) + grain,
        );
      });
    }
  }
  return jpeg.encode({ data, width: WIDTH, height: HEIGHT }, 82).data;
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function whole(next, least, most) {
  return least + Math.floor(next() * (most - least + 1));
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function pad(index) {
  return String(index + 1).padStart(3, '0');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, chapters, seed] = process.argv.slice(2);
  generateBook({ folder, chapters: Number(chapters), ...(seed === undefined ? {} : { seed: Number(seed) }) });
}
