// The one door to markdown-it and its plugins: everything else in this room names their types through here.
import MarkdownIt from 'markdown-it';
import attrs from 'markdown-it-attrs';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import type { Env, MarkdownIt as Parser, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

export type MarkdownEngine = Parser;
export type { StateBlock, StateCore, StateInline, Token };

/** What one reading carries through the parser, beside what markdown-it and its plugins keep there. */
export interface ReadingEnv extends Env {
  /**
   * Where each inline token begins in the text of its block; in a note `^[written here]`, in the text of the
   * note.
   */
  readonly places: WeakMap<Token, number>;
  /** Kept by markdown-it-footnote. */
  footnotes?: Footnotes;
}

/**
 * `refs`: notes defined under a label, −1 while none has called them; `list`: notes in the order of their
 * first call.
 */
export interface Footnotes {
  readonly refs?: Readonly<Record<string, number>>;
  readonly list?: readonly { readonly label?: string }[];
}

/**
 * A parser with CommonMark, tables, raw HTML and smart quotes, that remembers where inline tokens stood.
 * `quotes`: primary open and close, secondary open and close.
 */
export function newEngine(quotes: readonly string[]): MarkdownEngine {
  const engine = new MarkdownIt({ html: true, typographer: true, quotes: [...quotes] });
  engine.disable(['replacements', 'strikethrough', 'linkify']);
  // Addresses are judged on the tree, with a finding; markdown-it would turn a bad link into plain text
  // without a word.
  engine.validateLink = () => true;
  rememberPlaces(engine);
  return engine;
}

export function useAttributes(engine: MarkdownEngine): void {
  attrs(engine, { fenceAttrsOnPre: false, errorHandler: rethrow });
}

export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** The rule of markdown-it-deflist, for a rule that asks first whether a list is meant. */
export function definitionRule(engine: MarkdownEngine): BlockRule {
  const rules: BlockRule[] = [];
  const ruler = { before: (_name: string, _rule: string, read: BlockRule) => rules.push(read) };
  deflist({ utils: engine.utils, block: { ruler } });
  const [read] = rules;
  if (!read) throw new Error('markdown-it-deflist installs no block rule');
  return read;
}

export function useNotes(engine: MarkdownEngine): void {
  footnote(engine);
}

/** The language of the text that an engine reads; a BCP 47 tag. */
export function languageOf(engine: MarkdownEngine): string {
  return languages.get(engine) ?? 'en';
}

export function setLanguage(engine: MarkdownEngine, language: string): void {
  languages.set(engine, language);
}

const languages = new WeakMap<MarkdownEngine, string>();

function rethrow(error: Error, pattern: string): never {
  throw new Error(`markdown-it-attrs failed in its pattern "${pattern}"`, { cause: error });
}

function rememberPlaces(engine: MarkdownEngine): void {
  const Plain = engine.inline.State;
  engine.inline.State = class extends Plain {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      // Absent where the parser is used without a reading, as the CommonMark examples do.
      (this.env as Partial<ReadingEnv>).places?.set(token, this.pos);
      return token;
    }
  };
}
