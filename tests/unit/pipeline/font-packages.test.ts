import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorld } from '../../../src/pipeline/world-files.js';

let root: string;
let book: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foldmark-packages-'));
  book = join(root, 'shelf', 'book');
  mkdirSync(book, { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function install(folder: string, name: string, files: Readonly<Record<string, string>>): string {
  const place = join(folder, name);
  mkdirSync(join(place, 'dist'), { recursive: true });
  for (const [file, words] of Object.entries({ 'package.json': '{}', ...files }))
    writeFileSync(join(place, file), words);
  return place;
}

const read = (name: string, file: string): string => {
  const found = openWorld({ folder: book }).font(name, file);
  return 'bytes' in found ? Buffer.from(found.bytes).toString() : found.problem;
};

describe('a font package', () => {
  test("is the book's own before that of a folder above, and that before Foldmark's", () => {
    expect(openWorld({ folder: book }).fontFiles('@expo-google-fonts/alegreya')).toContain(
      '400Regular/Alegreya_400Regular.ttf',
    );
    install(join(root, 'node_modules'), '@expo-google-fonts/alegreya', { 'a.ttf': 'above' });
    expect(read('@expo-google-fonts/alegreya', 'a.ttf')).toBe('above');
    install(join(book, 'node_modules'), '@expo-google-fonts/alegreya', { 'a.ttf': 'own' });
    expect(read('@expo-google-fonts/alegreya', 'a.ttf')).toBe('own');
  });

  test('lists files wherever it keeps them', () => {
    install(join(book, 'node_modules'), 'lamp', { 'dist/Lamp.ttf': 'x' });
    expect(openWorld({ folder: book }).fontFiles('lamp')).toEqual(['dist/Lamp.ttf', 'package.json']);
    expect(openWorld({ folder: book }).fontFiles('no-lamp')).toBeUndefined();
  });

  test('is found where a package manager linked it, and gives nothing from outside of itself', () => {
    const store = install(join(root, 'shelf/book/node_modules/.store/lamp@1/node_modules'), 'lamp', {
      'Lamp.ttf': 'linked',
    });
    symlinkSync(store, join(book, 'node_modules/lamp'));
    expect(read('lamp', 'Lamp.ttf')).toBe('linked');
    writeFileSync(join(root, 'secret.ttf'), 'secret');
    symlinkSync(join(root, 'secret.ttf'), join(store, 'Secret.ttf'));
    expect([read('lamp', 'Secret.ttf'), read('lamp', '../../../../../../../secret.ttf')]).toEqual([
      'outside',
      'outside',
    ]);
  });

  test('is none that a link finds elsewhere, or a path in place of a name', () => {
    const elsewhere = install(mkdtempSync(join(tmpdir(), 'foldmark-elsewhere-')), 'private', {
      'secret.ttf': 'secret',
    });
    mkdirSync(join(book, 'node_modules'));
    symlinkSync(elsewhere, join(book, 'node_modules/private'));
    expect([
      read('private', 'secret.ttf'),
      read(elsewhere, 'secret.ttf'),
      read('../../private', 'secret.ttf'),
    ]).toEqual(['missing', 'missing', 'missing']);
    rmSync(join(elsewhere, '..'), { recursive: true });
  });
});

test('a font of the book that is a link out of its folder is not read', () => {
  writeFileSync(join(root, 'secret.ttf'), 'secret');
  symlinkSync(join(root, 'secret.ttf'), join(book, 'Font.ttf'));
  expect(openWorld({ folder: book }).book.read('Font.ttf')).toEqual({ problem: 'outside' });
});
