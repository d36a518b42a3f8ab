// One text from Markdown to a flow, with its notes: the steps that every text takes, a chapter as well as a
// dedication.
import { outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Flow } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import { settleAddresses } from './resolve-addresses.js';
import { findControls } from './control-characters.js';
import type { ReadingEnv } from './markdown-it.js';
import { flowFromHtml } from './flow-from-html.js';
import { findLosses } from './parser-losses.js';
import { createMarkdown, type TypographyOptions } from './markdown-parser.js';
import { renderTokens, type Rendered } from './render-tokens.js';
import { shapeFlow } from './markup-conventions.js';
import { spanOf, type SourceText } from './source-text.js';
import type { Metadata } from '../model/metadata.js';

/**
 * A text that has no name yet: its notes are called by their place in `notes`, its headings and figures have
 * no anchors.
 */
export interface ParsedFragment {
  readonly flow: Flow;
  readonly notes: readonly { readonly flow: Flow; readonly at: Span }[];
}

/** Once for the same source: a file that did not change between two builds is the same (`readTextFile`). */
export function readFragment(source: SourceText, typography: TypographyOptions): Outcome<ParsedFragment> {
  const known = readings.get(source) ?? new Map<string, Outcome<ParsedFragment>>();
  readings.set(source, known);
  const name = JSON.stringify(typography);
  const fragment = known.get(name) ?? fragmentOf(source, typography);
  known.set(name, fragment);
  return fragment;
}

const readings = new WeakMap<SourceText, Map<string, Outcome<ParsedFragment>>>();

function fragmentOf(source: SourceText, typography: TypographyOptions): Outcome<ParsedFragment> {
  const engine = createMarkdown(typography);
  const env: ReadingEnv = { places: new WeakMap() };
  const tokens = engine.parse(source.markdown, env);
  const rendered = renderTokens(source, tokens, env);
  const diagnostics: Finding[] = [
    ...findControls(source),
    ...findLosses(source, { tokens, env, engine }),
    ...rendered.diagnostics,
  ];
  const take = (part: Rendered): Flow => {
    const read = flowFromHtml(source, part);
    const settled = settleAddresses(read.value, source.path);
    diagnostics.push(...read.diagnostics, ...settled.diagnostics);
    return directCode(shapeFlow(settled.value), typography.direction);
  };
  const flow = take(rendered.body);
  const notes = rendered.notes.map((note) => ({ flow: take(note.rendered), at: spanOf(source, note.place) }));
  return outcome({ flow, notes }, diagnostics);
}

// Code runs to the right, also in a text that runs to the left, where its brackets and signs would change
// places.

const CODE: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'math']);

/**
 * Gives code its direction where what is around it has another, unless the author gave it one; `around` is
 * the flow's own.
 */
function directCode(flow: Flow, around: Metadata['direction']): Flow {
  return flow.map((node) => {
    if (node.type === 'text') return node;
    const said = node.attributes['dir'];
    const needs = CODE.has(node.tag) && around === 'rtl' && said === undefined;
    const own = needs || said === 'ltr' ? 'ltr' : said === 'rtl' ? 'rtl' : around;
    return {
      ...node,
      ...(needs ? { attributes: { ...node.attributes, dir: 'ltr' } } : {}),
      children: directCode(node.children, own),
    };
  });
}
