// A line end of the manuscript between two Chinese or Japanese characters is no space: their languages have
// none. https://www.w3.org/TR/css-text-3/#line-break-transform
import type { Flow, FlowNode } from '../model/flow.js';
import { NOT_PROSE } from '../shared/html-elements.js';

/** Without Hangul: Korean parts words by spaces. */
const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fc\\uff01-\\uff60]';
const LINE_END = new RegExp(`(?<=${CJK})\\n(?=${CJK})`, 'gu');
const APART: ReadonlySet<string> = new Set(NOT_PROSE);

/** Takes such line ends out of prose, also where emphasis or a link begins or ends at them. */
export function joinCjkLines(flow: Flow): Flow {
  const texts = proseOf(flow);
  const whole = texts.join('');
  if (whole.search(LINE_END) < 0) return flow;
  const dropped = new Set([...whole.matchAll(LINE_END)].map(({ index }) => index));
  let at = 0;
  const join = (node: FlowNode): FlowNode => {
    if (node.type === 'element')
      return APART.has(node.tag) ? node : { ...node, children: node.children.map(join) };
    const from = at;
    at += node.value.length;
    return {
      ...node,
      value: node.value.replace(/\n/g, (end, index: number) => (dropped.has(from + index) ? '' : end)),
    };
  };
  return flow.map(join);
}

function proseOf(flow: Flow): readonly string[] {
  return flow.flatMap((node) => {
    if (node.type === 'text') return [node.value];
    return APART.has(node.tag) ? [] : proseOf(node.children);
  });
}
