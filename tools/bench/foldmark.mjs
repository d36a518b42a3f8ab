// What the benchmark does with Foldmark, in the order in which it is done: each finds the cache as the one
// before left it.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { measure, measureWatch } from './measure.mjs';

export function foldmarkJobs({ root, folder, book, size }) {
  const cache = join(folder, `cache-${size}`);
  const out = join(folder, `dist-${size}`);
  const command = (source, more = []) => ['lib/cli.js', 'build', source, '--out', out, '--json', ...more];
  const build = (source, more) => measure(process.execPath, command(source, more), { cwd: root });
  const cached = ['--cache', cache];
  const edited = `${book}-edited`;
  let words = 0;
  const jobs = {
    'Foldmark, all files, cold': {
      pdf: join(out, 'bench-screen.pdf'),
      job: () => {
        rmSync(cache, { recursive: true, force: true });
        return build(book, cached);
      },
    },
    'Foldmark, a word changed': {
      job: () => {
        // another word in every run: the cache must not know it
        edit(book, edited, (text) => text.replace(/\bwould\b/, `would${(words += 1)}`));
        return build(edited, cached);
      },
    },
    'Foldmark, two pages added': {
      job: () => {
        edit(book, edited, (text) => `${text}\n${addition((words += 1))}`);
        return build(edited, cached);
      },
    },
    'Foldmark, one PDF, cold': {
      pdf: join(out, 'bench-screen.pdf'),
      job: () => build(book, ['--no-cache', '--only', 'screen']),
    },
  };
  if (!knows(root, '--watch')) return jobs;
  return {
    ...jobs,
    'Foldmark, a word changed in watch': {
      job: () => {
        edit(book, edited, (text) => text);
        return measureWatch(process.execPath, command(edited, ['--watch', '--no-cache']), {
          cwd: root,
          change: () => {
            changeFile(edited, (text) => text.replace(/\bwould\b/, `would${(words += 1)}`));
          },
        });
      },
    },
  };
}

function knows(root, option) {
  return spawnSync(process.execPath, ['lib/cli.js', 'build', '--help'], {
    cwd: root,
    encoding: 'utf8',
  }).stdout.includes(option);
}

function edit(book, edited, change) {
  rmSync(edited, { recursive: true, force: true });
  cpSync(book, edited, { recursive: true });
  changeFile(edited, change);
}

/** The chapter in the middle: half of the book stands behind it. */
function changeFile(folder, change) {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  const path = join(folder, files[Math.floor(files.length / 2)]);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Some 650 words. */
function addition(run) {
  const sentence =
    `This was added in run ${run}, long after the rest had been written and read, and it moves all that ` +
    'follows. ';
  return Array.from({ length: 8 }, () => sentence.repeat(4).trim()).join('\n\n');
}
