// Hostile manuscripts, all in one book: every one is told at its line or is harmless, and what is harmless is
// built.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import type { Built } from '../../src/pipeline/build-run.js';
import { readPdfText } from '../../src/pdf/read/pdf-text.js';
import { CODES } from '../../src/model/codes.js';
import { MANUSCRIPTS } from './manuscripts.js';
import { countSockets } from './sockets.js';
import { CANARY, chapters, fileOf, strangeBook } from './strange-book.js';

const places: string[] = [];
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

const SETTINGS = {
  'book.yml': 'title: Strange\nname: strange\nlanguage: en\ncast: { file: cast.yml }\n',
  'cast.yml': '- { id: sam, name: Sam }\n',
};

function bookOf(rows: typeof MANUSCRIPTS): {
  readonly book: string;
  readonly out: string;
  readonly place: string;
} {
  const { place, book } = strangeBook(SETTINGS);
  for (const [name, words] of Object.entries(chapters(rows, place))) writeFileSync(join(book, name), words);
  places.push(place);
  return { book, place, out: join(place, 'dist') };
}

describe('a hostile manuscript', () => {
  let told: Built;
  beforeAll(async () => {
    const { book, out } = bookOf(MANUSCRIPTS);
    told = await build({ folder: book, out, only: ['screen', 'epub'] });
  });

  it(`is one of ${MANUSCRIPTS.length}, at least a hundred`, () => {
    expect(MANUSCRIPTS.length).toBeGreaterThanOrEqual(100);
  });

  it.each(MANUSCRIPTS.map(({ name, says }, index) => [name, says, fileOf(index)] as const))(
    '%s: says %j',
    (_, says, file) => {
      const found = told.diagnostics.filter(({ at }) => at?.path === file);
      expect([...new Set(found.map(({ code }) => code))].sort()).toEqual([...says].sort());
      for (const { at } of found) expect(at?.line).toBeGreaterThanOrEqual(1);
    },
  );
});

describe('a book of all hostile manuscripts that are harmless', () => {
  const harmless = MANUSCRIPTS.filter(({ says }) =>
    says.every((code) => CODES[code as keyof typeof CODES].severity !== 'error'),
  );
  const counted = countSockets();
  let built: Built;
  let out = '';
  let place = '';
  beforeAll(async () => {
    const made = bookOf(harmless);
    ({ out, place } = made);
    built = await build({ folder: made.book, out, only: ['print', 'screen', 'epub'] });
  });
  afterAll(() => {
    counted.stop();
  });

  it('is built, and only what was left out is told', () => {
    expect(harmless.length).toBeGreaterThan(60);
    expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(built.report.outcome).toBe('built');
    expect(built.diagnostics.filter(({ code }) => code === 'PRESS-010')).toEqual([]);
  });

  it('keeps the words around each of them in every edition', async () => {
    const pdf = (await readPdfText(readFileSync(join(out, 'strange-screen.pdf'))))
      .flatMap(({ texts }) => texts.map(({ text }) => text))
      .join('')
      .replace(/\s/g, '');
    const epub = Object.values(packed(out))
      .join('')
      .replace(/<[^>]*>|[\s\u00ad]/g, '');
    for (const index of harmless.keys()) {
      for (const words of [`Before${index}.`, `After${index}.`])
        expect([words, pdf.includes(words), epub.includes(words)]).toEqual([words, true, true]);
    }
  });

  it('reached for nothing', () => {
    expect(counted.tried).toEqual([]);
  });

  it('holds nothing that runs, is fetched, or came from outside', () => {
    for (const [name, words] of Object.entries(packed(out)).filter(([name]) =>
      /xhtml|opf|ncx|css$/.test(name),
    )) {
      const live = words.replace(/&lt;[^]*?&gt;/g, '');
      expect([
        name,
        /<(script|iframe|object|embed|applet|form|base|meta http-equiv|video|audio|svg:script)\b/i.exec(
          live,
        )?.[0],
      ]).toEqual([name, undefined]);
      expect([name, /<[^>]*\s(on[a-z]+|srcset|srcdoc|style|ping|action)=/i.exec(live)?.[0]]).toEqual([
        name,
        undefined,
      ]);
      expect([
        name,
        /(?:src|href|url\()\s*=?\s*["']?(?:javascript|file|data|vbscript|http:\/\/203)/i.exec(live)?.[0],
      ]).toEqual([name, undefined]);
    }
  });

  it('names neither the secret nor any path of this machine', () => {
    for (const [name, bytes] of filesIn(out)) {
      for (const trace of [
        CANARY,
        Buffer.from(CANARY, 'utf16le').swap16().toString('latin1'),
        place,
        `${homedir()}/`,
        `${process.cwd()}/`,
      ]) {
        expect([name, trace, bytes.toString('latin1').includes(trace)]).toEqual([name, trace, false]);
      }
    }
  });
});

/** The text files of the EPUB. */
function packed(out: string): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(readFileSync(join(out, 'strange.epub'))));
  return Object.fromEntries(
    entries
      .filter(([name]) => /\.(xhtml|opf|ncx|css|xml)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** Every file that was published, and every file inside of the EPUB. */
function filesIn(out: string): readonly (readonly [string, Buffer])[] {
  const published = readdirSync(out).map((name) => [name, readFileSync(join(out, name))] as const);
  const inside = Object.entries(unzipSync(readFileSync(join(out, 'strange.epub')))).map(
    ([name, bytes]) => [`strange.epub/${name}`, Buffer.from(bytes)] as const,
  );
  return [...published, ...inside];
}
