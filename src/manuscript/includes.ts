// Text that a file takes from other files of the book, as mdBook and Quarto write it:
//   {{#include part.md}}   {{#include code.rs:10:20}}   {{#rustdoc_include code.rs:anchor}}
//   {{#playground code.rs}}   {{< include _part.qmd >}}
import { decodeText } from '../config/decode-text.js';
import { findFrontMatter } from '../config/front-matter-block.js';
import { isMarkdown } from '../config/manuscript-files.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { SourcePath } from '../model/source-span.js';
import type { FileProblem, World } from '../model/world.js';
import { partOfFile, resolveInclude } from './included-part.js';

export interface Expanded {
  readonly lines: readonly string[];
  /** For each line the line of the file that asked for it, from 1. */
  readonly origins: readonly number[];
  /** Texts that stand here whole. */
  readonly included: readonly SourcePath[];
}

const COMMAND =
  /(?<!`)(\\?)\{\{\s*#(include|rustdoc_include|playground|playpen|title)\s+([^{}\s][^{}]*?)\s*\}\}/g;
const QUARTO = /^([\s>]*)\{\{<\s*include\s+["']?([^"'{}]+?)["']?\s*>\}\}\s*$/;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)$/;

/** A file that includes itself through others ends somewhere, and so does one that includes half a disk. */
const MOST = { depth: 10, includes: 10_000, lines: 200_000 };

/** Undefined where a text includes nothing. */
export function expandIncludes(
  text: { readonly lines: readonly string[]; readonly from: number; readonly path: SourcePath },
  world: World,
): Outcome<Expanded> | undefined {
  const rest = text.lines.slice(text.from);
  if (!rest.some((line) => /\{\{\s*#|\{\{<\s*include/.test(line))) return undefined;
  const desk: Desk = {
    world,
    path: text.path,
    line: 0,
    lines: [],
    origins: [],
    included: new Set(),
    count: 0,
  };
  const diagnostics: Finding[] = [];
  for (const [index, line] of text.lines.entries()) {
    desk.line = index + 1;
    if (index < text.from) write(desk, [line]);
    else copyLine(line, { desk, diagnostics, stack: [text.path] });
  }
  return outcome({ lines: desk.lines, origins: desk.origins, included: [...desk.included] }, diagnostics);
}

interface Desk {
  readonly world: World;
  readonly path: SourcePath;
  line: number;
  readonly lines: string[];
  readonly origins: number[];
  readonly included: Set<SourcePath>;
  count: number;
  fence?: string;
}

interface Copying {
  readonly desk: Desk;
  readonly diagnostics: Finding[];
  /** The files that are open: the chapter first. */
  readonly stack: readonly SourcePath[];
}

function copyLine(line: string, copying: Copying): void {
  const { desk } = copying;
  const quarto = QUARTO.exec(line);
  if (quarto)
    return include(copying, { indent: quarto[1] ?? '', wanted: quarto[2] ?? '', written: line.trim() });
  const commands = [...line.matchAll(COMMAND)];
  const [only] = commands;
  if (commands.length === 1 && only && only[1] === '' && /^[\s>]*$/.test(line.replace(only[0], ''))) {
    const [written, , name = '', wanted = ''] = only;
    if (name === 'title') return;
    const indent = line.slice(0, only.index);
    if (!/^play/.test(name)) return include(copying, { indent, wanted, written });
    const file = wanted.split(/\s/)[0] ?? '';
    return include(copying, { indent, wanted: file, written, fence: 'rust' });
  }
  write(desk, [line.replace(COMMAND, (...found: string[]) => inLine(found, copying))]);
}

/** A command among words: only what fits into the line is taken. */
function inLine(found: readonly string[], copying: Copying): string {
  const [written = '', escape = '', name = '', wanted = ''] = found;
  if (escape !== '') return written.slice(1);
  if (name === 'title') return '';
  const taken = take(wanted, copying);
  if (typeof taken !== 'string')
    return taken.lines
      .join('\n')
      .trim()
      .replace(/\s*\n\s*/g, ' ');
  copying.diagnostics.push(notIncluded(taken, { written, desk: copying.desk }));
  return written;
}

interface Command {
  readonly indent: string;
  readonly wanted: string;
  readonly written: string;
  readonly fence?: string;
}

function include(copying: Copying, { indent, wanted, written, fence }: Command): void {
  const { desk, diagnostics, stack } = copying;
  const taken = take(wanted, copying);
  if (typeof taken === 'string') {
    diagnostics.push(notIncluded(taken, { written, desk }));
    return write(desk, [`${indent}${desk.fence === undefined ? `\`${written}\`` : written}`]);
  }
  const isText = desk.fence === undefined && fence === undefined;
  if (isText && taken.whole && isMarkdown(taken.path)) desk.included.add(taken.path);
  const ticks = fence === undefined ? [] : ['`'.repeat(longestTicks(taken.lines) + 1)];
  write(
    desk,
    ticks.map((marks) => `${indent}${marks}${fence ?? ''}`),
  );
  for (const line of taken.lines)
    copyLine(line === '' ? indent.trimEnd() : indent + line, { ...copying, stack: [...stack, taken.path] });
  write(
    desk,
    ticks.map((marks) => `${indent}${marks}`),
  );
}

