// A chapter's file from its bytes to what can be parsed: decoded, its front matter read and taken out.
import { readFrontMatter, type FrontMatter } from '../config/front-matter.js';
import { findFrontMatter } from '../config/front-matter-block.js';
import { decodeText } from '../config/decode-text.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { SourcePath } from '../model/source-span.js';
import type { FileProblem, World } from '../model/world.js';
import { expandIncludes } from './includes.js';
import { sourceText, type SourceText } from './source-text.js';

export interface TextFile {
  readonly source: SourceText;
  readonly frontMatter: FrontMatter;
  /** Texts of the book that it includes whole. */
  readonly included?: readonly SourcePath[];
}

/**
 * Undefined when there is nothing to read, with the reason: CONF-013, CONF-014, CONF-015, CONF-016 or
 * CONF-020.
 */
export function readTextFile(world: World, path: SourcePath): Outcome<TextFile | undefined> {
  const read = world.book.read(path);
  if ('problem' in read) return outcome(undefined, [unreadable(path, read.problem)]);
  const known = files.get(read.bytes)?.get(path);
  if (known) return known;
  const file = textFile(read.bytes, path);
  const expanded = file.value && withIncludes(file.value, world);
  // What it includes may change without it, so it is not remembered.
  if (expanded) return outcome(expanded.value, [...file.diagnostics, ...expanded.diagnostics]);
  files.set(read.bytes, new Map(files.get(read.bytes)).set(path, file));
  return file;
}

function withIncludes(file: TextFile, world: World): Outcome<TextFile> | undefined {
  const { source } = file;
  const from = findFrontMatter(source.lines);
  const text = { path: source.path, lines: source.lines, from: from.kind === 'block' ? from.end : 0 };
  const expanded = expandIncludes(text, world);
  if (!expanded) return undefined;
  const { lines, origins, included } = expanded.value;
  const markdown = lines.map((line, at) => (at < text.from ? '' : line)).join('\n');
  return outcome(
    { ...file, source: { ...source, markdown, lines, origins, written: source.lines }, included },
    expanded.diagnostics,
  );
}

/** By the array of bytes: files that builds remember are read once. */
const files = new WeakMap<Uint8Array, ReadonlyMap<SourcePath, Outcome<TextFile | undefined>>>();

function textFile(bytes: Uint8Array, path: SourcePath): Outcome<TextFile | undefined> {
  const decoded = decodeText(bytes, path);
  if (decoded.value === undefined) return outcome(undefined, decoded.diagnostics);
  const lines = decoded.value.split('\n');
  const head = findFrontMatter(lines);
  if (head.kind !== 'block')
    return outcome({ source: sourceText(path, decoded.value), frontMatter: { classes: [] } }, [
      ...decoded.diagnostics,
      ...(head.kind === 'none' ? [] : [noFrontMatter(path, head)]),
    ]);
  const frontMatter = readFrontMatter({ ...head, path });
  const markdown = [...lines.slice(0, head.end).fill(''), ...lines.slice(head.end)].join('\n');
  const source = { ...sourceText(path, decoded.value), markdown };
  return outcome({ source, frontMatter: frontMatter.value }, [
    ...decoded.diagnostics,
    ...frontMatter.diagnostics,
  ]);
}

function noFrontMatter(path: SourcePath, head: { kind: 'rule' | 'unclosed'; line: number }): Finding {
  const at = { path, line: head.line + 1, column: 1 };
  if (head.kind === 'rule')
    return finding('TEXT-040', {
      message: 'The line "---" at the head of the file is set as a scene break: no front matter follows it.',
      at,
      hint:
        'For a scene break write "***". Front matter has keys, such as "title: The Lamp", and another ' +
        '"---" closes it.',
    });
  return finding('CONF-044', {
    message: 'Front matter begins here and is never closed, so nobody knows where the text begins.',
    at,
    hint: 'Write the same line again after the last key.',
  });
}

function unreadable(path: SourcePath, problem: FileProblem): Finding {
  const at = { path, line: 1, column: 1 };
  switch (problem) {
    case 'missing':
      return finding('CONF-013', {
        message: 'The file does not exist.',
        at,
        hint: 'Write it, or take it out of book.yml.',
      });
    case 'not-a-file':
      return finding('CONF-013', {
        message: 'There is a folder, or something else, where a file is expected.',
        at,
        hint: 'Put a file of this name there.',
      });
    case 'outside':
      return finding('CONF-020', {
        message: "This is a link to a file outside of the book's folder.",
        at,
        hint: 'Replace the link with a copy of the file.',
      });
    case 'too-large':
      return finding('CONF-016', { message: 'The file is too large.', at, hint: 'Cut it into chapters.' });
  }
}
