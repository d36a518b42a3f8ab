// The docs and the messages are in plain English: short sentences, few semicolons, none of the turns that
// Foldmark does not use.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../../src/model/codes.js';
import { banned, measure, sentencesOf, split, wordsIn } from './prose.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
];

const MEAN = 17;
const LONGEST = 30;
const SEMICOLONS_IN_A_HUNDRED = 6;

describe('the documentation', () => {
  test.each(PAGES)('%s', (page) => {
    const { sentences, mean, semicolons } = measure(sentencesOf(readFileSync(join(ROOT, page), 'utf8')));
    expect(mean).toBeLessThanOrEqual(MEAN);
    expect(sentences.filter((one) => wordsIn(one) > LONGEST)).toEqual([]);
    expect(semicolons).toBeLessThan(SEMICOLONS_IN_A_HUNDRED);
    expect(sentences.filter(banned)).toEqual([]);
  });
});

describe('the findings', () => {
  const texts = Object.values(CODES).flatMap(({ title, about }) => [
    title,
    ...split(about.replace(/`[^`]*`/g, 'X')),
  ]);
  const { mean, semicolons } = measure(texts);
  test('have short sentences', () => {
    expect(mean).toBeLessThanOrEqual(MEAN);
    expect(texts.filter((one) => wordsIn(one) > LONGEST)).toEqual([]);
    expect(semicolons).toBeLessThan(SEMICOLONS_IN_A_HUNDRED);
  });
  test('use none of the banned turns', () => {
    expect(texts.filter(banned)).toEqual([]);
  });
});

describe('messages and hints in the code', () => {
  const texts = messages();
  test('were found', () => {
    expect(texts.length).toBeGreaterThan(300);
  });
  test('have short sentences', () => {
    const { mean, semicolons } = measure(texts);
    expect(mean).toBeLessThanOrEqual(MEAN);
    expect(texts.filter((one) => wordsIn(one) > LONGEST)).toEqual([]);
    expect(semicolons).toBeLessThan(SEMICOLONS_IN_A_HUNDRED);
  });
  test('use none of the banned turns', () => {
    expect(texts.filter(banned)).toEqual([]);
  });
});

const LITERAL = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
const SAID = new RegExp(
  String.raw`\b(?:message|hint):\s+((?:${LITERAL.source})(?:\s*\+\s*(?:${LITERAL.source}))*)`,
  'g',
);

/** What stands behind `message:` and `hint:` as a literal or several joined, its values as X. */
function messages(): readonly string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const source = readFileSync(join(ROOT, 'src', name), 'utf8');
    return [...source.matchAll(SAID)].flatMap(([, literals = '']) =>
      split(
        [...literals.matchAll(LITERAL)]
          .map(([, plain, template]) => plain ?? template ?? '')
          .join('')
          .replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, 'X')
          .replace(/\\(.)/g, '$1'),
      ),
    );
  });
}
