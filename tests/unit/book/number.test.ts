import { describe, expect, test } from 'vitest';
import { numberChapters } from '../../../src/book/chapter-numbers.js';
import { letter, roman } from '../../../src/book/chapter-numbers.js';
import { chapter, CONFIG } from './chapters.js';

const numbers = (chapters: Parameters<typeof numberChapters>[0], config = CONFIG) =>
  numberChapters(chapters, config).map((one) => one.number);

describe('numbers of chapters', () => {
  test('run on through the parts, which count by themselves', () => {
    const book = [
      chapter('one', { kind: 'part' }),
      chapter('a'),
      chapter('b'),
      chapter('two', { kind: 'part' }),
      chapter('c'),
    ];
    expect(numbers(book)).toEqual(['I', '1', '2', 'II', '3']);
  });

  test('leave out what is unnumbered and what is not the body', () => {
    const book = [
      chapter('preface', { kind: 'preface', role: 'front' }),
      chapter('a', { numbered: false }),
      chapter('b'),
    ];
    expect(numbers(book)).toEqual([undefined, undefined, '1']);
  });

  test('give appendices letters', () => {
    const book = [
      chapter('a'),
      chapter('x', { kind: 'appendix', role: 'back' }),
      chapter('y', { kind: 'appendix', role: 'back' }),
    ];
    expect(numbers(book)).toEqual(['1', 'A', 'B']);
  });

  test('are as the book asks: roman, or none', () => {
    expect(numbers([chapter('a')], { ...CONFIG, numbering: { chapter: 'roman', part: 'none' } })).toEqual([
      'I',
    ]);
    expect(
      numbers([chapter('a', { kind: 'part' })], { ...CONFIG, numbering: { chapter: 'roman', part: 'none' } }),
    ).toEqual([undefined]);
  });
});

test('roman numerals subtract', () => {
  expect([1, 4, 9, 14, 40, 49, 90, 400, 1994, 2026].map(roman)).toEqual([
    'I',
    'IV',
    'IX',
    'XIV',
    'XL',
    'XLIX',
    'XC',
    'CD',
    'MCMXCIV',
    'MMXXVI',
  ]);
});

test('letters go on after Z', () => {
  expect([1, 26, 27, 28, 52, 53, 703].map(letter)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'AAA']);
});
