// Members of the cast found by their names, where the book asks for it.
import type { CastMember } from '../model/cast.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { element, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';
import type { Span } from '../model/source-span.js';

/** Turns every name in a flow into an fm-mention. */
export type NameFinder = (flow: Flow) => Flow;

/**
 * Finds names and aliases as whole words, the longest first, with their capitals as the cast file has them;
 * not in code, links, formulas and marked mentions. A name of several members is none of them: CAST-002.
 */
export function nameFinder(cast: readonly CastMember[]): Outcome<NameFinder> {
  const holders = new Map<string, CastMember[]>();
  for (const member of cast) {
    for (const name of new Set([member.name, ...member.aliases].map(comparable)))
      holders.set(name, [...(holders.get(name) ?? []), member]);
  }
  const sole = new Map(
    [...holders].flatMap(([name, members]) =>
      members.length === 1 && members[0] ? [[name, members[0]]] : [],
    ),
  );
  const shared = [...holders].flatMap(([name, members]) =>
    members.length > 1 ? [sharedName(name, members)] : [],
  );
  const pattern = patternOf([...holders.keys()]);
  return outcome(
    pattern ? (flow) => search(flow, { pattern, sole, line: undefined }) : (flow) => flow,
    shared,
  );
}

interface Search {
  readonly pattern: RegExp;
  readonly sole: ReadonlyMap<string, CastMember>;
  /** The line that the walk has come to; it counts line ends from the beginning of each element. */
  line: Span | undefined;
}

const CLOSED: ReadonlySet<string> = new Set([
  'code',
  'pre',
  'kbd',
  'samp',
  'a',
  'fm-ref',
  'fm-mention',
  'math',
]);

function search(flow: Flow, state: Search): Flow {
  return flow.flatMap((node) => {
    if (node.type === 'text') return searchText(node.value, state);
    if (node.at) state.line = node.at;
    if (node.tag === 'br') state.line = advanced(state.line, 1);
    return CLOSED.has(node.tag) ? [node] : [{ ...node, children: search(node.children, state) }];
  });
}

function searchText(words: string, state: Search): Flow {
  const found: FlowNode[] = [];
  let from = 0;
  for (const match of words.matchAll(state.pattern)) {
    const member = state.sole.get(comparable(match[0]));
    if (!member) continue;
    const before = words.slice(from, match.index);
    state.line = advanced(state.line, lineEnds(before));
    found.push({ type: 'text', value: before }, mention(match[0], member, state.line));
    state.line = advanced(state.line, lineEnds(match[0]));
    from = match.index + match[0].length;
  }
  const rest = words.slice(from);
  state.line = advanced(state.line, lineEnds(rest));
  return [...found, { type: 'text', value: rest } as const].filter(
    (node) => node.type === 'element' || node.value !== '',
  );
}

function mention(words: string, member: CastMember, at: Span | undefined): ElementNode {
  return {
    ...element('fm-mention', { cast: member.id }, [{ type: 'text', value: words }]),
    ...(at && { at }),
  };
}

/** Where the walk is inside a line is not known, so the column goes. */
function advanced(span: Span | undefined, lines: number): Span | undefined {
  return span && { path: span.path, line: span.line + lines };
}

function lineEnds(words: string): number {
  return words.split('\n').length - 1;
}

function patternOf(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined;
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const words = longestFirst.map((name) =>
    name
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/'/g, "['’]")
      .replace(/ /g, '[\\s\\u00a0]+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${words.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'gu');
}

/** Names are the same whatever apostrophes and spaces they are written with. */
function comparable(name: string): string {
  return name
    .replace(/’/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function sharedName(name: string, members: readonly CastMember[]): Finding {
  const [first, second] = members;
  return finding('CAST-002', {
    message:
      `"${name}" is the name of ${members.map((member) => `"${member.id}"`).join(' and ')}, so it is ` +
      'not taken for a mention.',
    ...(second && { at: second.at }),
    ...(first && { related: [{ at: first.at, message: `"${first.id}" has it as well` }] }),
    hint: `Take the name from all but one of them, or mark who is meant: {@${first?.id ?? 'id'}|${name}}.`,
  });
}
