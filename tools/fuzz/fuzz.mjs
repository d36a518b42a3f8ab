// Random documents through the whole pipeline: `npm run fuzz -- --documents 1000 --seed 1`. What is refused
// is told, made small and kept as a book folder; a silent loss, or a refusal, ends with 1.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hunt } from './hunt.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    batch: { type: 'string', default: '25' },
    shrink: { type: 'string', default: 'yes' },
    keep: { type: 'string', default: join(tmpdir(), 'foldmark-fuzz') },
    only: { type: 'string' },
    blind: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'foldmark-fuzz-'));
try {
  const { refused, silent } = await hunt({
    folder,
    documents: Number(values.documents),
    first: Number(values.first),
    seed: Number(values.seed),
    batch: Number(values.batch),
    keep: values.shrink === 'no' ? undefined : values.keep,
    only: values.only?.split(','),
    eyes: values.blind === undefined ? asItIs : blindTo(new RegExp(values.blind, 'g')),
    tell: (line) => {
      console.log(line);
    },
  });
  process.exitCode = refused + silent > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function asItIs(text) {
  return text;
}

/**
 * A fault on purpose, to see that the hunt finds it: `--blind 'w\d+x40e'` does not see these words in what
 * was published.
 */
function blindTo(words) {
  return (text) => text.replace(words, '');
}
