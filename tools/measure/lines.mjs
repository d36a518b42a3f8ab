// Sets a text in Chromium with the line setter and says how even its lines are, and how long it took.
//   node tools/measure/lines.mjs [--language en-gb] [--text FILE] [--most PARAGRAPHS] [--measure 98.67] [--runs 5] [--html OUT.html] [--json] [--browser PATH]
// A text file holds paragraphs parted by blank lines (inline HTML is allowed), a folder HTML files or a book;
// without one the zine's chapters are taken. --json prints every full line's space, for luatex.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { prose } from './prose.mjs';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url).pathname;
const { values: asked } = parseArgs({
  options: {
    language: { type: 'string', default: 'en-gb' },
    text: { type: 'string' },
    most: { type: 'string', default: 'Infinity' },
    json: { type: 'boolean', default: false },
    measure: { type: 'string', default: '98.67' },
    runs: { type: 'string', default: '5' },
    html: { type: 'string' },
    browser: { type: 'string', default: process.env.FOLDMARK_BROWSER ?? '/usr/bin/chromium' },
  },
});

const script = await build({
  stdin: {
    contents: `export { setLines } from './src/pagination/browser-script/lines/set-lines.ts'`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'iife',
  globalName: 'Foldmark',
  target: 'chrome120',
  write: false,
});
const { hyphenateSync } = require(`hyphen/${asked.language}`);
const html = page(prose({ text: asked.text, language: asked.language, most: Number(asked.most) }));
const browser = await puppeteer.launch({
  executablePath: asked.browser,
  pipe: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
  ],
});
try {
  await report();
} finally {
  await browser.close();
}

async function report() {
  const reports = [];
  const spent = [];
  for (let run = 0; run < Number(asked.runs); run += 1) {
    const tab = await browser.newPage();
    await tab.setContent(html);
    await tab.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    await tab.evaluate(script.outputFiles[0].text + '; globalThis.Foldmark = Foldmark;');
    await tab.evaluate(() => {
      globalThis.before = document.body.innerHTML;
      document.body.getBoundingClientRect();
    });
    const cold = await cpu(tab, () =>
      tab.evaluate(() => {
        globalThis.report = globalThis.Foldmark.setLines(document.body);
      }),
    );
    const { lines, overflow, text } = await tab.evaluate(look);
    if (asked.json) return tell(lines);
    if (run === 0) say(lines, overflow, text);
    if (run === 0 && asked.html) writeFileSync(asked.html, await tab.content());
    await tab.evaluate(() => {
      document.body.innerHTML = globalThis.before;
      document.body.getBoundingClientRect();
    });
    const warm = await cpu(tab, () =>
      tab.evaluate(() => {
        globalThis.Foldmark.setLines(document.body);
      }),
    );
    reports.push(lines);
    spent.push({ cold, warm });
    await tab.close();
  }
  const pages = reports[0].paragraphs.flatMap((one) => one.lines).length / 31;
  const best = (which) => Math.min(...spent.map((one) => one[which])) / pages;
  console.log(
    `processor time, ${pages.toFixed(0)} pages of 31 lines: ${best('cold').toFixed(2)} ms a page in a ` +
      `new tab, ${best('warm').toFixed(2)} ms when its words are known`,
  );
  console.log(
    'same every run: ' +
      `${reports.every((one) => JSON.stringify(one) === JSON.stringify(reports[0])) ? 'yes' : 'NO'}`,
  );
}

function tell({ paragraphs }) {
  const full = paragraphs.flatMap((one) =>
    one.lines.filter(
      (line) =>
        one.state === 'set' && line.end !== 'last' && line.end !== 'forced' && line.space !== undefined,
    ),
  );
  console.log(
    JSON.stringify(
      full.map(({ space, end, tracking, text }) => ({ space, hyphen: end === 'hyphen', tracking, text })),
    ),
  );
}

/** Milliseconds of the page's main thread: other processes of the machine do not count. */
async function cpu(tab, work) {
  const session = await tab.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const now = async () =>
    (await session.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration').value *
    1000;
  const before = await now();
  await work();
  const spent = (await now()) - before;
  await session.detach();
  return spent;
}

/** Runs in the page. */
function look() {
  const words = (of) =>
    [...of.querySelectorAll('p')]
      .map((p) => p.textContent.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim())
      .join('\n');
  const source = document.createElement('div');
  source.innerHTML = globalThis.before;
  // Where the ink of each line really ends, against where it should.
  const overflow = [...document.querySelectorAll('.line:not(.line-end)')].map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const box = line.getBoundingClientRect();
    return { text: line.textContent, px: Math.max(0, range.getBoundingClientRect().right - box.right) };
  });
  return {
    lines: globalThis.report,
    overflow,
    text: words(source) === words(document.body) ? 'whole' : 'CHANGED',
  };
}

