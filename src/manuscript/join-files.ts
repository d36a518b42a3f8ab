// Several files as one chapter: each later file is a section of the first.
import { outcome, type Finding } from '../model/finding.js';
import { element, mapFlow, textOf, type Flow, type FlowNode } from '../model/flow.js';
import type { TextFile } from './chapter-file.js';
import { readFile, type FileOrder } from './file-chapters.js';
import { titleOfFlow } from './file-title.js';
import type { TypographyOptions } from './markdown-parser.js';
import type { ParsedFragment } from './parse-fragment.js';
import { readInline } from './short-texts.js';
import { fileId } from './slugs.js';
import { headingLevel } from './split-chapters.js';

export interface Section {
  readonly file: TextFile;
  readonly typography: TypographyOptions;
  readonly depth: number;
}

/** The order of the first file with the text of all. */
export function joinSections(order: FileOrder, sections: readonly Section[]): FileOrder {
  const first = readFile(order);
  const diagnostics: Finding[] = [...first.diagnostics];
  const notes = [...first.value.notes];
  const flow = [...atDepth(first.value.flow, order.file, 0)];
  const joined: Record<string, string> = {};
  for (const section of sections) {
    const read = readFile({ ...order, ...section });
    diagnostics.push(...read.diagnostics);
    const { path } = section.file.source;
    const text = withNotesFrom(read.value, notes.length);
    const anchor = order.uniqueId(`section-${fileId(path)}`);
    const { content, begin } = withAnchor(titled(text.flow, section), anchor);
    joined[path] = begin;
    flow.push(...content);
    notes.push(...text.notes);
  }
  return { ...order, fragment: outcome({ flow, notes }, diagnostics), joined };
}

/** The headings of a text with its title at level 1 and `depth` more. */
function atDepth(flow: Flow, file: TextFile, depth: number): Flow {
  const { title, depth: own } = titleOfFlow(flow, file.frontMatter.title);
  return flow.map((node) => {
    const written = headingLevel(node);
    if (written === Infinity || node.type === 'text') return node;
    const level = node === title ? 1 : Math.max(title ? 2 : 1, written - own + 1);
    return { ...node, tag: `h${Math.min(6, level + depth)}` };
  });
}

/** A title in front matter alone is the heading of its section. */
function titled(flow: Flow, { file, typography, depth }: Section): Flow {
  const { frontMatter, source } = file;
  const has = titleOfFlow(flow, frontMatter.title).title;
  const set = atDepth(flow, file, depth);
  if (has || frontMatter.title === undefined) return set;
  const at = frontMatter.titleAt ?? { path: source.path, line: 1 };
  const words = readInline({ markdown: frontMatter.title, at, typography }).value;
  return [{ ...element(`h${Math.min(6, 1 + depth)}`, {}, words), at }, ...set];
}

/** Where links to the file lead: its first heading, or its first block. */
function withAnchor(flow: Flow, anchor: string): { content: Flow; begin: string } {
  const at = flow.findIndex((node) => node.type === 'element' && textOf([node]).trim() !== '');
  const node = flow[at];
  if (node?.type !== 'element') return { content: flow, begin: anchor };
  const begin = node.attributes['id'] ?? anchor;
  const named: FlowNode = { ...node, attributes: { ...node.attributes, id: begin } };
  return { content: flow.map((one) => (one === node ? named : one)), begin };
}

function withNotesFrom(fragment: ParsedFragment, first: number): ParsedFragment {
  const shift = (flow: Flow): Flow =>
    mapFlow(flow, (node) => {
      if (node.type === 'text' || node.tag !== 'fm-note') return node;
      const ref = String(Number(node.attributes['ref']) + first);
      return { ...node, attributes: { ...node.attributes, ref } };
    });
  return {
    flow: shift(fragment.flow),
    notes: fragment.notes.map((note) => ({ ...note, flow: shift(note.flow) })),
  };
}
