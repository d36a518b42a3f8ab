// A chapter's file from its bytes to what can be parsed: decoded, its front matter read and taken out.
import { readFrontMatter, type FrontMatter } from '../config/front-matter.js';
import { decodeText } from '../config/decode-text.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { SourcePath } from '../model/source-span.js';
import type { FileProblem, World } from '../model/world.js';
import { sourceText, type SourceText } from './source-text.js';

export interface TextFile {
  readonly source: SourceText;
  readonly frontMatter: FrontMatter;
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
  files.set(read.bytes, new Map(files.get(read.bytes)).set(path, file));
  return file;
}

/** By the array of bytes: files that builds remember are read once. */
const files = new WeakMap<Uint8Array, ReadonlyMap<SourcePath, Outcome<TextFile | undefined>>>();

function textFile(bytes: Uint8Array, path: SourcePath): Outcome<TextFile | undefined> {
  const decoded = decodeText(bytes, path);
  if (decoded.value === undefined) return outcome(undefined, decoded.diagnostics);
  const cut = cutFrontMatter(decoded.value);
  const frontMatter = cut
    ? readFrontMatter({ yaml: cut.yaml, path, firstLine: 2 })
    : outcome<FrontMatter>({ classes: [] });
  const source = { ...sourceText(path, decoded.value), ...(cut && { markdown: cut.markdown }) };
  return outcome({ source, frontMatter: frontMatter.value }, [
    ...decoded.diagnostics,
    ...frontMatter.diagnostics,
  ]);
}

/**
 * Front matter stands between two lines of `---`, the first of them the first line; it is replaced by empty
 * lines.
 */
function cutFrontMatter(words: string): { yaml: string; markdown: string } | undefined {
  const lines = words.split('\n');
  if (lines[0]?.trimEnd() !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 0 || !/^\s*(?:[A-Za-z][\w-]*\s*:|#|$)/.test(lines[1] ?? '')) return undefined;
  return {
    yaml: lines.slice(1, end).join('\n'),
    markdown: [...lines.slice(0, end + 1).fill(''), ...lines.slice(end + 1)].join('\n'),
  };
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
        message: 'This is not a file.',
        at,
        hint: 'Put a file of this name there.',
      });
    case 'outside':
      return finding('CONF-020', {
        message: 'The file lies outside of the book folder.',
        at,
        hint: 'Put the file itself there, not a link to it.',
      });
    case 'too-large':
      return finding('CONF-016', { message: 'The file is too large.', at, hint: 'Cut it into chapters.' });
  }
}
