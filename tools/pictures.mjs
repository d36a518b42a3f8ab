// The README's pictures, taken of the zine that Foldmark itself made: npm run build, then npm run pictures.
//   node tools/pictures.mjs [--from dist] [--to docs/pictures] [--verso 22] [--chapter 08-air.xhtml]
// Wants pdftoppm (poppler) for the pages; without it the spread is left as it is. For those who work on
// Foldmark only.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { decode, encode } from 'fast-png';
import { unzipSync } from 'fflate';
import { findBrowser } from '../lib/browser/find-browser.js';
import { openBrowser } from '../lib/browser/open-browser.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    from: { type: 'string', default: join(root, 'dist') },
    to: { type: 'string', default: join(root, 'docs/pictures') },
    verso: { type: 'string', default: '22' },
    chapter: { type: 'string', default: '08-air.xhtml' },
  },
});

const PAPER = '#ebe6dc';
const PAGE_WIDTH = 650;
const MARGIN = 50;
const PHONE = { width: 390, height: 844 };
/**
 * A screen at a time, as a reading app does it: columns as wide as the phone, less what it leaves around
 * them.
 */
const LEAVES =
  'html { background: #fff; font-size: 17px; overflow: hidden } body { box-sizing: border-box; ' +
  'height: 844px; margin: 0; padding: 40px 24px; column-width: 342px; column-gap: 48px; column-fill: ' +
  'auto }';

const folder = mkdtempSync(join(tmpdir(), 'foldmark-pictures-'));
const browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
try {
  mkdirSync(asked.to, { recursive: true });
  await spread();
  await screens();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Two facing pages as they lie open. */
async function spread() {
  const verso = Number(asked.verso);
  const pages = rasterised(verso, verso + 1);
  if (pages) await laidOut('spread.png', { pictures: pages, width: PAGE_WIDTH, gap: 1 });
}

function rasterised(first, last) {
  const [pdf] = readdirSync(asked.from).filter((name) => name.endsWith('-screen.pdf'));
  if (pdf === undefined) throw new Error(`There is no …-screen.pdf in ${asked.from}: build the zine first.`);
  const made = spawnSync(
    'pdftoppm',
    [
      '-png',
      '-f',
      first,
      '-l',
      last,
      '-scale-to-x',
      PAGE_WIDTH,
      '-scale-to-y',
      '-1',
      join(asked.from, pdf),
      join(folder, 'page'),
    ].map(String),
  );
  if (made.error) return void console.error('pdftoppm is not installed: no picture of the pages.');
  return readdirSync(folder)
    .filter((name) => name.startsWith('page'))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

/** A chapter of the EPUB on a phone: its first screen, and the one with its figure. */
async function screens() {
  const [epub] = readdirSync(asked.from).filter((name) => name.endsWith('.epub'));
  if (epub === undefined) throw new Error(`There is no .epub in ${asked.from}: build the zine first.`);
  const chapter = unpacked(join(asked.from, epub)).find((path) => path.endsWith(asked.chapter));
  if (chapter === undefined) throw new Error(`${epub} has no ${asked.chapter}.`);
  const tab = await opened({ ...PHONE, deviceScaleFactor: PAGE_WIDTH / PHONE.width });
  await tab.goto(pathToFileURL(chapter).href);
  await tab.addStyleTag({ content: LEAVES });
  await tab.evaluate('document.fonts.ready.then(() => undefined)');
  const opening = await tab.screenshot();
  await tab.evaluate(
    `document.documentElement.scrollLeft = ${PHONE.width} * ` +
      `Math.floor(document.querySelector('figure').getBoundingClientRect().left / ${PHONE.width})`,
  );
  await laidOut('epub.png', { pictures: [opening, await tab.screenshot()], width: PAGE_WIDTH, gap: MARGIN });
}

function unpacked(epub) {
  return Object.entries(unzipSync(readFileSync(epub)))
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, bytes]) => {
      const path = join(folder, 'epub', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      return path;
    });
}

/** Pictures beside each other, with the paper of a desk around them. */
async function laidOut(name, { pictures, width, gap }) {
  const tab = await opened({
    width: pictures.length * width + (pictures.length - 1) * gap + 2 * MARGIN,
    height: 100,
  });
  const drawn = pictures.map(
    (png) => `<img width="${width}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
  );
  await tab.setContent(
    `<!doctype html><style>body { margin: 0; padding: ${MARGIN}px; background: ${PAPER}; display: ` +
      `flex; align-items: start; justify-content: start; gap: ${gap}px }</style>${drawn.join('')}`,
  );
  await tab.evaluate(
    'Promise.all([...document.images].map((image) => image.decode())).then(() => undefined)',
  );
  keep(name, await tab.screenshot({ fullPage: true }));
}

async function opened(viewport) {
  const tab = await browser.chromium.newPage();
  await tab.setViewport(viewport);
  return tab;
}

/**
 * Two inks and the edges of letters need no more than fifty shades of each channel; the file is much smaller
 * for it.
 */
function keep(name, png) {
  const { width, height, data, channels } = decode(png);
  const shades = Uint8Array.from(data, (value) => Math.round(value / 5) * 5);
  writeFileSync(
    join(asked.to, name),
    encode({ width, height, data: shades, channels }, { zlib: { level: 9 } }),
  );
}
