// Very large single pieces: a paragraph of a megabyte, a chapter of 10,000 headings, one of 5,000 list items.
// Each is built whole, all words proved in every file, or ends with one line.
//   node tools/prove/large.mjs [--share 0.1] [--theme novel] [paragraph|headings|items …]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../lib/pipeline/build.js';

const {
  values: { share, theme },
  positionals,
} = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, theme: { type: 'string', default: 'novel' } },
});
const WORDS = (
  'The tide came in over the flats and took the boats one by one while nobody looked at the harbour ' +
  'wall or the lamps upon it'
).split(' ');

/** Numbered, so that none stands twice by chance. */
let said = 0;
const words = (count) =>
  Array.from({ length: count }, () => `${WORDS[said % WORDS.length]}${said++ % 3 === 0 ? said : ''}`).join(
    ' ',
  );
const many = (count, piece) => Array.from({ length: Math.max(1, Math.round(count * Number(share))) }, piece);

const PIECES = {
  paragraph: () => many(14_500, () => `${words(12)}.`).join(' '), // a megabyte
  headings: () => many(10_000, (_, index) => `## Heading ${index + 1} ${words(3)}`).join('\n\n'),
  items: () => many(5_000, () => `- ${words(8)}`).join('\n'),
};

for (const name of positionals.length > 0 ? positionals : Object.keys(PIECES))
  process.exitCode = (await prove(name)) ? process.exitCode : 1;

async function prove(name) {
  const folder = mkdtempSync(join(tmpdir(), 'foldmark-large-'));
  try {
    const text = PIECES[name]();
    writeFileSync(join(folder, '01.md'), `# One\n\n${text}\n`);
    writeFileSync(
      join(folder, 'book.yml'),
      'name: large\ntitle: Large\nauthor: Nobody\nlanguage: en\npublished: 2026-01-01\ntheme: ' +
        `${theme}\nfront: [title-page, contents]\n`,
    );
    const since = performance.now();
    const ended = await build({ folder, out: join(folder, 'dist') }).catch((cause) => String(cause));
    const told = `${name}, ${text.length} characters, ${Math.round((performance.now() - since) / 1000)} s:`;
    if (typeof ended === 'string') console.log(`${told} ended with: ${ended}`);
    else if (ended.report.outcome === 'built')
      console.log(
        `${told} built, ${ended.report.artifacts.find(({ pages }) => pages !== undefined)?.pages} ` +
          `pages, ${process.memoryUsage().rss >> 20} MB`,
      );
    else
      for (const { code, message } of ended.diagnostics.filter(({ severity }) => severity === 'error'))
        console.log(`${told} ${code} ${message}`);
    return typeof ended === 'string' ? !ended.includes('\n') : ended.report.outcome === 'built';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
