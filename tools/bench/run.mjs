// `npm run bench`: the generated book at several lengths, built cold, from the cache after a word was changed
// and after two pages were added, warm in watch, and the screen PDF alone; beside it, in the same run, what
// is published. Wall and processor seconds and peak memory of all processes, medians of interleaved runs,
// growth exponents, words lost. Usage: npm run bench -- [pages,pages…] [runs] [--engine…] [--write]. See
// docs/internals/speed.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flatPage } from './flat.mjs';
import { SIZES, generateBook } from './generate.mjs';
import { engineJobs } from './engines.mjs';
import { foldmarkJobs } from './foldmark.mjs';
import { wordsLost } from './lost.mjs';
import { plot } from './plot.mjs';
import { growth, table } from './table.mjs';
import { writeDocs } from './write.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const asked = process.argv.slice(2);
const [sizes = '24,90,265', runs = '3'] = asked.filter((word) => !word.startsWith('--'));
const unknown = sizes.split(',').filter((size) => SIZES[size] === undefined);
if (unknown.length > 0)
  throw new Error(
    `There is no book of ${unknown.join(' or ')} pages, only of ${Object.keys(SIZES).join(', ')}.`,
  );
const folder = mkdtempSync(join(tmpdir(), 'foldmark-bench-'));

const results = [];
try {
  for (const size of sizes.split(',')) results.push(await benchSize(size));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${table(results)}\n\n${growth(results)}`);
if (asked.includes('--write')) {
  mkdirSync(join(root, 'docs', 'pictures'), { recursive: true });
  writeFileSync(join(root, 'docs', 'internals', 'speed.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(join(root, 'docs', 'pictures', 'speed.svg'), plot(results));
  writeDocs(join(root, 'docs', 'internals', 'speed.md'), results);
}

async function benchSize(size) {
  const book = join(folder, size);
  generateBook({ folder: book, chapters: SIZES[size] });
  const page = join(folder, `${size}.html`);
  const text = flatPage(book);
  writeFileSync(page, text);
  const jobs = {
    ...foldmarkJobs({ root, folder, book, size }),
    ...engineJobs({ asked, folder, page, book, size }),
  };
  const samples = {};
  const lost = {};
  for (let run = 0; run < Number(runs); run += 1) {
    for (const [name, { job, pdf }] of Object.entries(jobs)) {
      // it would not end this time either
      if (samples[name]?.some(({ code }) => code === 'timeout')) continue;
      const sample = await job();
      (samples[name] ??= []).push(sample);
      console.error(
        `${size} pages, ${name}: ${sample.wall.toFixed(2)} s, ${sample.cpu.toFixed(2)} s of ` +
          `processors, ${Math.round(sample.memory)} ` +
          `MB${sample.code === 0 ? '' : `, ended with ${sample.code}`}`,
      );
      if (pdf !== undefined && run === 0 && sample.code === 0) lost[name] = await wordsLost(pdf, text);
    }
  }
  return {
    size: Number(size),
    medians: Object.fromEntries(
      Object.entries(samples).map(([name, taken]) => [
        name,
        { ...median(taken), ...(lost[name] === undefined ? {} : { lost: lost[name] }) },
      ]),
    ),
  };
}

function median(samples) {
  const middle = (key) =>
    samples.map((sample) => sample[key]).sort((a, b) => a - b)[Math.floor(samples.length / 2)];
  return {
    wall: middle('wall'),
    cpu: middle('cpu'),
    memory: middle('memory'),
    codes: samples.map(({ code }) => code),
  };
}
