// The benchmark's book as one page for what lays out HTML: the same words, notes, references and pictures on
// pages of the same size.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';

const STYLES = `
@page { size: 5.5in 8.5in; margin: 20mm 15mm 22mm; @bottom-center { content: counter(page); } }
body { font: 11pt/14.5pt serif; text-align: justify; hyphens: auto; }
p { margin: 0; text-indent: 1em; orphans: 2; widows: 2; }
h1 { break-before: page; } img { width: 100%; } .note { float: footnote; font-size: 9pt; }
a.page::after { content: target-counter(attr(href url), page); }`;

export function flatPage(folder) {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  return (
    '<!DOCTYPE html><html lang="en"><head><meta ' +
    `charset="utf-8"><style>${STYLES}</style></head><body>${files.map((file) => chapter(folder, file)).join('\n')}</body></html>`
  );
}

function chapter(folder, file) {
  const markdown = new MarkdownIt().use(footnote);
  const notes = [];
  markdown.renderer.rules.footnote_ref = (tokens, index) =>
    `<span class="note">${notes[tokens[index].meta.id] ?? ''}</span>`;
  markdown.renderer.rules.footnote_block_open = () => '<!--';
  markdown.renderer.rules.footnote_block_close = () => '-->';
  const text = readFileSync(join(folder, file), 'utf8');
  notes.push(...[...text.matchAll(/\^\[([^\]]*)\]/g)].map(([, note]) => note));
  return markdown
    .render(text)
    .replace('<h1>', `<h1 id="c${file.slice(0, -3)}">`)
    .replace(/<a href="(\d+)\.md"><\/a>/g, '<a class="page" href="#c$1">page </a>');
}
