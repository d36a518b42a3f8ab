// The author's own cover, from book.yml into the package: as an image of the book, of its text too, for
// Kindle, and as a drawing.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';
import { strFromU8, unzipSync } from 'fflate';
import { decode } from 'jpeg-js';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../src/index.js';

const scratch = mkdtempSync(join(tmpdir(), 'foldmark-cover-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Blue, with a quarter of it clear where it has alpha. */
function png(width: number, height: number, channels: 3 | 4 = 3): Uint8Array {
  const data = new Uint8Array(width * height * channels);
  for (let at = 0; at < data.length; at += channels)
    data.set(channels === 3 ? [20, 40, 200] : [20, 40, 200, at < data.length / 4 ? 0 : 255], at);
  return encode({ width, height, channels, data });
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 150"><rect width="100" height="150" ' +
  'fill="#c30000"/><rect width="50" height="75" fill="#00c300"/></svg>';

/** With no browser to be had, unless one is wanted: an own image needs none. */
async function make({
  settings,
  files,
  text = 'Words.',
  browser,
}: {
  settings: string;
  files: Readonly<Record<string, Uint8Array | string>>;
  text?: string;
  browser?: 'needed';
}) {
  const folder = mkdtempSync(join(scratch, 'book-'));
  const all = {
    'book.yml':
      `title: Trial\nname: trial\nauthor: Mara Quill\nlanguage: en-GB\nepub: { fonts: none, ${settings} ` +
      '}\n',
    '01.md': `# One\n\n${text}\n`,
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const report = await build({
    folder,
    out: join(folder, 'dist'),
    only: ['epub'],
    ...(browser === undefined ? { browser: '/no/browser' } : {}),
  });
  expect(report.outcome, JSON.stringify(report.diagnostics)).toBe('built');
  const zip = unzipSync(readFileSync(join(folder, 'dist', report.artifacts[0]?.file ?? '')));
  const cover = zip['OEBPS/images/cover.jpg'];
  return {
    codes: report.diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    names: Object.keys(zip)
      .filter((name) => /images\/|cover/.test(name))
      .sort(),
    opf: strFromU8(zip['OEBPS/content.opf'] ?? new Uint8Array()),
    texts: Object.entries(zip)
      .filter(([name]) => name.endsWith('.xhtml'))
      .map(([, bytes]) => strFromU8(bytes))
      .join(''),
    cover: cover === undefined ? undefined : decode(cover, { useTArray: true }),
  };
}

function colourAt(
  { width, height, data }: { width: number; height: number; data: Uint8Array },
  x: number,
  y: number,
): readonly number[] {
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return [...data.subarray(at, at + 3)].map((value) => Math.round(value / 20) * 20);
}

const NAMED =
  /<item id="cover-image" href="images\/cover.jpg" media-type="image\/jpeg" properties="cover-image"\/>/;

describe('epub: cover', () => {
  it('is the cover image, a page, and a landmark, wherever the file is', async () => {
    const { codes, names, opf, texts, cover } = await make({
      settings: 'cover: art/front.png',
      files: { 'art/front.png': png(800, 1280) },
    });
    expect(codes).toEqual([]);
    expect(names).toEqual(['OEBPS/cover.xhtml', 'OEBPS/images/cover.jpg']);
    expect(opf).toMatch(NAMED);
    expect(texts).toMatch(/<a epub:type="cover" href="cover.xhtml">/);
    expect([cover?.width, cover?.height]).toEqual([800, 1280]);
  });

  it('stands in the text as well where the text shows it', async () => {
    const { codes, names, texts } = await make({
      settings: 'cover: images/cover.png',
      files: { 'images/cover.png': png(800, 1280) },
      text: '![The front](images/cover.png)',
    });
    expect(codes).toEqual([]);
    expect(names).toEqual(['OEBPS/cover.xhtml', 'OEBPS/images/cover.jpg', 'OEBPS/images/cover.png']);
    expect(texts).toMatch(/<img src="images\/cover.png" alt="The front"/);
  });

  it('has no page in a file for Kindle, which shows it by itself', async () => {
    const { codes, names, opf } = await make({
      settings: 'cover: front.png, profile: kindle',
      files: { 'front.png': png(800, 1280) },
    });
    expect(codes).toEqual([]);
    expect(names).toEqual(['OEBPS/images/cover.jpg']);
    expect(opf).toMatch(NAMED);
  });

  it('keeps its proportion and is laid on white; that stores refuse one so small is said', async () => {
    const { codes, cover } = await make({
      settings: 'cover: wide.png',
      files: { 'wide.png': png(900, 300, 4) },
    });
    expect(codes).toEqual(['EPUB-023']);
    expect([cover?.width, cover?.height]).toEqual([900, 300]);
    expect(cover && colourAt(cover, 0.5, 0.1)).toEqual([260, 260, 260]);
    expect(cover && colourAt(cover, 0.5, 0.9)).toEqual([20, 40, 200]);
  });

  it('is drawn as a JPEG where it is an SVG, whole and in its proportion', async () => {
    const { codes, names, cover } = await make({
      settings: 'cover: front.svg',
      files: { 'front.svg': SVG },
      browser: 'needed',
    });
    expect(codes).toEqual([]);
    expect(names).toEqual(['OEBPS/cover.xhtml', 'OEBPS/images/cover.jpg']);
    expect(cover?.width).toBe(1600);
    expect(Math.abs((cover?.height ?? 0) - 2400)).toBeLessThanOrEqual(5);
    expect(
      cover && [
        colourAt(cover, 0.01, 0.01),
        colourAt(cover, 0.49, 0.49),
        colourAt(cover, 0.51, 0.51),
        colourAt(cover, 0.99, 0.99),
      ],
    ).toEqual([
      [0, 200, 0],
      [0, 200, 0],
      [200, 0, 0],
      [200, 0, 0],
    ]);
  });
});
