// Random documents through the whole pipeline: `npm run fuzz -- --documents 1000 --seed 1`. Many documents make one book.
// A document that is refused is named with its finding, shrunk, and kept as a book folder; a silent loss ends with 1.
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chapterFile, styleCount, tryBook, writeBook } from './book.mjs';
import { chance } from './chance.mjs';
import { randomBlocks } from './document.mjs';
import { shrink } from './shrink.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '25' },
    shrink: { type: 'string', default: 'yes' },
    keep: { type: 'string', default: join(tmpdir(), 'foldmark-fuzz') },
  },
});
const [documents, seed, batch] = [values.documents, values.seed, values.batch].map(Number);
const folder = mkdtempSync(join(tmpdir(), 'foldmark-fuzz-'));
const total = { documents: 0, pages: 0, refused: 0, silent: 0 };

for (let first = 0; first < documents; first += batch) {
  const count = Math.min(batch, documents - first);
  const book = bookOf(first, count);
  writeBook(folder, book);
  const { refused, silent, pages } = await tryBook(folder);
  total.documents += count;
  total.pages += pages;
  if (refused.length > 0) await separately(book, { first, refused });
  for (const word of silent) console.log(`seed ${seed}, documents from ${first}: SILENT ${word}`);
  total.silent += silent.length;
  console.log(`${total.documents} documents, ${total.pages} pages, ${total.refused} refused, ${total.silent} words silently lost`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = total.silent > 0 ? 1 : 0;

function bookOf(first, count) {
  const luck = chance(seed * 100003 + first);
  return {
    chapters: Array.from({ length: count }, (_, index) => randomBlocks(seed * 1000003 + first + index, first + index)),
    theme: luck.pick(['zine', 'novel', 'essay']),
    trim: luck.pick(['A5', 'A6', '5.5in x 8.5in']),
    style: luck.between(0, styleCount - 1),
  };
}

/** A book of which something is refused is taken apart, since one document must not hide what another does. */
async function separately(book, { first, refused }) {
  const suspects = book.chapters.map((blocks, index) => ({ blocks, index })).filter(({ index }) => refused.some((one) => one.at?.path === chapterFile(index)));
  for (const { blocks, index } of suspects.length > 0 ? suspects : book.chapters.map((blocks, index) => ({ blocks, index }))) {
    const alone = { ...book, chapters: [blocks] };
    writeBook(folder, alone);
    const tried = await tryBook(folder);
    if (tried.refused.length === 0) continue;
    total.refused += 1;
    const { code, message, at } = tried.refused[0];
    console.log(`seed ${seed}, document ${first + index}, ${book.theme} ${book.trim} style ${book.style}: ${code} ${at === undefined ? 'WITHOUT A PLACE' : `line ${at.line}`} ${message}`);
    if (values.shrink === 'no') continue;
    const small = await shrink(blocks, async (fewer) => {
      writeBook(folder, { ...alone, chapters: [fewer] });
      return (await tryBook(folder)).refused.some((one) => one.code === code);
    });
    mkdirSync(values.keep, { recursive: true });
    writeBook(join(values.keep, `${seed}-${first + index}-${code}`), { ...alone, chapters: [small] });
  }
}
