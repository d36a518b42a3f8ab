// Instructions to other tools: shortcodes of Quarto and Hugo, Liquid of Jekyll and GitBook. A line with
// nothing else is left out; a video becomes a link. Among words they are printed as typed.
import type { MarkdownEngine, StateBlock, StateInline } from '../markdown-it.js';
import { remark, remarkAt } from './rule-finding.js';

const COMMAND =
  /\{\{<\s*\/?\s*([\w-]+)[^{}]*?>\}\}|\{\{%\s*\/?\s*([\w-]+)[^{}]*?%\}\}|\{%-?\s*(\w+)[^{}]*?-?%\}/y;
const LIQUID_OUTPUT =
  /\{\{-?\s*(?:site|page|post|layout|include|forloop)(?:\.[\w-]+)+(?:\s*\|[^{}]*)?\s*-?\}\}/y;
const VIDEO = /^\{\{[<%]\s*(?:video|youtube|vimeo)\s+"?([^\s"]+)"?[^{}]*[>%]\}\}$/;

export function toolCommands(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'tool_command', scanBlock, { alt: ['paragraph', 'blockquote', 'list'] });
  engine.inline.ruler.before('emphasis', 'tool_command', scanInline);
}

function scanBlock(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const line = state.src.slice(start, state.eMarks[startLine]).trim();
  if (!line.startsWith('{') || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  COMMAND.lastIndex = 0;
  const found = COMMAND.exec(line);
  const name = found?.[1] ?? found?.[2] ?? found?.[3];
  // Only `include` and its kin may bring words; they are told by name as well.
  if (!found || name === undefined || found[0].length !== line.length) return false;
  if (silent) return true;
  const address = VIDEO.exec(line)?.[1];
  if (address !== undefined) pushLink(state, startLine, address);
  const fate = address === undefined ? 'left out' : 'set as a link';
  remarkAt(state, startLine, {
    code: 'MARK-003',
    message: `The instruction \`${name}\` of another tool is ${fate}.`,
    hint: 'Delete it, or write what it stands for.',
  });
  state.line = startLine + 1;
  return true;
}

function pushLink(state: StateBlock, line: number, written: string): void {
  const address = /^https?:/.test(written) ? written : `https://www.youtube.com/watch?v=${written}`;
  const map: [number, number] = [line, line + 1];
  Object.assign(state.push('paragraph_open', 'p', 1), { map, block: true });
  Object.assign(state.push('inline', '', 0), { map, content: `<${address}>`, children: [] });
  state.push('paragraph_close', 'p', -1).block = true;
}

function scanInline(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false;
  const found = [COMMAND, LIQUID_OUTPUT]
    .map((pattern) => {
      pattern.lastIndex = state.pos;
      return pattern.exec(state.src);
    })
    .find((one) => one !== null);
  if (!found || state.pos + found[0].length > state.posMax) return false;
  if (!silent) {
    remark(state, {
      code: 'MARK-003',
      message: 'An instruction of another tool is printed as typed.',
      hint: 'Write what it stands for, or put it into `code`.',
    });
    state.push('text_special', '', 0).content = found[0];
  }
  state.pos += found[0].length;
  return true;
}
