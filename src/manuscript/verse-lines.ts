// A stanza as lines, each in an element of its own, with its indentation as a class.
import { element, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';

export function verseLines(stanza: ElementNode): ElementNode {
  const { 'data-indents': written = '', ...attributes } = stanza.attributes;
  const indents = written.split(' ').map(Number);
  const lines = splitLines(stanza.children).map((line, index): ElementNode => {
    const step = indents[index] ?? 0;
    const at = stanza.at && { at: { ...stanza.at, line: stanza.at.line + index } };
    return {
      ...element('span', { class: step > 0 ? `verse-line indent-${step}` : 'verse-line' }, line),
      ...at,
    };
  });
  return { ...stanza, attributes, children: lines };
}

/** Markup that runs over several lines is closed at the end of one and opened again on the next. */
function splitLines(flow: Flow): readonly Flow[] {
  return flow
    .map(linesOf)
    .reduce<readonly Flow[]>(
      (lines, [first = [], ...rest]) => [...lines.slice(0, -1), [...(lines.at(-1) ?? []), ...first], ...rest],
      [[]],
    );
}

function linesOf(node: FlowNode): readonly Flow[] {
  if (node.type === 'text')
    return node.value.split('\n').map((value) => (value === '' ? [] : [{ type: 'text', value }]));
  if (node.tag === 'br') return [[], []];
  const lines = splitLines(node.children);
  return lines.length < 2
    ? [[node]]
    : lines.map((children, index) => [
        { ...node, attributes: index === 0 ? node.attributes : withoutId(node), children },
      ]);
}

function withoutId(node: ElementNode): Readonly<Record<string, string>> {
  const { id: _, ...attributes } = node.attributes;
  return attributes;
}
