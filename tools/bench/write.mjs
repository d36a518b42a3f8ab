// Puts the figures of one run, and of no other, into docs/internals/speed.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { growth, table } from './table.mjs';

const [FROM, TO] = ['<!-- figures of one run of npm run bench -->', '<!-- end of figures -->'];

export function writeDocs(path, results) {
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(FROM), text.indexOf(TO)];
  if (from === -1 || to < from) throw new Error(`${path} has no place for figures: ${FROM} … ${TO}.`);
  const figures = [
    `Node ${process.versions.node}, ${availableParallelism()} processors; medians.`,
    table(results),
    growth(results),
    '![Seconds by pages](pictures/speed.svg)',
  ];
  writeFileSync(path, `${text.slice(0, from + FROM.length)}\n\n${figures.join('\n\n')}\n\n${text.slice(to)}`);
}
