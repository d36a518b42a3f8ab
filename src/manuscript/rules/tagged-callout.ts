// Callouts between two tags: GitBook's hints, Hugo's shortcodes, Markua's asides and blurbs.
//   {% hint style="info" %} … {% endhint %}     {{% notice tip %}} … {{% /notice %}}     {aside} … {/aside}
import type { MarkdownEngine, StateBlock } from '../markdown-it.js';
import { calloutName, openCallout, takeHeading } from './callout.js';

const HINT = /^\{%-?\s*hint\s+(?:style|type)=["']?([\w-]+)["']?\s*-?%\}$/;
const HUGO = /^\{\{[<%]\s*(\w+)((?:\s+[^<>%{}]*)?)\s*[>%]\}\}$/;
const MARKUA = /^\{(aside|blurb)(?:,\s*class:\s*"?([\w-]+)"?)?[^}]*\}$/;

interface Tag {
  readonly end: RegExp;
  readonly name: string;
  readonly title?: string;
  readonly classes?: readonly string[];
}

export function taggedCallout(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'tagged_callout', scan, { alt: ['paragraph', 'blockquote'] });
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = lineAt(state, startLine);
  const tag = line.startsWith('{') ? tagOf(line) : undefined;
  if (!tag) return false;
  let end = startLine + 1;
  while (end < endLine && !tag.end.test(lineAt(state, end))) end++;
  if (end >= endLine) return false;
  if (silent) return true;
  openCallout(state, { ...tag, line: startLine }).map = [startLine, end];
  const max = state.lineMax;
  state.lineMax = end;
  const first = state.tokens.length;
  state.md.block.tokenize(state, startLine + 1, end);
  takeHeading(state, first);
  state.lineMax = max;
  state.push('callout_close', 'aside', -1).block = true;
  state.line = end + 1;
  return true;
}

function tagOf(line: string): Tag | undefined {
  const hint = HINT.exec(line)?.[1];
  if (hint !== undefined) return { name: calloutName(hint) ?? 'note', end: /^\{%-?\s*endhint\s*-?%\}$/ };
  const [, kind = '', kindClass] = MARKUA.exec(line) ?? [];
  if (kind !== '') {
    const name = calloutName(kindClass ?? '');
    const end = new RegExp(`^\\{/${kind}\\}$`);
    return name === undefined ? { name: 'note', title: '', classes: [kind], end } : { name, end };
  }
  const [, code = '', rest = ''] = HUGO.exec(line) ?? [];
  const words = rest.trim().split(/\s+/);
  const own =
    calloutName(code) ?? (/^(?:notice|callout|alert|admonition|hint)$/.test(code) ? 'note' : undefined);
  if (own === undefined) return undefined;
  const type = /(?:type|kind|style)="?([\w-]+)/.exec(rest)?.[1] ?? words[0]?.replaceAll('"', '') ?? '';
  const title = /title="([^"]*)"/.exec(rest)?.[1];
  return {
    name: calloutName(type) ?? own,
    ...(title !== undefined && { title }),
    end: new RegExp(`^\\{\\{[<%]\\s*/\\s*${code}\\s*[>%]\\}\\}$`),
  };
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trim();
}
