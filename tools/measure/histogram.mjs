// Word spaces of the three themes' text, as the line setter leaves them and as Chromium's own justification
// does, from the same paragraphs with the same places to divide words: a table, and a picture with --svg.
//   node tools/measure/histogram.mjs [--text FILE or FOLDER] [--language en-gb] [--most PARAGRAPHS] [--svg docs/pictures/word-spaces.svg] [--browser PATH]
// Without a text the zine's chapters are set in every theme.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { figuresOf, prose, row } from './prose.mjs';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url).pathname;
const { values: asked } = parseArgs({
  options: {
    text: { type: 'string' },
    language: { type: 'string', default: 'en-gb' },
    most: { type: 'string', default: 'Infinity' },
    svg: { type: 'string' },
    browser: { type: 'string', default: process.env.FOLDMARK_BROWSER ?? '/usr/bin/chromium' },
  },
});

/** The text of each theme as its print.css has it. */
const THEMES = [
  {
    name: 'Zine',
    faces: [
      'alegreya/400Regular/Alegreya_400Regular',
      'alegreya/400Regular_Italic/Alegreya_400Regular_Italic',
    ],
    size: 10.2,
    measure: 98.67,
  },
  {
    name: 'Novel',
    faces: [
      'eb-garamond/400Regular/EBGaramond_400Regular',
      'eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic',
    ],
    size: 11.2,
    measure: 100,
  },
  {
    name: 'Essay',
    faces: [
      'source-serif-4/400Regular/SourceSerif4_400Regular',
      'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic',
    ],
    size: 9.6,
    measure: 108,
  },
];

const { hyphenateSync } = require(`hyphen/${asked.language}`);
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
const paragraphs = prose({ text: asked.text, language: asked.language, most: Number(asked.most) })
  .map(
    (one) =>
      `<p>${one.replace(/(<[^>]*>|&[^;]*;)|([^<&]+)/g, (all, tag, words) => tag ?? hyphenateSync(words, { minWordLength: 6 }))}</p>`,
  )
  .join('\n');
const browser = await puppeteer.launch({
  executablePath: asked.browser,
  pipe: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--font-render-hinting=none',
  ],
});
try {
  console.log(
    '| theme | lines by | full lines | mean | spread | over 1.5 | under .8 | hyphenated ' +
      '|\n|---|---|---|---|---|---|---|---|',
  );
  const measured = [];
  for (const theme of THEMES) {
    const both = await measure(theme);
    console.log(row(`${theme.name} | Foldmark`, figuresOf(both.ours)));
    console.log(row(' | Chromium', figuresOf(both.chromium)));
    measured.push({ theme, ...both });
  }
  if (asked.svg) writeFileSync(asked.svg, drawing(measured));
} finally {
  await browser.close();
}

async function measure(theme) {
  const tab = await browser.newPage();
  await tab.setContent(page(theme));
  await tab.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  const chromium = await tab.evaluate(browserLines);
  await tab.evaluate(`${script.outputFiles[0].text}; globalThis.Foldmark = Foldmark;`);
  const { paragraphs: set } = await tab.evaluate(() => globalThis.Foldmark.setLines(document.body));
  await tab.close();
  const ours = set
    .flatMap(({ state, lines }) => (state === 'set' ? lines : []))
    .filter(({ end, space }) => end !== 'last' && end !== 'forced' && space !== undefined);
  return { ours: ours.map(({ space, end }) => ({ space, hyphen: end === 'hyphen' })), chromium };
}

/**
 * Runs in the page: each full line's word spaces over the face's own, and whether a soft hyphen shows at its
 * end.
 */
