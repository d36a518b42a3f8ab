// Pages as pictures, drawn without any program beside Node: held against poppler's, and the proof that is
// made of them.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cmyk, degrees, PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { decode, encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/commands.js';
import { drawPages } from '../../src/images/page-images/draw-pages.js';
import { build, type Report } from '../../src/index.js';
import { needs } from '../needs.js';

let folder: string;
let report: Report;

const proof = (): string => join(folder, 'proof');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foldmark-pictures-'));
  const book = join(folder, 'book');
  mkdirSync(book);
  writeFileSync(
    join(book, '01.md'),
    '# ' +
      `One\n\n${'Some words that fill a few lines of a small book, so that there is something to look at. '.repeat(30)}\n\n![A ` +
      'hill](hill.png){width=80%}\n',
  );
  // Four pixels are far too few for any place in a book.
  writeFileSync(
    join(book, 'hill.png'),
    encode({ width: 2, height: 2, channels: 1, depth: 8, data: Uint8Array.of(0, 90, 180, 255) }),
  );
  writeFileSync(
    join(book, 'book.yml'),
    'title: Io <&> "quoted"\nname: io\nlanguage: en-GB\ntheme: novel\npublished: 2026-11-23\nprint: { ' +
      'profile: lulu }\n',
  );
  report = await build({ folder: book, out: join(folder, 'dist'), only: ['print'], proof: proof() });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the proof of a build', () => {
  it('is made although the build fails, and dist holds nothing of it', () => {
    expect(report.outcome).toBe('failed');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    expect(readdirSync(proof())).toContain('index.html');
    expect(readdirSync(proof())).toContain('sheet-1.png');
  });

  it('has a picture for each finding with a page, which the report names', () => {
    const seen = report.diagnostics.filter(({ page }) => page !== undefined);
    expect(seen.map(({ code }) => code)).toContain('PRINT-033');
    for (const { picture } of seen)
      expect(
        readFileSync(join(proof(), picture ?? ''))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    expect(
      report.diagnostics.filter(({ picture, page }) => picture !== undefined && page === undefined),
    ).toEqual([]);
  });

  it('frames the place in the picture, and nothing else in that colour', () => {
    const coarse = report.diagnostics.find(({ code }) => code === 'PRINT-033');
    const { width, height, data, channels } = decode(readFileSync(join(proof(), coarse?.picture ?? '')));
    const marked = Array.from({ length: width * height }, (_, pixel) => pixel).filter(
      (pixel) =>
        data[pixel * channels] === 0xc4 &&
        data[pixel * channels + 1] === 0 &&
        data[pixel * channels + 2] === 0x7a,
    );
    const [xs, ys] = [marked.map((pixel) => pixel % width), marked.map((pixel) => Math.floor(pixel / width))];
    const around = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    expect(
      marked.every((pixel) =>
        [pixel % width, Math.floor(pixel / width)].some(
          (at, axis) =>
            Math.min(Math.abs(at - (around[2 * axis] ?? 0)), Math.abs(at - (around[2 * axis + 1] ?? 0))) <= 1,
        ),
      ),
    ).toBe(true);
    expect(marked.length).toBeGreaterThan(100);
  });

  it("lists every finding on a page that loads nothing, with the book's words as words", () => {
    const page = readFileSync(join(proof(), 'index.html'), 'utf8');
    expect(page).toContain('<title>Proof: Io &lt;&amp;&gt; &quot;quoted&quot;</title>');
    for (const { code } of report.diagnostics) expect(page).toContain(`</span>${code} <small>`);
    expect(page).toContain('01.md:5');
    expect(
      [...page.matchAll(/(?:src|href)="([^"]{0,30})/g)].filter(
        ([, address]) => !address?.startsWith('data:image/png;base64,'),
      ),
    ).toEqual([]);
    expect([...page.matchAll(/<img(?![^>]*\balt="[^"]+")/g)]).toEqual([]);
    expect(page).toMatch(/Histogram of word spaces\. \d+ full lines/);
  });

  it('is the same bytes another time, and takes away pictures that are no longer of it', async () => {
    const before = new Map(readdirSync(proof()).map((name) => [name, readFileSync(join(proof(), name))]));
    writeFileSync(join(proof(), '77-LINE-001.png'), '');
    writeFileSync(join(proof(), 'mine.png'), '');
    await build({ folder: join(folder, 'book'), out: join(folder, 'dist'), only: ['print'], proof: proof() });
    expect(readdirSync(proof()).sort()).toEqual([...before.keys(), 'mine.png'].sort());
    for (const [name, bytes] of before)
      expect([name, readFileSync(join(proof(), name)).equals(bytes)]).toEqual([name, true]);
  });
});

/** Letters, areas in three colour spaces, a curve; turned, or with its boxes off the origin. */
async function strange({ turned = 0, off = 0 }: { turned?: number; off?: number }): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const page = doc.addPage([300, 400]);
  page.setMediaBox(off, off, 300, 400);
  page.setRotation(degrees(turned));
  page.setTrimBox(off + 10, off + 10, 280, 380);
  page.drawRectangle({ x: off + 20, y: off + 300, width: 120, height: 60, color: rgb(0.9, 0.3, 0.1) });
  page.drawRectangle({ x: off + 160, y: off + 300, width: 120, height: 60, color: cmyk(0, 0, 0, 0.5) });
  page.drawCircle({ x: off + 80, y: off + 200, size: 40, color: rgb(0, 0.4, 0.8) });
  page.drawText('Upright letters', {
    x: off + 20,
    y: off + 60,
    size: 30,
    font: await doc.embedFont(StandardFonts.TimesRoman),
  });
  return doc.save();
}