interface Taken {
  readonly path: SourcePath;
  readonly lines: readonly string[];
  readonly whole: boolean;
}

/** The lines that a command asks for, or why there are none. */
function take(wanted: string, { desk, stack }: Copying): Taken | string {
  const [, file = wanted, part = ''] = /^(.+?)(?::([^/\\]*))?$/.exec(wanted) ?? [];
  const path = resolveInclude(stack.at(-1) ?? desk.path, file);
  if (path === undefined) return `The file "${file}" lies outside of the book folder.`;
  if (stack.includes(path)) return `The file "${file}" includes itself.`;
  if (stack.length > MOST.depth) return `The file "${file}" is included too deeply.`;
  desk.count += 1;
  if (desk.count > MOST.includes || desk.lines.length > MOST.lines)
    return `The file "${file}" would make the chapter too long.`;
  const read = desk.world.book.read(path);
  if ('problem' in read) return `The file "${file}" ${PROBLEMS[read.problem]}.`;
  const text = decodeText(read.bytes, path).value;
  if (text === undefined) return `The file "${file}" is not a text in UTF-8.`;
  const lines = partOfFile(isMarkdown(path) && part === '' ? withoutFrontMatter(text) : text, part);
  return lines ? { path, lines, whole: part === '' } : `The file "${file}" has no part "${part}".`;
}

const PROBLEMS: Readonly<Record<FileProblem, string>> = {
  missing: 'does not exist',
  'not-a-file': 'does not exist',
  outside: 'lies outside of the book folder',
  'too-large': 'is too large',
};

function withoutFrontMatter(text: string): string {
  const lines = text.split('\n');
  const head = findFrontMatter(lines);
  return head.kind === 'block' ? lines.slice(head.end).join('\n') : text;
}

function longestTicks(lines: readonly string[]): number {
  return Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
}

function write(desk: Desk, lines: readonly string[]): void {
  for (const line of lines) {
    const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
    if (desk.fence === undefined && marks !== '' && !(marks.startsWith('`') && info.includes('`')))
      desk.fence = marks;
    else if (desk.fence !== undefined && marks.startsWith(desk.fence) && info.trim() === '')
      delete desk.fence;
    desk.lines.push(line);
    desk.origins.push(desk.line);
  }
}

function notIncluded(message: string, from: { written: string; desk: Desk }): Finding {
  return finding('TEXT-050', {
    message: `${message.replace(/\.$/, '')}: "${from.written}" is printed as it is written.`,
    at: { path: from.desk.path, line: from.desk.line },
    hint: 'Name a file of the book folder, seen from the file that includes it, or delete the line.',
  });
}
