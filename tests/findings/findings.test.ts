// Every finding shown as an author sees it: a folder is a small broken book, and expected.txt the exact lines
// that are printed for it. Folders are called by their code, with words behind it where a code has several:
// CONF-003-list. UPDATE=1 rewrites what is expected; read the difference.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatFinding } from '../../src/pipeline/report/format-finding.js';
import { CODES } from '../../src/model/codes.js';
import { loadSvgText } from '../../src/images/svg-text.js';
import { findingsOf } from './reading.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

// As a build does where drawings have words.
beforeAll(loadSvgText);

describe('a broken book is told', () => {
  for (const folder of folders) {
    const code = /^[A-Z]+-\d+/.exec(folder)?.[0] ?? folder;
    const title = (CODES as Readonly<Record<string, { readonly title: string } | undefined>>)[code]?.title;
    test(`${folder}: ${title ?? 'a code that exists'}`, { timeout: 60_000 }, () => {
      const found = findingsOf(join(here, folder));
      const printed = found.map((one) => `${formatFinding(one)}\n`).join('');
      expect(title, 'the code is in the table').toBeDefined();
      expect(
        found.map((one) => one.code),
        'the code the folder is named for',
      ).toContain(code);
      const file = join(here, folder, 'expected.txt');
      if (process.env['UPDATE'] === '1') writeFileSync(file, printed);
      expect(printed).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '(no expected.txt)');
    });
  }
});
