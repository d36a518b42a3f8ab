// A good EPUB broken in one place at a time: each break is found, by the right rule and in the right file.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkByRules, checkEpub } from '../../src/check/epub/check-epub.js';
import { paint } from './fixtures/composition.js';
import { pressFixture } from './fixtures/press.js';
import { HOUSE, STANDARD, type Break, type Files } from './fixtures/breaks.js';

let good: Files;

beforeAll(async () => {
  good = unzipSync(await pressFixture());
}, 60_000);

describe('a broken EPUB', () => {
  test('the good one has no findings', () => {
    expect(checkByRules({ bytes: pack(good), name: 'tide.epub' })).toEqual([]);
  });

  test.each(HOUSE)('$name is found by our rules', ({ change, code, file }) => {
    const found = checkByRules({ bytes: broken(change), name: 'tide.epub' });
    expect(found.map((one) => `${one.code} ${one.at?.path ?? ''}`)).toContain(`${code} ${file}`);
  });

  test.each(STANDARD)(
    '$name is found by epubcheck-ts',
    async ({ change, code, file }) => {
      const found = await checkEpub({ bytes: broken(change), name: 'tide.epub' });
      expect(found.map((one) => `${one.code} ${one.at?.path ?? ''}`)).toContain(`${code} ${file}`);
    },
    30_000,
  );

  test('a zip whose mimetype comes last is found by our rules', () => {
    const { mimetype, ...rest } = good;
    expect(codes(zipSync({ ...rest, mimetype: [mimetype ?? new Uint8Array(), { level: 0 }] }))).toContain(
      'EPUB-001',
    );
  });

  test('a zip whose mimetype is deflated is found by our rules', () => {
    expect(codes(zipSync({ ...good }, { level: 9 }))).toContain('EPUB-001');
  });

  test('a zip with a folder of its own and different times is found by our rules', () => {
    const odd: Zippable = {
      ...packed(good),
      'OEBPS/images/': [new Uint8Array(), { mtime: new Date(2001, 1, 1) }],
    };
    expect(codes(zipSync(odd)).filter((code) => code === 'EPUB-002').length).toBe(3);
  });

  test.each([
    ['a text file', strToU8('hello')],
    ['nothing at all', new Uint8Array()],
    ['a picture', paint(2, 2, 3)],
  ])('%s is no EPUB, and is said to be none', (_, bytes) => {
    expect(checkByRules({ bytes, name: 'x.epub' }).map(({ code }) => code)).toEqual(['EPUB-200']);
  });

  test('an EPUB that is cut off is said to be none', () => {
    const whole = pack(good);
    expect(
      checkByRules({ bytes: whole.subarray(0, whole.length - 5000), name: 'x.epub' }).map(({ code }) => code),
    ).toEqual(['EPUB-200']);
  });
});

function codes(bytes: Uint8Array): readonly string[] {
  return checkByRules({ bytes, name: 'tide.epub' }).map(({ code }) => code);
}

/** The good package with one change; a change that changes nothing is a fault of the test. */
function broken(change: Break['change']): Uint8Array {
  const files = change(good, { read: strFromU8, write: strToU8 });
  if (
    JSON.stringify(sizes(files)) === JSON.stringify(sizes(good)) &&
    Object.keys(files).every((path) => files[path] === good[path])
  )
    throw new Error('The change changes nothing.');
  return pack(files);
}

function sizes(files: Files): readonly (readonly [string, number])[] {
  return Object.entries(files).map(([path, bytes]) => [path, bytes.length]);
}

function pack(files: Files): Uint8Array {
  return zipSync(packed(files));
}

/** In the order that the rules ask for, at one time. */
function packed({ mimetype, ...rest }: Files): Zippable {
  const rank = (path: string): number => (path.startsWith('META-INF/') ? 0 : 1);
  const paths = Object.keys(rest).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const mtime = new Date(2026, 4, 1);
  return {
    ...(mimetype && { mimetype: [mimetype, { level: 0, mtime }] }),
    ...Object.fromEntries(paths.map((path) => [path, [rest[path] ?? new Uint8Array(), { level: 1, mtime }]])),
  };
}