function browserLines() {
  const range = document.createRange();
  return [...document.querySelectorAll('p')].flatMap((p) => {
    const rule = document.createElement('span');
    rule.style.cssText = 'position: absolute; white-space: pre; text-indent: 0';
    rule.textContent = ' ';
    p.append(rule);
    const natural = rule.getBoundingClientRect().width;
    rule.remove();
    const lines = new Map();
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: sign, index } of node.data.matchAll(/[ \n\u00AD]/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if (box.width < 0.5) continue;
        const key = Math.round(box.bottom);
        const line = lines.get(key) ?? { sum: 0, count: 0, hyphen: false };
        lines.set(key, line);
        if (sign === '\u00AD') line.hyphen = true;
        else [line.sum, line.count] = [line.sum + box.width, line.count + 1];
      }
    }
    range.selectNodeContents(p);
    const last = Math.round(Math.max(...[...range.getClientRects()].map(({ bottom }) => bottom)));
    return [...lines]
      .filter(([bottom, { count }]) => Math.abs(bottom - last) > 3 && count > 0)
      .map(([, { sum, count, hyphen }]) => ({ space: sum / count / natural, hyphen }));
  });
}

function page({ faces, size, measure: width }) {
  const face = (file) =>
    `url(data:font/ttf;base64,${readFileSync(require.resolve(`@expo-google-fonts/${file}.ttf`)).toString('base64')})`;
  return `<!doctype html><html lang="${asked.language}"><meta charset="utf-8"><style>
@font-face { font-family: Text; src: ${face(faces[0])} }
@font-face { font-family: Text; font-style: italic; src: ${face(faces[1])} }
body { margin: 10mm; width: ${width}mm; font: ${size}pt/14pt Text; font-feature-settings: "liga", "clig", "onum", "pnum" }
p { margin: 0; text-align: justify; text-indent: 14pt; hyphens: manual }
</style><body>${paragraphs}</body></html>`;
}

/** A row for each theme: bars in twentieths of the natural space, Chromium's as an outline behind them. */
function drawing(measured) {
  const [from, to, step, width, height] = [0.7, 2.5, 0.05, 640, 110];
  const x = (value) => 20 + ((value - from) / (to - from)) * (width - 40);
  const bins = (lines) =>
    Array.from(
      { length: Math.round((to - from) / step) },
      (_, n) =>
        lines.filter(
          ({ space }) => Math.min(Math.floor((Math.min(space, to - 1e-6) - from) / step + 1e-9), 99) === n,
        ).length / lines.length,
    );
  const rows = measured.map(({ theme, ours, chromium }, index) => {
    const foot = index * (height + 44) + height + 22;
    const most = Math.max(...bins(ours), ...bins(chromium));
    const bars = (shares, style) =>
      shares
        .map((share, n) =>
          share === 0
            ? ''
            : `<rect x="${(x(from + n * step) + 0.5).toFixed(1)}" ` +
              `y="${(foot - (share / most) * height).toFixed(1)}" ` +
              `width="${(x(from + step) - x(from) - 1).toFixed(1)}" ` +
              `height="${((share / most) * height).toFixed(1)}" ${style}/>`,
        )
        .join('');
    const ticks = [0.8, 1, 1.25, 1.5, 2, 2.5]
      .map(
        (tick) =>
          `<text x="${x(tick).toFixed(1)}" y="${foot + 14}" ` +
          `text-anchor="middle">${tick === 2.5 ? '2.5+' : tick}</text>`,
      )
      .join('');
    return (
      '<text x="20" ' +
      `y="${foot - height - 6}">${theme.name}</text>${bars(bins(chromium), 'fill="none" stroke="#999"')}${bars(bins(ours), 'fill="#ff5c39" fill-opacity=".8"')}<path ` +
      `d="M20 ${foot}H${width - 20}" stroke="#333"/>${ticks}`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ` +
    `${measured.length * (height + 44) + 8}" font-family="sans-serif" font-size="11" fill="#333" ` +
    `role="img" aria-label="Histograms of word spaces for three themes: Foldmark's stand close around ` +
    `the natural width, Chromium's reach far beyond one and a half."><rect width="100%" height="100%" ` +
    `fill="#fff"/>${rows.join('')}</svg>\n`
  );
}
