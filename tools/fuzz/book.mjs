// Random chapters made into a book folder, built, and read back without any of the tool's own comparison: every numbered
// word must stand in each file that was published.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../lib/build/build.js';
import { epubWords } from '../../lib/check/conservation/epub.js';
import { readPdfText } from '../../lib/press/pdf/read-text.js';

const PICTURES = { flat: [120, 60], tall: [200, 1400] };

/** Styles that provoke losses, as books have them. */
const STYLES = [
  '',
  'p { padding-bottom: 6pt } blockquote { padding: 1em; background: #eee }',
  'pre { padding: 10pt; border: 1pt solid; overflow: auto } td, th { border: 1pt solid; padding: 4pt }',
  'li { padding: 4pt 0 } .aside { border: 1pt solid; padding: 12pt } section { min-height: 100vh }',
  'figure { float: right; width: 40% } tr { break-inside: avoid } p { orphans: 3; widows: 3 }',
];

/** Writes a book of chapters, each a list of blocks. */
export function writeBook(folder, { chapters, theme, trim, style }) {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['images', 'styles']) mkdirSync(join(folder, name), { recursive: true });
  chapters.forEach((blocks, index) => writeFileSync(join(folder, chapterFile(index)), `${blocks.join('\n\n')}\n`));
  for (const [name, [width, height]] of Object.entries(PICTURES)) {
    writeFileSync(join(folder, 'images', `${name}.svg`), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ccc"/></svg>\n`);
  }
  writeFileSync(join(folder, 'styles', 'custom.css'), `${STYLES[style]}\n`);
  writeFileSync(join(folder, 'book.yml'), `title: Chance\nauthor: Nobody\nlanguage: en\npublished: 2026-01-01\ntheme: ${theme}\nprint: { trim: ${trim} }\nfront: [title-page, contents]\n`);
}

export const styleCount = STYLES.length;

export function chapterFile(index) {
  return `${String(index + 1).padStart(2, '0')}.md`;
}

/** @returns { refused: findings that are errors, silent: words that a published file does not show, pages } */
export async function tryBook(folder) {
  const out = join(folder, 'dist');
  const { report, diagnostics } = await build({ folder, out });
  const refused = diagnostics.filter(({ severity }) => severity === 'error');
  if (report.outcome !== 'built') return { refused, silent: [], pages: 0 };
  const wanted = readdirSync(folder).filter((name) => name.endsWith('.md')).flatMap((name) => readFileSync(join(folder, name), 'utf8').match(NUMBERED) ?? []);
  const silent = [];
  let pages = 0;
  for (const name of readdirSync(out)) {
    const texts = await textsOf(name, readFileSync(join(out, name)));
    if (texts === undefined) continue;
    if (name.endsWith('screen.pdf')) pages = texts.length;
    silent.push(...miscounted(wanted, texts.join('\n')).map((word) => `${name}: ${word}`));
  }
  return { refused, silent, pages };
}

const NUMBERED = /w\d+x\d+e/g;

async function textsOf(name, bytes) {
  if (name.endsWith('.epub')) return epubWords(bytes, name).map(({ texts }) => texts.join(' '));
  if (!name.endsWith('.pdf')) return undefined;
  return (await readPdfText(bytes)).map(({ texts }) => texts.filter(({ inside }) => inside).map(({ text }) => text).join(' '));
}

/** Letters only, since a title may be tracked or set in small capitals; a title stands in heads and contents too, so more than once is no fault here. */
function miscounted(wanted, text) {
  const shown = text.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/g, '');
  return wanted.filter((word) => !shown.includes(word));
}
