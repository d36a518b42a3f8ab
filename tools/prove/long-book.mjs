// Builds a long book by somebody else and says what became of its words: pages, time, findings.
//   node tools/prove/long-book.mjs FOLDER-OF-MARKDOWN [--files '^sec'] [--theme novel] [--keep WHERE-TO-KEEP-THE-BOOK]
// FOLDER is, for instance, Debian's package `anarchism` unpacked (usr/share/doc/anarchism/markdown), or any
// folder of Markdown. The text stays as it is, without its front matter; one file alone is cut at its
// headings. Only addresses change: links to files, anchors and pictures that are not there are taken off,
// their words left; and each file without a heading of level 1 is given the title that the first link to it
// has.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { build } from '../../lib/pipeline/build.js';

const {
  values: { files: wanted, theme, keep },
  positionals: [from],
} = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '' },
    theme: { type: 'string', default: 'novel' },
    keep: { type: 'string' },
  },
});
if (from === undefined) {
  console.error(
    'usage: node tools/prove/long-book.mjs FOLDER-OF-MARKDOWN [--files PATTERN] [--theme NAME] ' +
      '[--keep FOLDER]',
  );
  process.exit(2);
}
/** Fences and code, which are passed over; pictures by their words; links by words, address and title. */
const ADDRESSED =
  /^((`{3,}|~{3,})[^]*?^\2[`~]*[ \t]*$)|((`+)(?!`)(?:(?!\n\n)[^])*?[^`]\4(?!`))|!\[([^\]]*)\]\([^)]*\)|\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^)\s]*)(\s+"[^"]*")?\)/gm;

const folder = keep ?? mkdtempSync(join(tmpdir(), 'foldmark-long-book-'));
const texts = chapters();
const words = texts.reduce(
  (sum, { text }) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
  0,
);
const changed = writeLongBook(texts, folder);
const began = process.cpuUsage();
const { report, diagnostics } = await build({ folder, out: join(folder, 'dist') });
tell();
if (keep === undefined) rmSync(folder, { recursive: true });
process.exitCode = report.outcome === 'built' ? 0 : 1;

/**
 * The chapters in the order of a table of contents: A.2 before A.10, each section's introduction before it.
 */
function chapters() {
  const texts = readdirSync(from)
    .filter((name) => /\.(md|txt)(\.gz)?$/.test(name) && new RegExp(wanted).test(name))
    .map((name) => ({
      name: name.replace(/\.gz$/, '').replace(/\.txt$/, '.md'),
      text: textOf(join(from, name)),
    }));
  const place = (name) => name.replace(/int\.md$/, '0.md').replace(/con\.md$/, '.md');
  return texts.sort((a, b) => place(a.name).localeCompare(place(b.name), 'en', { numeric: true }));
}

function textOf(path) {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString()
    .replace(/^---\n[^]*?\n(---|\.\.\.)\n/, '');
}

/** Answers with how many addresses were taken off. */
function writeLongBook(files, to) {
  mkdirSync(to, { recursive: true });
  const names = new Set(files.map(({ name }) => name));
  const all = files.map(({ text }) => text).join('\n');
  let count = 0;
  const address = (whole, { words, target, title = '' }) => {
    const [file] = target.split('#');
    if (/^(https?|mailto):/.test(target)) return whole;
    if (names.has(file) && target === file) return whole;
    count += 1;
    return names.has(file) ? `[${words}](${file}${title})` : words;
  };
  for (const { name, text } of files) {
    const linked = text.replace(ADDRESSED, (whole, fence, _, code, __, picture, words, target, title) => {
      if (fence !== undefined || code !== undefined) return whole;
      if (picture === undefined) return address(whole, { words, target, title });
      count += 1;
      return picture;
    });
    writeFileSync(join(to, name), `${front(name, { text, all })}${linked}`);
  }
  writeFileSync(
    join(to, 'book.yml'),
    'title: A Long Book\nauthor: Somebody Else\nlanguage: en\npublished: 2026-01-01\ntheme: ' +
      `${theme}\nfront: [title-page, ` +
      `contents]\nchapters:\n${files.map(({ name }) => `  - ${name}\n`).join('')}back: ` +
      `[]\n${files.length === 1 ? 'split: { chapter: 1 }\n' : ''}`,
  );
  return count;
}

function front(name, { text, all }) {
  if (/^# \S/m.test(text)) return '';
  const title =
    [...all.matchAll(/\[([^\]]+)\]\(([^)#\s]*)[^)]*\)/g)].find(
      ([, words, target]) => target === name && /\w/.test(words) && !/[‹›]|^up$/.test(words),
    )?.[1] ?? name.replace(/\.md$/, '');
  return `---\ntitle: ${JSON.stringify(title.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim())}\n---\n`;
}

function tell() {
  const { user, system } = process.cpuUsage(began);
  console.log(
    `${report.outcome}: ` +
      `${report.artifacts.map(({ file, pages }) => `${file}${pages === undefined ? '' : ` ${pages} pages`}`).join(', ')}`,
  );
  console.log(
    `${Math.round((user + system) / 1e6)} s of processor besides the browser; ` +
      `${JSON.stringify(report.milliseconds)}; ${changed} addresses taken off; ${words} words in ` +
      `${texts.length} files`,
  );
  const codes =
    Map.groupBy?.(diagnostics, ({ code }) => code) ??
    new Map(
      [...new Set(diagnostics.map(({ code }) => code))].map((code) => [
        code,
        diagnostics.filter((one) => one.code === code),
      ]),
    );
  for (const [code, ones] of codes)
    console.log(
      `${code} ${ones[0].severity}: ${ones.length}, ` +
        `${ones[0].at === undefined ? '' : `${ones[0].at.path}:${ones[0].at.line} `}${ones[0].message}`,
    );
  if (existsSync(join(folder, 'dist'))) console.log(`kept in ${folder}`);
}
