// The parser of a book: CommonMark, and the rules of this table on top. The order is the order they are
// installed in.
import type { Metadata } from '../model/metadata.js';
import { newEngine, setLanguage, useAttributes, type MarkdownEngine } from './markdown-it.js';
import { alert } from './rules/alert.js';
import { attributeBraces } from './rules/attribute-braces.js';
import { attribution } from './rules/attribution.js';
import { bareAddress } from './rules/bare-address.js';
import { castMention } from './rules/cast-mention.js';
import { citation } from './rules/citation.js';
import { codeCell } from './rules/code-cell.js';
import { hiddenRust } from './rules/hidden-rust.js';
import { container } from './rules/container.js';
import { contentsMark } from './rules/contents-mark.js';
import { dashes } from './rules/dashes.js';
import { definitionList } from './rules/definition-list.js';
import { figure } from './rules/figure.js';
import { mathematics } from './rules/mathematics.js';
import { note } from './rules/footnote.js';
import { foreignMarks } from './rules/foreign-marks.js';
import { frenchSpacing } from './rules/french-spacing.js';
import { gridTable } from './rules/grid-table.js';
import { kramdown } from './rules/kramdown.js';
import { letteredList } from './rules/lettered-list.js';
import { lineBlock } from './rules/line-block.js';
import { pageBreak } from './rules/page-break.js';
import { oneLetterWords } from './rules/one-letter-words.js';
import { pairedMarks } from './rules/paired-marks.js';
import { plainVerse } from './rules/plain-verse.js';
import { quotes } from './rules/quotes.js';
import { rawTex } from './rules/raw-tex.js';
import { ruby } from './rules/ruby.js';
import { ruledTable } from './rules/ruled-table.js';
import { setApart } from './rules/set-apart.js';
import { quotesInPairs } from './rules/quotes-in-pairs.js';
import { span } from './rules/span.js';
import { tableCaption } from './rules/table-caption.js';
import { taggedCallout } from './rules/tagged-callout.js';
import { taskList } from './rules/task-list.js';
import { toolCommands } from './rules/tool-commands.js';
import { oddLinks } from './rules/odd-links.js';
import { prefixedMathml } from './rules/prefixed-mathml.js';
import { undefinedNote } from './rules/undefined-note.js';
import { unnumbered } from './rules/unnumbered.js';
import { verse } from './rules/verse.js';
import { wikiLink } from './rules/wiki-link.js';

export type MarkdownRule = (engine: MarkdownEngine) => void;

export interface TypographyOptions {
  /** BCP 47. */
  readonly language: string;
  /** The way the book runs; a chapter in another language keeps it. */
  readonly direction: Metadata['direction'];
  /** Primary open and close, secondary open and close. */
  readonly quotes: readonly [string, string, string, string];
}

/** Each rule by its name, as tests and docs call it. */
export const RULES = {
  mathematics,
  verse,
  container,
  'contents-mark': contentsMark,
  'page-break': pageBreak,
  'tagged-callout': taggedCallout,
  'set-apart': setApart,
  'tool-commands': toolCommands,
  'raw-tex': rawTex,
  'line-block': lineBlock,
  'grid-table': gridTable,
  'ruled-table': ruledTable,
  'lettered-list': letteredList,
  'foreign-marks': foreignMarks,
  'plain-verse': plainVerse,
  'code-cell': codeCell,
  'hidden-rust': hiddenRust,
  kramdown,
  unnumbered,
  citation,
  ruby,
  'wiki-link': wikiLink,
  alert,
  'task-list': taskList,
  'definition-list': definitionList,
  'paired-marks': pairedMarks,
  'bare-address': bareAddress,
  note,
  'undefined-note': undefinedNote,
  'odd-links': oddLinks,
  'prefixed-mathml': prefixedMathml,
  'cast-mention': castMention,
  span,
  'attribute-braces': attributeBraces,
  attributes: useAttributes,
  figure,
  attribution,
  'table-caption': tableCaption,
  dashes,
  'quotes-in-pairs': quotesInPairs,
  quotes,
  'french-spacing': frenchSpacing,
  'one-letter-words': oneLetterWords,
} as const satisfies Readonly<Record<string, MarkdownRule>>;

export type RuleName = keyof typeof RULES;

/** The rules that hold for some languages alone. */
const ONLY_IN: Readonly<Partial<Record<RuleName, RegExp>>> = {
  'quotes-in-pairs': /^(?:ja|zh)\b/i,
  'french-spacing': /^fr(?!-CH)\b/i,
  'one-letter-words': /^(?:cs|sk|pl)\b/i,
};

/** A parser for one language. */
export function createMarkdown(typography: TypographyOptions): MarkdownEngine {
  const engine = newEngine(typography.quotes);
  setLanguage(engine, typography.language);
  for (const name of Object.keys(RULES) as RuleName[]) {
    if (ONLY_IN[name]?.test(typography.language) !== false) RULES[name](engine);
  }
  return engine;
}
