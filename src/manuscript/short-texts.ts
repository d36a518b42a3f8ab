// Texts that do not stand in a file of their own: a title in front matter, a dedication, the note on a cast
// member.
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { mapFlow, type Flow } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import { nameBlocks } from './text-blocks.js';
import { readFragment, type ParsedFragment } from './parse-fragment.js';
import type { TypographyOptions } from './markdown-parser.js';
import { sourceText } from './source-text.js';

export interface ShortText {
  readonly markdown: string;
  /** Where it stands: what is wrong in it is told there. */
  readonly at: Span;
  readonly typography: TypographyOptions;
}

/** A text within a line, such as a title. Finding: TEXT-015 for notes, which cannot stand there. */
export function readInline(short: ShortText): Outcome<Flow> {
  const read = readShort(short);
  const [only, another] = read.value;
  return outcome(
    only?.type === 'element' && only.tag === 'p' && !another ? only.children : read.value,
    read.diagnostics,
  );
}

/** A text of one paragraph or more; `owner` names its blocks. Finding: TEXT-015. */
export function readMarkdown(short: ShortText & { readonly owner: string }): Outcome<Flow> {
  const read = readShort(short);
  return outcome(nameBlocks(read.value, short.owner), read.diagnostics);
}

function readShort({ markdown, at, typography }: ShortText): Outcome<Flow> {
  const read = readFragment({ ...sourceText(at.path, markdown), within: at }, typography);
  const flow = mapFlow(read.value.flow, (node) =>
    node.type === 'element' && node.tag === 'fm-note' ? [] : node,
  );
  return outcome(flow, [...read.diagnostics, ...misplacedNotes(read.value, at)]);
}

function misplacedNotes(fragment: ParsedFragment, at: Span): readonly Finding[] {
  if (fragment.notes.length === 0) return [];
  return [
    finding('TEXT-015', {
      message: 'Footnote reference not allowed here.',
      at,
      hint: 'Put its words into the text, or call it from a chapter.',
    }),
  ];
}
