import { describe, expect, test } from 'vitest';
import {
  keyPlaceOf,
  placeOf,
  plainValue,
  withoutSetting,
  type SettingNode,
} from '../../../src/config/settings-tree.js';
import { parseYaml } from '../../../src/config/yaml.js';

const parse = (yaml: string, firstLine = 1) => parseYaml({ yaml, path: 'book.yml', firstLine });
const plain = (yaml: string) => plainValue(parse(yaml).value as SettingNode);
const codes = (yaml: string) => parse(yaml).diagnostics.map((one) => one.code);

describe('YAML', () => {
  test('keeps the places of keys and values, counted from the line it begins on', () => {
    const tree = parse('title: Io\nprint:\n  trim: A5\nlist:\n  - a\n  - b: c\n', 2).value as SettingNode;
    expect(placeOf(tree, ['title'])).toEqual({ path: 'book.yml', line: 2, column: 8 });
    expect(keyPlaceOf(tree, ['print', 'trim'])).toEqual({ path: 'book.yml', line: 4, column: 3 });
    expect(placeOf(tree, ['list', 1, 'b'])).toEqual({ path: 'book.yml', line: 7, column: 8 });
    expect(placeOf(tree, ['list', 7, 'b'])).toEqual(placeOf(tree, ['list']));
  });

  test('gives the words of a block their own line', () => {
    const tree = parse('dedication: |\n  For those\n  who stayed.\n').value as SettingNode;
    expect(placeOf(tree, ['dedication'])).toEqual({ path: 'book.yml', line: 2, column: 3 });
  });

  test('keeps numbers whose digits would not survive as they are written', () => {
    expect(plain('a: 1.10\nb: 007\nc: 12\nd: 1e3\ne: "5"\nf: 0x1F\ng: .5\nh: 12345678901234567890')).toEqual({
      a: '1.10',
      b: '007',
      c: 12,
      d: '1e3',
      e: '5',
      f: '0x1F',
      g: '.5',
      h: '12345678901234567890',
    });
  });

  test('leaves out keys without a value', () => {
    expect(plain('a:\nb: ~\nc: ""\n')).toEqual({ c: '' });
  });

  test('follows an alias', () => {
    expect(plain('a: &x [1, 2]\nb: *x\n')).toEqual({ a: [1, 2], b: [1, 2] });
  });

  test('refuses what reaches into prototypes, and keeps the rest', () => {
    const found = parse('a: 1\n__proto__: { polluted: yes }\nconstructor: { prototype: x }\nb: 2\n');
    expect(found.diagnostics.map((one) => one.code)).toEqual(['CONF-022', 'CONF-022']);
    expect(plainValue(found.value as SettingNode)).toEqual({ a: 1, b: 2 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    [
      'a bomb of aliases',
      `a: &a [x]\n${'bcdefghijk'
        .split('')
        .map((one, at) => `${one}: &${one} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(', ')}]`)
        .join('\n')}`,
    ],
    ['an alias inside of itself', 'a: &a { b: *a }'],
    ['endless nesting', `a: ${'['.repeat(5000)}`],
    ['deep nesting', `a: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['more items than any book has', `a: [${'x, '.repeat(20_000)}]`],
    ['two documents', 'a: 1\n---\nb: 2\n'],
  ])('refuses %s', (_, yaml) => {
    expect(codes(yaml)).toEqual(['CONF-022']);
  });

  test('reads ten thousand keys without comparing each with each', () => {
    const yaml = Array.from({ length: 10_000 }, (_, at) => `k${at}: 1`).join('\n');
    expect(Object.keys(plain(yaml) as object)).toHaveLength(10_000);
  });

  test.each([
    ['a: [1\n', 'CONF-001'],
    ['a: "b\n', 'CONF-001'],
    ['a: *b\n', 'CONF-001'],
    ['? [a]\n: b\n', 'CONF-003'],
    ['a: 1\na: 2\n', 'CONF-021'],
    ['a: !x y\n', 'CONF-022'],
  ])('%j is %s', (yaml, code) => {
    expect(codes(yaml)).toEqual([code]);
  });
});

test('a tree without a setting keeps the places of the others', () => {
  const tree = parse('a: [x, y, z]\nb: 1\n').value as SettingNode;
  const rest = withoutSetting(tree, [['a', 0], ['b']]);
  expect(plainValue(rest)).toEqual({ a: ['y', 'z'] });
  expect(placeOf(rest, ['a', 0])).toEqual(placeOf(tree, ['a', 1]));
  expect(plainValue(tree)).toEqual({ a: ['x', 'y', 'z'], b: 1 });
});
