// Which file an include means, and which of its lines.
import type { SourcePath } from '../model/source-span.js';

/** Undefined where the address is absolute or leaves the book folder. */
export function resolveInclude(from: SourcePath, address: string): SourcePath | undefined {
  const plain = address.replaceAll('\\', '/');
  if (/^(?:\/|~|[A-Za-z][\w+.-]*:)/.test(plain)) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.length === 0 ? undefined : steps.join('/');
}

const ANCHOR = /ANCHOR:\s*([\w-]+)/;
const ANCHOR_END = /ANCHOR_END:\s*([\w-]+)/;

/**
 * `10`, `10:20`, `10:`, `:20` are lines from 1, other words are an anchor. Lines that mark anchors are not
 * of the text. Undefined where there is no such part.
 */
export function partOfFile(text: string, part: string): readonly string[] | undefined {
  const lines = text.replace(/\n+$/, '').split('\n');
  if (part === '') return withoutMarks(lines);
  const range = /^(\d*)(?:(:)(\d*))?$/.exec(part);
  if (!range) return anchored(lines, part);
  const [, first = '', colon = '', last = ''] = range;
  const from = Math.max(1, Number(first || 1));
  const to = colon === '' ? from : Number(last || lines.length);
  return from > lines.length || to < from ? undefined : withoutMarks(lines.slice(from - 1, to));
}

function anchored(lines: readonly string[], name: string): readonly string[] | undefined {
  const taken: string[] = [];
  let [isOpen, isFound] = [false, false];
  for (const line of lines) {
    if (ANCHOR_END.exec(line)?.[1] === name) isOpen = false;
    else if (isOpen) taken.push(line);
    if (ANCHOR.exec(line)?.[1] === name) [isOpen, isFound] = [true, true];
  }
  return isFound ? withoutMarks(taken) : undefined;
}

function withoutMarks(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !/^\W*ANCHOR(?:_END)?:\s*[\w-]+\W*$/.test(line));
}
