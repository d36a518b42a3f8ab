// Large single pieces, at a part of their size: they are built whole. `node tools/prove/large.mjs` makes them
// at full size.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('a long paragraph, a chapter of headings and one of list items are built, with all their words', () => {
  const { stdout, status } = spawnSync(process.execPath, ['tools/prove/large.mjs', '--share', '0.03'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
  });
  expect(
    stdout
      .replace(/\d+ (characters|s|pages|MB)/g, 'n $1')
      .trim()
      .split('\n'),
  ).toEqual(
    ['paragraph', 'headings', 'items'].map((name) => `${name}, n characters, n s: built, n pages, n MB`),
  );
  expect(status).toBe(0);
});
