// Random chapters made into a book folder, built, and read back without any of the tool's own comparison:
// every numbered word must stand in each file that was published.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../lib/pipeline/build.js';
import { epubWords } from '../../lib/check/conservation/epub-words.js';
import { readPdfText } from '../../lib/pdf/read/pdf-text.js';

const PICTURES = { flat: [120, 60], tall: [200, 1400] };

/** Styles that provoke losses, as books have them. */
const STYLES = [
  '',
  'p { padding-bottom: 6pt } blockquote { padding: 1em; background: #eee }',
  'pre { padding: 10pt; border: 1pt solid; overflow: auto } td, th { border: 1pt solid; padding: 4pt }',
  'li { padding: 4pt 0 } .aside { border: 1pt solid; padding: 12pt } section { min-height: 100vh }',
  'figure { float: right; width: 40% } tr { break-inside: avoid } p { orphans: 3; widows: 3 }',
];

/** Writes a book of chapters, each a list of blocks by its number. */
export function writeBook(folder, { chapters, theme, trim, style }) {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['images', 'styles']) mkdirSync(join(folder, name), { recursive: true });
  for (const [document, blocks] of chapters)
    writeFileSync(join(folder, chapterFile(document)), `${blocks.join('\n\n')}\n`);
  for (const [name, [width, height]] of Object.entries(PICTURES)) {
    writeFileSync(
      join(folder, 'images', `${name}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" ` +
        `height="${height}"><rect width="${width}" height="${height}" fill="#ccc"/></svg>\n`,
    );
  }
  writeFileSync(join(folder, 'styles', 'custom.css'), `${STYLES[style]}\n`);
  writeFileSync(
    join(folder, 'book.yml'),
    `title: Chance\nauthor: Nobody\nlanguage: en\npublished: 2026-01-01\ntheme: ${theme}\nprint: { ` +
      `trim: ${trim} }\nfront: [title-page, contents]\n`,
  );
}

export const styleCount = STYLES.length;

/** Any number of digits would do; equal widths keep the order of names. */
export function chapterFile(document) {
  return `${String(document).padStart(6, '0')}.md`;
}

/**
 * @returns { faults: { kind, document, message }[], pages }: errors by their code, THROWN for a build that
 *   did not come to its end, and SILENT for words that a published file does not show as often as it
 *   should
 */
export async function tryBook(folder, { chapters, only, eyes }) {
  const out = join(folder, 'dist');
  const built = await build({ folder, out, only }).catch((cause) => ({ thrown: String(cause) }));
  if ('thrown' in built)
    return { faults: [{ kind: 'THROWN', document: undefined, message: built.thrown }], pages: 0 };
  const { report, diagnostics } = built;
  const refused = diagnostics.filter(({ severity }) => severity === 'error');
  if (report.outcome !== 'built')
    return {
      faults: refused.map(({ code, at, message }) => ({
        kind: code,
        document: documentOf(at),
        message: `${at === undefined ? 'WITHOUT A PLACE' : `line ${at.line}`} ${message}`,
      })),
      pages: 0,
    };
  const wanted = [...chapters.values()].flatMap((blocks) => blocks.join('\n').match(NUMBERED) ?? []);
  const faults = [];
  let pages = 0;
  for (const name of readdirSync(out)) {
    const read = await textsOf(name, readFileSync(join(out, name)));
    if (read === undefined) continue;
    if (name.endsWith('screen.pdf')) pages = read.pages;
    faults.push(
      ...miscounted(wanted, read.texts.map(eyes)).map(({ word, times }) => ({
        kind: 'SILENT',
        document: Number(DOCUMENT.exec(word)?.[1]),
        message: `${word} stands ${times} times in ${name}`,
      })),
    );
  }
  return { faults, pages };
}

/**
 * `w12x7e` is the seventh word of document 12 and stands once; `t12x8e` may stand again, in heads and
 * contents.
 */
const NUMBERED = /[wt]\d+x\d+e/g;
const DOCUMENT = /[wt](\d+)x/;

function documentOf(at) {
  const name = /^(\d+)\.md$/.exec(at?.path ?? '')?.[1];
  return name === undefined ? undefined : Number(name);
}

/**
 * @returns { texts, pages }: what the file says; a PDF once with what stands around its text, once without,
 *   since a word may go over a page
 */
async function textsOf(name, bytes) {
  if (name.endsWith('.epub'))
    return {
      texts: [
        epubWords(bytes, name)
          .map(({ texts }) => texts.join(' '))
          .join('\n'),
      ],
    };
  if (!name.endsWith('.pdf')) return undefined;
  const pages = (await readPdfText(bytes)).map(({ texts }) => texts.filter(({ inside }) => inside));
  const around = furnitureOf(pages);
  const said = (texts) => texts.map(({ text }) => text).join(' ');
  return {
    texts: [
      pages.map(said).join('\n'),
      pages.map((texts) => said(texts.filter((text) => !around.has(text)))).join('\n'),
    ],
    pages: pages.length,
  };
}

/**
 * Painted last on a page: its number, and one head, the book's title or a chapter's, which may have lines.
 */
function furnitureOf(pages) {
  return new Set(
    pages.flatMap((texts) => {
      const kinds = [/^\s*(\d+|[ivxlc]+)\s*$/, /^\s*(chance|[t\dxe\s\u2026]+)\s*$/i];
      const around = [];
      for (const text of texts.toReversed()) {
        const kind = kinds.findIndex((one) => one.test(text.text));
        if (kind === -1 && !TITLE.test(text.text)) break;
        if (kind !== -1) kinds.splice(kind, 1);
        around.push(text);
      }
      return around;
    }),
  );
}

const TITLE = /^\s*(t\d+x\d+e[\s\u2026]*)+$/i;

/** Letters only, since a word may be tracked, divided or set in small capitals. */
function miscounted(wanted, texts) {
  const counts = texts.map(countsIn);
  return wanted
    .map((word) => ({
      word,
      times: counts.map((times) => times.get(word) ?? 0).find((times) => times > 0) ?? 0,
    }))
    .filter(({ word, times }) => times === 0 || (word.startsWith('w') && times > 1));
}

function countsIn(text) {
  const shown = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  const times = new Map();
  for (const [word] of shown.matchAll(NUMBERED)) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
