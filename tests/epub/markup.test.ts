// Who finds markup that XHTML does not allow: the table in docs/guide/epub.md is what this test has seen.
// UPDATE=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkByRules } from '../../src/check/epub/check-epub.js';
import { runEpubCheck } from '../../src/check/epub/check-epub.js';
import { KOBO, NEWEST, summon } from './fixtures/judges.js';
import { MARKUP_BREAKS } from './fixtures/markup-breaks.js';
import { pressFixture } from './fixtures/press.js';

const DOCS = new URL('../../docs/guide/epub.md', import.meta.url);
const TABLE = /(<!-- markup: begin -->\n)[\s\S]*?(<!-- markup: end -->)/;
const BROKEN = /OEBPS\/(broken-\d+\.xhtml)/;

describe('markup that XHTML does not allow', () => {
  test('is found by our rules where docs/guide/epub.md says so', async () => {
    const ours = await oursFind();
    for (const [at, { name }] of MARKUP_BREAKS.entries())
      expect([name, ours.has(fileOf(at)) ? 'found' : '–']).toEqual([name, tabled(name)?.[3]]);
  }, 60_000);

  test('is found by the others where docs/guide/epub.md says so', async ({ skip }) => {
    summon(NEWEST, skip);
    summon(KOBO, skip);
    const epub = await brokenBook();
    const finders = [
      filesIn(await NEWEST.ask(epub)),
      filesIn(await KOBO.ask(epub)),
      filesIn((await runEpubCheck(epub)).map(({ at }) => at?.path ?? '')),
      await oursFind(),
    ];
    const rows = MARKUP_BREAKS.map(
      ({ name }, at) =>
        `| ${[name, ...finders.map((found) => (found.has(fileOf(at)) ? 'found' : '–'))].join(' | ')} |`,
    );
    const table = [
      '| | EPUBCheck 5.3.0 | EPUBCheck 4.2.6 | epubcheck-ts | our rules |',
      '|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
    if (process.env['UPDATE'] === '1')
      writeFileSync(
        DOCS,
        docs().replace(TABLE, (_, begin: string, end: string) => `${begin}${table}${end}`),
      );
    expect(TABLE.exec(docs())?.[0]).toContain(table);
  }, 120_000);
});

async function oursFind(): Promise<ReadonlySet<string>> {
  return filesIn(
    checkByRules({ bytes: await brokenBook(), name: 'broken.epub' }).map(({ at }) => at?.path ?? ''),
  );
}

function filesIn(places: readonly string[]): ReadonlySet<string> {
  return new Set(places.flatMap((place) => BROKEN.exec(place)?.[1] ?? []));
}

/** The fixture book with a document more for each kind of break. */
async function brokenBook(): Promise<Uint8Array> {
  const { mimetype = new Uint8Array(), ...files } = unzipSync(await pressFixture());
  const added = MARKUP_BREAKS.map(
    ({ name, body }, at) => [`OEBPS/${fileOf(at)}`, strToU8(documentOf(name, body))] as const,
  );
  const items = MARKUP_BREAKS.map(
    ({ body }, at) =>
      `<item id="broken-${at}" href="${fileOf(at)}" ` +
      `media-type="application/xhtml+xml"${body.includes('<svg') ? ' properties="svg"' : ''}/>`,
  ).join('');
  const refs = MARKUP_BREAKS.map((_, at) => `<itemref idref="broken-${at}"/>`).join('');
  const opf = strFromU8(files['OEBPS/content.opf'] ?? new Uint8Array())
    .replace('</manifest>', `${items}</manifest>`)
    .replace('</spine>', `${refs}</spine>`);
  return zipSync({
    mimetype: [mimetype, { level: 0 }],
    ...files,
    ...Object.fromEntries(added),
    'OEBPS/content.opf': strToU8(opf),
  });
}

function documentOf(name: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html ' +
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" ' +
    `xml:lang="en-GB">\n<head><title>${name}</title></head>\n<body>\n${body}\n</body>\n</html>\n`
  );
}

function fileOf(at: number): string {
  return `broken-${at}.xhtml`;
}

/** The cells of a row, after its name. */
function tabled(name: string): readonly string[] | undefined {
  return docs()
    .split('\n')
    .find((line) => line.startsWith(`| ${name} |`))
    ?.split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

function docs(): string {
  return readFileSync(DOCS, 'utf8');
}
