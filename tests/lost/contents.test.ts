// Contents whose lines the browser breaks by itself: a title that had room beside a guessed page number and
// none beside the true one took two lines, and pushed the entry below it off a page that was full. Figures
// differ in width in this theme.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';

const place = mkdtempSync(join(tmpdir(), 'contents-'));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

const WORDS = (
  'Minutes Child Several Went Father Moment Afterwards Into Important More Will Rather Way Became ' +
  'Remember Far House Discovered Consequence Enough Particularly Bring Character'
).split(' ');

/**
 * Titles of two to five words, the same for the same seed: with the second one the sixth page of the contents
 * lost an entry.
 */
function titles(seed: number): () => string {
  let state = seed * 7919 + 1;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return () => Array.from({ length: 2 + next(4) }, () => WORDS[next(WORDS.length)]).join(' ');
}

function writeBook(folder: string): void {
  const title = titles(2);
  mkdirSync(folder);
  for (let chapter = 1; chapter <= 27; chapter += 1) {
    const opening = `# ${title()}\n\nWords of a chapter.\n`;
    const sections = Array.from(
      { length: 3 },
      () => `\n## ${title()}\n\nWords of a section, and more words.\n`,
    );
    writeFileSync(join(folder, `${String(chapter).padStart(3, '0')}.md`), opening + sections.join(''));
  }
  writeFileSync(
    join(folder, 'book.yml'),
    'name: toc\ntitle: Contents\nauthor: A\nlanguage: en\ndescription: D.\npublished: ' +
      '2026-01-01\ntheme: novel\nfront: [title-page, contents]\nback: []\nprint: { trim: 5.5in x 8.5in, ' +
      'chapter-start: next, pages-multiple: 1 }\n',
  );
}

it('a page of contents that is full keeps its last entry, whatever the numbers', async () => {
  const folder = join(place, 'book');
  writeBook(folder);
  const { report, diagnostics } = await build({ folder, out: join(place, 'dist'), only: ['screen'] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.outcome).toBe('built');
}, 60_000);
