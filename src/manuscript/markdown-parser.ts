// The parser of a book: CommonMark, and the rules of this table on top. The order is the order they are
// installed in.
import type { Metadata } from '../model/metadata.js';
import { newEngine, setLanguage, useAttributes, type MarkdownEngine } from './markdown-it.js';
import { alert } from './rules/alert.js';
import { attribution } from './rules/attribution.js';
import { attributeBraces } from './rules/attribute-braces.js';
import { bareAddress } from './rules/bare-address.js';
import { castMention } from './rules/cast-mention.js';
import { container } from './rules/container.js';
import { dashes } from './rules/dashes.js';
import { definitionList } from './rules/definition-list.js';
import { figure } from './rules/figure.js';
import { frenchSpacing } from './rules/french-spacing.js';
import { note } from './rules/footnote.js';
import { pairedMarks } from './rules/paired-marks.js';
import { quotes } from './rules/quotes.js';
import { span } from './rules/span.js';
import { tableCaption } from './rules/table-caption.js';
import { taskList } from './rules/task-list.js';
import { undefinedNote } from './rules/undefined-note.js';
import { verse } from './rules/verse.js';

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
  verse,
  container,
  alert,
  'task-list': taskList,
  'definition-list': definitionList,
  'paired-marks': pairedMarks,
  'bare-address': bareAddress,
  note,
  'undefined-note': undefinedNote,
  'cast-mention': castMention,
  span,
  'attribute-braces': attributeBraces,
  attributes: useAttributes,
  figure,
  attribution,
  'table-caption': tableCaption,
  dashes,
  quotes,
  'french-spacing': frenchSpacing,
} as const satisfies Readonly<Record<string, MarkdownRule>>;

export type RuleName = keyof typeof RULES;

/** A parser for one language. */
export function createMarkdown(typography: TypographyOptions): MarkdownEngine {
  const french = /^fr(?!-CH)\b/i.test(typography.language);
  const engine = newEngine(typography.quotes);
  setLanguage(engine, typography.language);
  for (const [name, install] of Object.entries(RULES)) {
    if (name !== 'french-spacing' || french) install(engine);
  }
  return engine;
}
