// Shrinking by itself: what fails is made small, and fails still.
import { describe, expect, test } from 'vitest';
// @ts-expect-error tools are plain JavaScript
import { shrink } from '../../../tools/fuzz/shrink.mjs';

const make = shrink as (
  blocks: readonly string[],
  still: (fewer: readonly string[]) => Promise<boolean>,
) => Promise<readonly string[]>;
const failsAt =
  (...words: readonly string[]) =>
  (blocks: readonly string[]): Promise<boolean> =>
    Promise.resolve(words.every((word) => blocks.join('\n').includes(word)));

describe('a failing document is made small', () => {
  test('one word is found among many blocks', async () => {
    const blocks = Array.from({ length: 12 }, (_, block) =>
      Array.from({ length: 30 }, (__, word) => `w${block}x${word}e`).join(' '),
    );
    expect(await make(blocks, failsAt('w7x13e'))).toEqual(['w7x13e']);
  });

  test('two blocks that fail together stay together, in their order', async () => {
    expect(await make(['a', 'b c d', 'e', 'f g'], failsAt('c', 'g'))).toEqual(['c', 'g']);
  });

  test('code stays code: whole lines go, and words within them stay', async () => {
    expect(await make(['```js\none two\nthree four\n```'], failsAt('```js', 'three', '\n```'))).toEqual([
      '```js\nthree four\n```',
    ]);
  });

  test('what cannot be made smaller stays as it is', async () => {
    expect(await make(['a b', 'c d'], failsAt('a b', 'c d'))).toEqual(['a b', 'c d']);
  });
});
