// How long it takes to finish print files from a master that is laid out: seconds by the clock and of the
// processor, for each colour. node tools/measure/finish.mjs [--chapters 31] [--pictures] [--browser PATH]
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assembleBook } from '../../lib/book/assemble-book.js';
import { openWorld } from '../../lib/pipeline/world-files.js';
import { readCast, readConfig, readProfiles } from '../../lib/config/index.js';
import { composePrint } from '../../lib/edition/compose-edition.js';
import { readManuscript } from '../../lib/manuscript/read-manuscript.js';
import { findBrowser } from '../../lib/browser/find-browser.js';
import { openBrowser } from '../../lib/browser/open-browser.js';
import { finishPdf } from '../../lib/pdf/finish/finish-pdf.js';
import { printMaster } from '../../lib/pagination/print-master.js';
import { platesOf } from '../../lib/pdf/finish/printer-output.js';
import { generateBook } from '../bench/generate.mjs';

const { values: asked } = parseArgs({
  options: {
    chapters: { type: 'string', default: '31' },
    pictures: { type: 'boolean', default: false },
    browser: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'foldmark-finish-'));
try {
  const book = join(folder, 'book');
  generateBook({ folder: book, chapters: Number(asked.chapters) });
  if (!asked.pictures) withoutPictures(book);
  const { composition, printers } = compose(book);
  const browser = await openBrowser(
    await findBrowser({
      env: process.env,
      platform: process.platform,
      ...(asked.browser ? { flag: asked.browser } : {}),
    }),
    { sandbox: 'auto' },
  );
  const { value: master } = await printMaster({ composition, browser, jobs: 2 });
  await browser.close();
  console.log(
    `${master.pages.pages.length} pages, printed in ` +
      `${Math.round(master.pieces.reduce((sum, { length }) => sum + length, 0) / 1000)} kB\n\n| file | ` +
      'seconds | of the processor | kB |\n|---|---|---|---|',
  );
  for (const profile of printers) {
    const [from, used] = [performance.now(), process.cpuUsage()];
    const [plate] = await platesOf(profile);
    const { bytes } = await finishPdf({ master, composition, purpose: 'print', plate });
    const { user, system } = process.cpuUsage(used);
    console.log(
      `| ${profile.name}, ${profile.colour}, ${profile.standard} | ` +
        `${((performance.now() - from) / 1000).toFixed(1)} | ${((user + system) / 1e6).toFixed(1)} | ` +
        `${Math.round(bytes.length / 1000)} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compose(path) {
  const world = openWorld({ folder: path });
  const { value: read } = readConfig(world, { profiles: ['kdp', 'mixam', 'ingramspark', 'home'] });
  const { value: printers } = readProfiles(world, read);
  const config = { ...read, print: { ...read.print, printers } };
  const manuscript = readManuscript({ world, config, cast: readCast(world, config).value }).value;
  return {
    composition: composePrint({ book: assembleBook({ manuscript, config }).value, config, world }).value,
    printers,
  };
}

function withoutPictures(path) {
  for (const name of readdirSync(path).filter((file) => file.endsWith('.md'))) {
    writeFileSync(join(path, name), readFileSync(join(path, name), 'utf8').replace(/^!\[.*$/gm, ''));
  }
}
