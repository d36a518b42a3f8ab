// `npm run bench`: the generated book at several lengths, built cold, from the cache as it is, and after a word was changed, beside
// pagedjs-cli's PDF of the same pages when it is asked for. Wall and CPU seconds and peak memory of all processes, medians of
// interleaved runs. Usage: npm run bench -- [pages,pages…] [runs] [--pagedjs]. Writes docs/speed.json and docs/pictures/speed.svg.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SIZES, generateBook } from './generate.mjs';
import { measure } from './measure.mjs';
import { plot } from './plot.mjs';
import { flatPage } from './pagedjs.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const asked = process.argv.slice(2);
const [sizes = '24,90,265', runs = '3'] = asked.filter((word) => !word.startsWith('--'));
const folder = mkdtempSync(join(tmpdir(), 'foldmark-bench-'));

const results = [];
try {
  for (const size of sizes.split(',')) results.push(await benchSize(size));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report(results);

async function benchSize(size) {
  const book = join(folder, size);
  generateBook({ folder: book, chapters: SIZES[size] });
  const samples = {};
  for (let run = 0; run < Number(runs); run += 1) {
    for (const [name, job] of Object.entries(jobsFor({ book, size }))) (samples[name] ??= []).push(await job());
  }
  return { size: Number(size), medians: Object.fromEntries(Object.entries(samples).map(([name, taken]) => [name, median(taken)])) };
}

/** In the order in which they are run: the cache is empty, then filled, then a word is another. */
function jobsFor({ book, size }) {
  const cache = join(folder, `cache-${size}`);
  const build = (source) => () => measure(process.execPath, ['lib/cli.js', 'build', source, '--out', join(folder, 'dist'), '--cache', cache, '--json'], { cwd: root });
  const edited = `${book}-edited`;
  const jobs = {
    'foldmark, cold': async () => {
      rmSync(cache, { recursive: true, force: true });
      return build(book)();
    },
    'foldmark, nothing changed': build(book),
    'foldmark, a word changed': async () => {
      changeWord(book, edited);
      return build(edited)();
    },
  };
  if (!asked.includes('--pagedjs')) return jobs;
  const page = join(book, 'book.html');
  return { ...jobs, 'pagedjs-cli, PDF only': () => {
    writeFileSync(page, flatPage(book));
    return measure(pagedjs(), ['--browserArgs', '--no-sandbox', page, '-o', join(folder, 'paged.pdf')], { cwd: folder });
  } };
}

/** As it comes: in a folder of its own, with its own puppeteer, which takes PUPPETEER_EXECUTABLE_PATH. */
function pagedjs() {
  const own = process.env.FOLDMARK_BENCH_PAGEDJS;
  if (own && existsSync(own)) return own;
  throw new Error('FOLDMARK_BENCH_PAGEDJS names pagedjs-cli\'s program: npm i --prefix <folder> pagedjs-cli@0.4.3, then <folder>/node_modules/.bin/pagedjs-cli.');
}

function changeWord(book, edited) {
  rmSync(edited, { recursive: true, force: true });
  cpSync(book, edited, { recursive: true });
  const middle = readdirSync(edited).filter((file) => file.endsWith('.md')).sort().at(-1);
  const path = join(edited, middle);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\bwould\b/, 'could'));
}

function median(samples) {
  const middle = (key) => samples.map((sample) => sample[key]).sort((a, b) => a - b)[Math.floor(samples.length / 2)];
  return { wall: middle('wall'), cpu: middle('cpu'), memory: middle('memory'), codes: samples.map(({ code }) => code) };
}

function report(all) {
  mkdirSync(join(root, 'docs', 'pictures'), { recursive: true });
  writeFileSync(join(root, 'docs', 'speed.json'), `${JSON.stringify(all, undefined, 2)}\n`);
  writeFileSync(join(root, 'docs', 'pictures', 'speed.svg'), plot(all));
  for (const { size, medians } of all) {
    for (const [name, { wall, cpu, memory, codes }] of Object.entries(medians)) {
      console.log(`| ${size} | ${name} | ${wall.toFixed(1)} s | ${cpu.toFixed(1)} s | ${Math.round(memory)} MB |${codes.some(Boolean) ? ` exit ${codes.join(' ')} |` : ''}`);
    }
  }
}
