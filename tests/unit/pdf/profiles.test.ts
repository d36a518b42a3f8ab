// Printers' profiles: Foldmark's own are whole and dated, a book may have its own, and what is wrong is said.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openWorld } from '../../../src/pipeline/world-files.js';
import { readConfig, readProfiles } from '../../../src/config/index.js';
import type { World } from '../../../src/model/world.js';
import { bookWorld } from '../config/world.js';

const { home } = openWorld({ folder: '.' });
const NAMES = ['home', 'copy-shop', 'kdp', 'ingramspark', 'lulu', 'mixam', 'riso', 'usual'];

function profiles(print: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const world: World = { ...bookWorld({ 'book.yml': `title: Io\n${print}`, '01.md': 'x', ...files }), home };
  const { value: config } = readConfig(world);
  if (!config) throw new Error('no settings');
  return readProfiles(world, config);
}

describe('the printers that Foldmark knows', () => {
  test.each(NAMES)('%s has a source and the day it was verified', (name) => {
    const {
      value: [profile],
      diagnostics,
    } = profiles(`print: { profile: ${name} }`);
    expect(diagnostics).toEqual([]);
    expect(profile).toMatchObject({
      name,
      source: expect.stringMatching(/./),
      verifiedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  test('ask for the inside margin that the page count needs', () => {
    const {
      value: [kdp],
    } = profiles('print: { profile: kdp }');
    expect(
      kdp?.margins.inside.map(({ upTo, least }) => [upTo, Math.round((least / 25.4) * 1000) / 1000]),
    ).toEqual([
      [150, 0.375],
      [300, 0.5],
      [500, 0.625],
      [700, 0.75],
      [828, 0.875],
    ]);
  });
});

describe('a book', () => {
  test('that names no printer is made by its own bleed and marks, without a name', () => {
    expect(profiles('print: { bleed: 5mm, marks: true }').value).toMatchObject([
      { name: '', marks: true, bleed: { width: 5, edges: 'all' }, colour: 'cmyk', standard: 'x-4' },
    ]);
  });

  test('may name several', () => {
    expect(profiles('print: { profile: [kdp, riso] }').value.map(({ name }) => name)).toEqual([
      'kdp',
      'riso',
    ]);
  });

  test('may want something otherwise', () => {
    expect(profiles('print: { profile: kdp, colour: cmyk }').value).toMatchObject([
      { name: 'kdp', colour: 'cmyk' },
    ]);
  });

  test("may have a printer of its own, in place of Foldmark's", () => {
    const own = readFileSync(new URL('../../../styles/profiles/home.yml', import.meta.url), 'utf8').replace(
      'Printer at home',
      'Our duplicator',
    );
    expect(profiles('print: { profile: home }', { 'styles/profiles/home.yml': own }).value).toMatchObject([
      { title: 'Our duplicator' },
    ]);
  });
});

function handed(icc: { readonly path: string; readonly bytes?: Uint8Array }) {
  const world: World = {
    ...bookWorld({ 'book.yml': 'title: Io\nprint: { profile: mixam, icc: own.icc }', '01.md': 'x' }),
    home,
  };
  const { value: config } = readConfig(world, { icc });
  if (!config) throw new Error('no settings');
  return readProfiles(world, config);
}

test(
  "an ICC profile of the command line stands before the book's and the printer's, and is named by its " +
    'file',
  () => {
    const bytes = new Uint8Array(readFileSync('styles/profiles/icc/TR006-240.icc'));
    const {
      value: [mixam],
      diagnostics,
    } = handed({ path: '/elsewhere/press.icc', bytes });
    expect(diagnostics).toEqual([]);
    expect(mixam?.condition).toEqual({ identifier: 'Custom', icc: bytes, file: '/elsewhere/press.icc' });
  },
);

describe('what is wrong', () => {
  test.each([
    ['a printer nobody knows', 'print: { profile: kpd }', 'PRINT-001', 'Did you mean "kdp"?'],
    ['an ICC profile that is not there', 'print: { icc: none.icc }', 'PRINT-002', 'printer.icc'],
    ['an ICC profile of something else', 'print: { icc: 01.md }', 'PRINT-002', 'printer.icc'],
    [
      'an ink that is no file name',
      'print: { profile: riso, inks: [{ name: "a/b", display: "#ff48b0" }] }',
      'PRINT-003',
      'fluorescent-pink',
    ],
    [
      'an ink that is there twice',
      'print: { profile: riso, inks: [{ name: a, display: "#ff48b0" }, { name: a, display: "#000000" }] }',
      'PRINT-003',
      'of its own',
    ],
    ["PDF/X with a screen's colours", 'print: { profile: kdp, colour: rgb }', 'PRINT-004', 'standard: none'],
  ])('%s', (_, print, code, hint) => {
    const { diagnostics } = profiles(print);
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(diagnostics[0]?.at?.path).toBe('book.yml');
    expect(diagnostics[0]?.hint).toContain(hint);
  });

  test('an ICC profile of the command line that cannot be read', () => {
    expect(handed({ path: 'gone.icc' }).diagnostics).toEqual([
      expect.objectContaining({ code: 'PRINT-002', message: 'The ICC profile gone.icc cannot be read.' }),
    ]);
  });

  test('an ink without a colour is said where it stands', () => {
    const world: World = {
      ...bookWorld({
        'book.yml': 'title: Io\nprint: { inks: [{ name: pink, display: pink }] }',
        '01.md': 'x',
      }),
      home,
    };
    expect(readConfig(world).diagnostics.map(({ code, at }) => [code, at?.line])).toEqual([['PRINT-003', 2]]);
  });
});

describe('margins by profile', () => {
  test('are left to the printers', () => {
    const world: World = {
      ...bookWorld({ 'book.yml': 'title: Io\nprint: { profile: kdp, margins: by-profile }', '01.md': 'x' }),
      home,
    };
    const { value, diagnostics } = readConfig(world);
    expect([value?.print.marginsBy, value?.print.margins, diagnostics]).toEqual(['profile', undefined, []]);
  });

  test('need a printer that asks for margins', () => {
    expect(
      profiles('print: { margins: by-profile }').diagnostics.map(({ code, message }) => `${code} ${message}`),
    ).toEqual(["PRINT-004 The margins are to be the printers', and no printer of the book asks for any."]);
  });

  test('are no other word', () => {
    const world: World = {
      ...bookWorld({ 'book.yml': 'title: Io\nprint: { margins: by-printer }', '01.md': 'x' }),
      home,
    };
    expect(readConfig(world).diagnostics.map(({ code }) => code)).toHaveLength(1);
  });
});
