// SUMMARY.md of mdBook, GitBook and Honkit: the order of a book as a nested list of links.
import type { OtherEntry } from './other-book.js';

/** Parts are headings, and items without a link; files below a file are its sections. */
export function readSummary(markdown: string): readonly OtherEntry[] {
  const entries: OtherEntry[] = [];
  const open: { indent: number; entry: OtherEntry }[] = [];
  let seen = false;
  for (const line of markdown.replace(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (heading !== undefined) {
      open.length = 0;
      // The first one is the title of the list itself.
      if (
        seen ||
        !/^(?:summary|table of contents|contents|sommaire|inhalt|目录|目次)?$/i.test(plain(heading))
      )
        if (seen || /^##/.test(line)) entries.push({ part: plain(heading), sections: [] });
      seen = true;
      continue;
    }
    const item = /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
    const link = LINK.exec(item?.[2] ?? line.trim());
    if (!item && !(link && link.index === 0 && link[0] === line.trim())) continue;
    seen = true;
    const entry = entryOf(link, item?.[2] ?? '', item === null);
    const indent = (item?.[1] ?? '').replace(/\t/g, '    ').length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const holder = item ? open.at(-1)?.entry : undefined;
    if (holder && !holder.part) (holder.sections as OtherEntry[]).push(entry);
    else entries.push(entry);
    if (item) open.push({ indent, entry });
  }
  return entries;
}

const LINK = /\[((?:[^\]\\]|\\.)*)\]\(\s*<?([^)>]*?)>?(?:\s+["'][^"']*["'])?\s*\)/;

function entryOf(link: RegExpExecArray | null, words: string, outside: boolean): OtherEntry {
  if (!link) return { part: plain(words), sections: [] };
  const file = address(link[2] ?? '');
  const title = plain(link[1] ?? '');
  return { title, ...(file && { file }), ...(outside && { unnumbered: true as const }), sections: [] };
}

function address(written: string): string {
  const path = written.replace(/[#?].*$/, '').replace(/^\.?\//, '');
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function plain(words: string): string {
  return words
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1')
    .replace(/[*`]/g, '')
    .trim();
}