describe('pages as pictures', () => {
  it('look as poppler draws them, turned pages and boxes off the origin too', needs('pdftoppm'), async () => {
    const shapes = [
      { turned: 0, off: 0 },
      { turned: 90, off: 0 },
      { turned: 0, off: 50 },
      { turned: 270, off: -20 },
    ];
    const files = Object.fromEntries(
      await Promise.all(shapes.map(async (shape, index) => [`x${index}`, await strange(shape)] as const)),
    );
    const sizes = shapes.map(({ turned }) =>
      turned % 180 === 0 ? ([300, 400] as const) : ([400, 300] as const),
    );
    const drawn = await drawPages({
      files,
      pictures: shapes.map(({ off }, index) => {
        const [width, height] = sizes[index] ?? [0, 0];
        const from = { left: off, bottom: off, right: off + 300, top: off + 400 };
        return {
          width,
          height,
          ground: '#fff',
          pieces: [
            { kind: 'page', file: `x${index}`, index: 0, from, to: { x: 0, y: 0, width, height }, marks: [] },
          ],
        };
      }),
    });
    for (const [index, png] of drawn.entries()) {
      writeFileSync(join(folder, 'x.pdf'), files[`x${index}`] ?? new Uint8Array());
      execFileSync('pdftoppm', ['-png', '-r', '72', '-singlefile', join(folder, 'x.pdf'), join(folder, 'x')]);
      const [ours, theirs] = [decode(png), decode(readFileSync(join(folder, 'x.png')))];
      expect([index, ours.width, ours.height]).toEqual([index, theirs.width, theirs.height]);
      expect(apart(ours, theirs)).toBeLessThan(0.02);
    }
  });

  type Pixels = ReturnType<typeof decode>;

  /** The share of pixels that differ by more than two machines' smoothing. */
  function apart(one: Pixels, other: Pixels): number {
    const count = one.width * one.height;
    const far = Array.from({ length: count }, (_, pixel) => pixel).filter((pixel) =>
      [0, 1, 2].some(
        (channel) =>
          Math.abs(
            (one.data[pixel * one.channels + channel] ?? 0) -
              (other.data[pixel * other.channels + channel] ?? 0),
          ) > 96,
      ),
    );
    return far.length / count;
  }
});

describe('words on a picture', () => {
  const words = (text: string, width: number) =>
    drawPages({
      files: {},
      pictures: [
        {
          width: 200,
          height: 40,
          ground: '#ece9e2',
          pieces: [{ kind: 'words', words: text, x: 10, y: 28, size: 20, width, tone: 'text' }],
        },
      ],
    });

  /** The columns that hold something darker than the ground. */
  const inked = (png: Uint8Array): readonly number[] => {
    const { width, data, channels } = decode(png);
    return Array.from({ length: width }, (_, x) => x).filter((x) =>
      Array.from({ length: 40 }, (_, y) => data[(y * width + x) * channels] ?? 255).some((red) => red < 0x80),
    );
  };

  it('begin at their place, in ink, and are shortened to their width', async () => {
    const [whole = new Uint8Array()] = await words('Ünder the moon, 12', 180);
    const [cut = new Uint8Array()] = await words('Ünder the moon, 12', 60);
    expect(Math.min(...inked(whole))).toBeGreaterThanOrEqual(10);
    expect(Math.min(...inked(whole))).toBeLessThan(14);
    expect(Math.max(...inked(whole))).toBeGreaterThan(120);
    expect(Math.max(...inked(cut))).toBeGreaterThan(50);
    expect(Math.max(...inked(cut))).toBeLessThan(70);
    expect([...decode(whole).data.slice(0, 4)]).toEqual([0xec, 0xe9, 0xe2, 0xff]);
  });
});

describe('foldmark preflight --sheet', () => {
  it('draws the pages of any PDF, with a legend', async () => {
    writeFileSync(join(folder, 'strange.pdf'), await strange({}));
    expect(
      await runCommand([
        'preflight',
        join(folder, 'strange.pdf'),
        '--profile',
        'kdp',
        '--sheet',
        join(folder, 'sheet.png'),
      ]),
    ).toBe(1);
    const { width, height } = decode(readFileSync(join(folder, 'sheet.png')));
    expect([width, height > 400]).toEqual([1800, true]);
  });

  it('draws nothing of a file that is no PDF', async () => {
    writeFileSync(join(folder, 'no.pdf'), 'Io');
    expect(
      await runCommand([
        'preflight',
        join(folder, 'no.pdf'),
        '--profile',
        'kdp',
        '--sheet',
        join(folder, 'no.png'),
      ]),
    ).toBe(1);
    expect(existsSync(join(folder, 'no.png'))).toBe(false);
  });
});