function say({ paragraphs }, overflow, text) {
  const lines = paragraphs.flatMap((one) => one.lines);
  const justified = paragraphs.flatMap((one) =>
    one.state === 'set'
      ? one.lines.filter((line) => line.end !== 'last' && line.end !== 'forced' && line.space !== undefined)
      : [],
  );
  const spaces = justified.map((line) => line.space);
  const mean = spaces.reduce((sum, one) => sum + one, 0) / spaces.length;
  const sd = Math.sqrt(spaces.reduce((sum, one) => sum + (one - mean) ** 2, 0) / spaces.length);
  const share = (test) => `${((100 * justified.filter(test).length) / justified.length).toFixed(1)} %`;
  const tracking = lines.map((line) => line.tracking * 100);
  console.log(
    `paragraphs ${paragraphs.length} ` +
      `(${['set', 'ragged', 'left'].map((state) => `${state} ${paragraphs.filter((one) => one.state === state).length}`).join(', ')}), ` +
      `lines ${lines.length}, text ${text}`,
  );
  console.log(
    `mean ${mean.toFixed(3)}  sd ${sd.toFixed(3)}  over 1.5 ${share((line) => line.space > 1.5)}  ` +
      `under .8 ${share((line) => line.space < 0.8)}  widest ${Math.max(...spaces).toFixed(2)}  ` +
      `narrowest ${Math.min(...spaces).toFixed(2)}`,
  );
  for (const line of justified.filter((one) => one.space > 1.75 || one.space < 0.8))
    console.log(`  ${line.space.toFixed(2)}  ${line.text}`);
  console.log(
    `hyphenated ${share((line) => line.end === 'hyphen')}  tracking ` +
      `${Math.min(...tracking).toFixed(2)} to ${Math.max(...tracking).toFixed(2)} %  mean tracking ` +
      `${(tracking.reduce((a, b) => a + b, 0) / tracking.length).toFixed(2)} %`,
  );
  console.log(
    'can run longer ' +
      `${paragraphs.filter((one) => one.counts.some((count) => count.lines > one.lines.length)).length}, ` +
      'shorter ' +
      `${paragraphs.filter((one) => one.counts.some((count) => count.lines < one.lines.length)).length}; ` +
      `past the edge by a tenth of a pixel: ${overflow.filter((one) => one.px > 0.1).length}`,
  );
  for (const { text, px } of overflow.filter((one) => one.px > 0.1))
    console.log(`  ${px.toFixed(2)} px  ${text}`);
}

function page(paragraphs) {
  const face = (file) =>
    `url(data:font/ttf;base64,${readFileSync(require.resolve(`@expo-google-fonts/alegreya/${file}`)).toString('base64')})`;
  const set = paragraphs
    .filter((one) => one.trim() !== '')
    .map(
      (one) =>
        `<p>${one.trim().replace(/(<[^>]*>|&[^;]*;)|([^<&]+)/g, (all, tag, words) => tag ?? hyphenateSync(words, { minWordLength: 6 }))}</p>`,
    );
  return `<!doctype html><html lang="${asked.language}"><meta charset="utf-8"><style>
@font-face { font-family: Text; src: ${face('400Regular/Alegreya_400Regular.ttf')} }
@font-face { font-family: Text; font-style: italic; src: ${face('400Regular_Italic/Alegreya_400Regular_Italic.ttf')} }
@font-face { font-family: Text; font-weight: 700; src: ${face('700Bold/Alegreya_700Bold.ttf')} }
body { margin: 10mm; width: ${asked.measure}mm; font: 10.2pt/14pt Text; font-feature-settings: "liga", "clig", "onum", "pnum" }
p { margin: 0; text-align: justify; text-indent: 14pt }
.sc { font-feature-settings: "smcp", "c2sc", "onum", "liga" 0; letter-spacing: .06em }
</style><body>${set.join('\n')}</body></html>`;
}
