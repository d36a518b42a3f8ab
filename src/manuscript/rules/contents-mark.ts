// Signs for contents: `[TOC]`, `[[toc]]`, `{:toc}`, `{{< toc >}}`, `\tableofcontents` has its own rule. A
// book has its contents already.
import type { MarkdownEngine, StateBlock } from '../markdown-it.js';
import { remarkAt } from './rule-finding.js';

const MARK =
  /^(?:\[TOC\]|\[\[_?toc_?\]\]|\{:\s*toc\}|@\[toc\]|\$\{toc\}|\{\{[<%]?\s*toc\s*[>%]?\}\}|<!--\s*toc\s*-->)$/i;

export function contentsMark(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'contents_mark', scan, { alt: ['paragraph', 'blockquote'] });
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const isListed = /^[*+-]\s+\S.*$/.test(lineAt(state, startLine)) && startLine + 1 < endLine;
  const line = lineAt(state, isListed ? startLine + 1 : startLine);
  // In kramdown the list above the sign only says what kind of list it wants.
  if (isListed ? !/^\{:\s*toc\}$/i.test(line) : !MARK.test(line)) return false;
  if (silent) return true;
  remarkAt(state, startLine, {
    code: 'MARK-004',
    message: 'A sign for contents is left out.',
    hint: 'Delete it: "contents" under front: in book.yml makes the contents of the book.',
  });
  state.line = startLine + (isListed ? 2 : 1);
  return true;
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trim();
}
