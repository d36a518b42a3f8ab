// Pairs of a text and what is read from it. A fixture is three pieces between lines of a single dot: what
// book.yml says beside the title, a chapter, and what comes out. UPDATE=1 rewrites what comes out; read the
// difference.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatFinding } from '../../../src/pipeline/report/format-finding.js';
import { readConfig } from '../../../src/config/book.js';
import { readCast } from '../../../src/config/cast.js';
import { readManuscript } from '../../../src/manuscript/read-manuscript.js';
import { bookWorld } from '../config/world.js';
import { printManuscript } from './print-flow.js';

const here = fileURLToPath(new URL('fixtures', import.meta.url));

const CAST = `
- { id: sam, name: Sam Walden, aliases: [Sam, the girl with the bees] }
- { id: micah, name: Micah, aliases: ["the visitor's balloon"] }
- { id: elon, name: Elon, aliases: [Captain] }
- { id: henry, name: Henry Walden, aliases: [Captain, Harry’s] }
`;

describe('a text is read', () => {
  for (const name of readdirSync(here).sort()) {
    test(name.replace('.txt', '').replaceAll('-', ' '), () => {
      const file = join(here, name);
      const [settings = '', markdown = '', expected = ''] = readFileSync(file, 'utf8').split(/^\.\n/m);
      const read = readBook(settings, markdown);
      if (process.env['UPDATE'] === '1') writeFileSync(file, [settings, markdown, read].join('.\n'));
      expect(read).toBe(expected);
    });
  }
});

function readBook(settings: string, markdown: string): string {
  const language = settings.includes('language:') ? '' : 'language: en-GB\n';
  const world = bookWorld({
    'book.yml': `title: Io\nauthor: A\nfront: []\nback: []\n${language}${settings}`,
    'cast.yml': CAST,
    '01-air.md': markdown,
  });
  const config = readConfig(world, { folder: 'io' });
  if (!config.value) throw new Error(config.diagnostics.map((one) => formatFinding(one)).join('\n'));
  const manuscript = readManuscript({
    world,
    config: config.value,
    cast: readCast(world, config.value).value,
  });
  return (
    printManuscript(manuscript.value) +
    manuscript.diagnostics.map((one) => `${formatFinding(one)}\n`).join('')
  );
}
