// Ace, DAISY's checker of accessibility, where a machine has it: `ace-cli` on the PATH.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pressEpub } from '../../src/press/epub/press.js';
import { composeFolder } from './fixtures/book.js';
import { COVER } from './fixtures/composition.js';
import { EPOCH, pressFixture } from './fixtures/press.js';

const ACE = spawnSync('ace-cli', ['--version']).error === undefined;

test.each([
  ['the fixture', () => pressFixture()],
  ['the zine', async () => (await pressEpub({ composition: composeFolder('manuscript'), cover: COVER, epoch: EPOCH })).value.bytes],
])('Ace finds no violation in %s', async (_, press) => {
  if (!ACE) {
    console.warn('There is no ace-cli on the PATH: Ace was not asked.');
    return;
  }
  expect(violations(await press())).toEqual([]);
}, 180_000);

interface AceReport {
  readonly assertions: readonly { readonly 'earl:testSubject': { readonly url: string }; readonly assertions: readonly { readonly 'earl:test': { readonly 'dct:title': string } }[] }[];
}

function violations(epub: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'foldmark-ace-'));
  try {
    writeFileSync(join(folder, 'book.epub'), epub);
    const { stderr } = spawnSync('ace-cli', ['--outdir', join(folder, 'report'), join(folder, 'book.epub')], { encoding: 'utf8', env: { ...process.env, HOME: folder } });
    const report = JSON.parse(readReport(folder, stderr)) as AceReport;
    return report.assertions.flatMap((file) => file.assertions.map((one) => `${file['earl:testSubject'].url} ${one['earl:test']['dct:title']}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readReport(folder: string, said: string): string {
  try {
    return readFileSync(join(folder, 'report', 'report.json'), 'utf8');
  } catch (cause) {
    throw new Error(`Ace has not reported: ${said}`, { cause });
  }
}
