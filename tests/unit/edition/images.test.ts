import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { decodeImage } from '../../../src/edition/resources/decode-image.js';
import { openImages } from '../../../src/edition/resources/edition-images.js';
import type { Finding } from '../../../src/model/finding.js';
import { readPhotograph } from '../../../src/images/jpeg/validate-jpeg.js';
import { worldOf } from './worlds.js';

const WORLD = { photograph: readPhotograph };

const PIXELS = Uint8Array.from({ length: 32 * 16 * 4 }, (_, index) => (index * 7919) % 256);
const PNG = encodePng({ width: 32, height: 16, data: PIXELS, channels: 4 });
const JPEG = new Uint8Array(jpeg.encode({ width: 32, height: 16, data: PIXELS }, 80).data);
const bytes = (said: string): Uint8Array => Uint8Array.from(said, (letter) => letter.charCodeAt(0));
const GIF = bytes('GIF89a\x20\x00\x10\x00\x00\x00\x00;');
const WEBP = bytes('RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x1f\x00\x00\x0f\x00\x00');

describe('a sound image is known by its bytes and tells its size', () => {
  test.each([
    ['png', PNG],
    ['jpeg', JPEG],
    ['gif', GIF],
    ['webp', WEBP],
    ['svg', bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 16"></svg>')],
    [
      'svg',
      bytes(
        '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg" width="32mm" ' +
          'height="16mm"><g/></svg>\n',
      ),
    ],
  ])('%s', (kind, image) => {
    expect(decodeImage(image, WORLD)).toEqual({ kind, width: 32, height: 16 });
  });
});

describe('a damaged image is found', () => {
  test.each([
    ['PNG cut short', PNG.subarray(0, PNG.length - 30)],
    ['PNG of a header', PNG.subarray(0, 20)],
    ['JPEG cut short', JPEG.subarray(0, JPEG.length - 60)],
    ['GIF cut short', GIF.subarray(0, 13)],
    ['WebP cut short', WEBP.subarray(0, 25)],
    ['SVG cut short', bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g>')],
    ['text', bytes('hello')],
    ['nothing', bytes('')],
  ])('%s', (_, image) => {
    expect(decodeImage(image, WORLD)).toMatchObject({ problem: 'unreadable' });
  });

  test('by a wrong checksum', () => {
    const wrong = PNG.slice();
    wrong[40] = (wrong[40] ?? 0) ^ 0xff;
    expect(decodeImage(wrong, WORLD)).toMatchObject({ problem: 'unreadable' });
  });

  test('an SVG without a size', () => {
    expect(decodeImage(bytes('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'), WORLD)).toEqual({
      problem: 'no-size',
    });
  });

  test('a small file that would unpack to more than 100 megapixels is not unpacked', () => {
    const bomb = PNG.slice();
    new DataView(bomb.buffer).setUint32(16, 20_000);
    new DataView(bomb.buffer).setUint32(20, 20_000);
    expect(decodeImage(bomb, WORLD)).toMatchObject({ problem: 'too-large' });
  });
});

describe('what was judged in an earlier run', () => {
  const photograph = (seed: number): Uint8Array =>
    new Uint8Array(
      jpeg.encode({ width: 32, height: 16, data: PIXELS.map((value) => value ^ seed) }, 80).data,
    );
  const bookFilesOf = () => {
    const shelf = new Map<string, Uint8Array>();
    return {
      shelf,
      read: (key: string) => shelf.get(key),
      write: (key: string, said: Uint8Array) => {
        shelf.set(key, said);
      },
    };
  };

  test('is told again for a sound photograph', () => {
    const remembered = bookFilesOf();
    expect(decodeImage(photograph(3), { ...WORLD, remembered })).toEqual({
      kind: 'jpeg',
      width: 32,
      height: 16,
    });
    expect([...remembered.shelf.values()].map((said) => new TextDecoder().decode(said))).toEqual([
      '{"kind":"jpeg","width":32,"height":16}',
    ]);
  });

  test('is not kept of damaged pictures, nor of SVGs', () => {
    const remembered = bookFilesOf();
    decodeImage(photograph(5).subarray(0, 300), { ...WORLD, remembered });
    decodeImage(bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 7"></svg>'), {
      ...WORLD,
      remembered,
    });
    expect(remembered.shelf.size).toBe(0);
  });
});

describe('the images of an edition', () => {
  const at = { path: '01.md', line: 5 };
  const open = (found: Finding[] = []) => ({
    found,
    images: openImages(
      worldOf({ 'images/a.png': PNG, 'images/A.png': PNG, 'Bilder/Größe 1.jpg': PNG, 'x.svg': 'broken' }),
      (one) => found.push(one),
    ),
  });

  test('have names of plain letters, no two alike, with the extension of their kind', () => {
    const { images } = open();
    const names = ['images/a.png', 'images/A.png', 'Bilder/Größe 1.jpg'].map((path) => images.href(path, at));
    expect(names).toEqual(['images/a.png', 'images/a-2.png', 'images/bilder-grosse-1.png']);
    expect(images.href('images/A.png', at)).toBe('images/a-2.png');
    expect(images.resources().map((one) => one.href)).toEqual([
      'images/a-2.png',
      'images/a.png',
      'images/bilder-grosse-1.png',
    ]);
    expect(images.size('images/a.png')).toEqual({
      kind: 'png',
      width: 32,
      height: 16,
    });
  });

  test('that cannot be had are reported once, at the first place that names them', () => {
    const { images, found } = open();
    for (const path of ['images/b.png', 'images/b.png', '../x.png', 'https://example.org/x.png', 'x.svg'])
      images.href(path, at);
    expect(found.map((one) => [one.code, one.at?.line, one.hint])).toEqual([
      ['FIG-001', 5, 'Did you mean "images/A.png"?'],
      ['FIG-002', 5, "Put the image into the book's folder, in images/ for instance."],
      ['FIG-002', 5, "Put the image into the book's folder, in images/ for instance."],
      ['FIG-003', 5, 'Open it in an image editor and export it again.'],
    ]);
    expect(images.resources()).toEqual([]);
  });
});
