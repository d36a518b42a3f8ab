// Where a chapter's front matter stands: between lines of ---, of +++ (TOML), or as a JSON object, and a
// pandoc title block.
export interface FrontMatterBlock {
  readonly form: 'yaml' | 'toml' | 'json' | 'title-block';
  readonly text: string;
  /** The line of the file on which `text` begins. */
  readonly firstLine: number;
  /** The first line of the file that is none of it, counted from 0. */
  readonly end: number;
}

/** `rule`: the head of the file is a line of --- with words after it, which is a scene break. */
export type FrontMatterHead =
  | { readonly kind: 'none' }
  | { readonly kind: 'rule' | 'unclosed'; readonly line: number }
  | ({ readonly kind: 'block' } & FrontMatterBlock);

/** Looks behind empty lines and comments, which other tools let stand before front matter. */
export function findFrontMatter(lines: readonly string[]): FrontMatterHead {
  const start = skipComments(lines);
  const head = lines[start] ?? '';
  if (/^ {0,3}---\s*$/.test(head)) return yamlBlock(lines, start);
  if (/^ {0,3}\+\+\+\s*$/.test(head)) return tomlBlock(lines, start);
  if (/^\{\s*("|$)/.test(head)) return jsonBlock(lines, start);
  return /^%(?: |$)/.test(head) && start === 0 ? titleBlock(lines) : { kind: 'none' };
}

function skipComments(lines: readonly string[]): number {
  let at = 0;
  for (;;) {
    const line = lines[at];
    if (line === undefined) return 0;
    if (line.trim() === '') at += 1;
    else if (/^ {0,3}<!--/.test(line)) {
      const end = lines.findIndex((one, index) => index >= at && one.includes('-->'));
      if (end < 0 || !/-->\s*$/.test(lines[end] ?? '')) return at;
      at = end + 1;
    } else return at;
  }
}

const KEY = /^["']?[\p{L}_$][\p{L}\p{N} _./-]*["']?\s*:(?:\s|$)/u;
/** What may stand between two keys: the rest of a value, a comment, an item of a list. */
const INSIDE_KEY = /^(?:\s|#|-(?:\s|$)|[\]}]|$)/;

function yamlBlock(lines: readonly string[], start: number): FrontMatterHead {
  const indent = /^ */.exec(lines[start] ?? '')?.[0].length ?? 0;
  const rest = lines.slice(start + 1).map((line) => line.replace(new RegExp(`^ {0,${indent}}`), ''));
  const end = rest.findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  const inside = end < 0 ? untilEmpty(rest) : rest.slice(0, end);
  if (!holdsKeys(inside, end >= 0)) return { kind: 'rule', line: start };
  if (end < 0) return { kind: 'unclosed', line: start };
  return {
    kind: 'block',
    form: 'yaml',
    text: inside.join('\n'),
    firstLine: start + 2,
    end: start + end + 2,
  };
}

/** Prose between two scene breaks has lines that are no keys; nothing at all between them is front matter. */
function holdsKeys(lines: readonly string[], closed: boolean): boolean {
  const written = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (written.length === 0) return closed && lines.every((line) => line.trim() === '');
  if (!KEY.test(written[0] ?? '')) return false;
  const strange = written.filter((line) => !KEY.test(line) && !INSIDE_KEY.test(line));
  return strange.length === 0 || (closed && lines[0] === written[0] && strange.length * 2 < written.length);
}

function untilEmpty(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => line.trim() === '');
  return end < 0 ? lines : lines.slice(0, end);
}

function tomlBlock(lines: readonly string[], start: number): FrontMatterHead {
  const end = lines.findIndex((line, index) => index > start && /^ {0,3}\+\+\+\s*$/.test(line));
  if (end < 0) return { kind: 'unclosed', line: start };
  return {
    kind: 'block',
    form: 'toml',
    text: lines.slice(start + 1, end).join('\n'),
    firstLine: start + 2,
    end: end + 1,
  };
}

/** An object whose last brace stands at the beginning of a line, as Hugo writes it, or in one line. */
function jsonBlock(lines: readonly string[], start: number): FrontMatterHead {
  const last = lines.findIndex(
    (line, index) => index >= start && /^\}\s*$|\}\s*$/.test(line) && parses(index),
  );
  function parses(index: number): boolean {
    return objectIn(lines.slice(start, index + 1).join('\n')) !== undefined;
  }
  if (last < 0) return { kind: 'none' };
  return {
    kind: 'block',
    form: 'json',
    text: lines.slice(start, last + 1).join('\n'),
    firstLine: start + 1,
    end: last + 1,
  };
}

/** The object that a text is as JSON. */
export function objectIn(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** `% Title`, `% Authors`, `% Date`: lines that go on are indented. */
function titleBlock(lines: readonly string[]): FrontMatterHead {
  const end = lines.findIndex((line, index) => !(line.startsWith('%') || (index > 0 && /^\s+\S/.test(line))));
  const block = lines.slice(0, end < 0 ? lines.length : end);
  const fields = block.filter((line) => line.startsWith('%')).length;
  if (fields > 3) return { kind: 'none' };
  return { kind: 'block', form: 'title-block', text: block.join('\n'), firstLine: 1, end: block.length };
}
