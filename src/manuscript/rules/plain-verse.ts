// Poems in plain lines. In Markdown a line end is a space, and the lines of a poem would run together. Where
// a stanza is clear its lines stay; where lines may be anything, the author is told.
import type { MarkdownEngine, StateCore, Token } from '../markdown-it.js';
import { remarkToken } from './rule-finding.js';

export function plainVerse(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'plain_verse', (state: StateCore) => {
    const found = sectionsOf(paragraphs(state.tokens)).flatMap(judge);
    // From the last to the first, so that places before stay true.
    for (const one of found.reverse()) {
      if (one.verdict === 'verse') setVerse(state, one.at);
      else state.tokens.splice(one.at, 0, remarkToken(state, one.line, RUN_TOGETHER));
    }
    joinStanzas(state);
  });
}

interface Paragraph {
  /** Of its opening token. */
  readonly at: number;
  readonly line: number | undefined;
  readonly lines: readonly string[];
  readonly section: number;
}

/** Paragraphs of several lines, on their own or in a quotation; no list, and no block with a name. */
function paragraphs(tokens: readonly Token[]): readonly Paragraph[] {
  let section = 0;
  let named = 0;
  return tokens.flatMap((token, at) => {
    if (token.type === 'heading_open') section++;
    if (token.nesting !== 0 && !/^(?:paragraph|blockquote|heading|callout)/.test(token.type))
      named += token.nesting;
    const inline = tokens[at + 1];
    if (token.type !== 'paragraph_open' || token.meta || named > 0 || inline?.type !== 'inline') return [];
    const lines = inline.content.split('\n');
    // Line ends that the author has marked are line ends already.
    if (lines.length < 2 || lines.some((line) => /(?: {2}|\\)$/.test(line) || !/\p{L}/u.test(line)))
      return [];
    return [{ at, line: token.map?.[0], lines, section }];
  });
}

function sectionsOf(all: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const sections = new Map<number, Paragraph[]>();
  for (const one of all) sections.set(one.section, [...(sections.get(one.section) ?? []), one]);
  return [...sections.values()];
}

interface Verdict extends Paragraph {
  readonly verdict: 'verse' | 'told';
}

function judge(section: readonly Paragraph[]): readonly Verdict[] {
  const widest = Math.max(...section.flatMap(({ lines }) => lines.map((line) => line.trim().length)));
  const looks = section.map((one) => ({ one, look: lookOf(one.lines, widest) }));
  const count = (some: typeof looks): number => some.reduce((sum, { one }) => sum + one.lines.length, 0);
  const stanzas = looks.filter(({ look }) => isStanza(look));
  const isPoem = count(stanzas) >= 4 && count(stanzas) >= 0.6 * count(looks);
  return looks.flatMap(({ one, look }): readonly Verdict[] => {
    const isClear = look.lines >= 4 && look.capitals === 1 && look.couldGoOn >= 0.5;
    if (isStanza(look) && (isPoem || isClear)) return [{ ...one, verdict: 'verse' }];
    if (isPoem && look.mean <= 45 && look.couldGoOn >= 0.5) return [{ ...one, verdict: 'verse' }];
    return isRagged(look) ? [{ ...one, verdict: 'told' }] : [];
  });
}

interface Look {
  readonly lines: number;
  readonly longest: number;
  readonly mean: number;
  /** The share of lines that begin with a capital. */
  readonly capitals: number;
  /** The share of lines that end a sentence. */
  readonly sentences: number;
  /** The share of lines that had room for the next word: nobody's editor has broken them. */
  readonly couldGoOn: number;
}

function lookOf(written: readonly string[], widest: number): Look {
  const lines = written.map((line) => line.trim());
  const share = (test: (line: string, index: number) => boolean, of = lines): number =>
    of.length === 0 ? 0 : of.filter(test).length / of.length;
  return {
    lines: lines.length,
    longest: Math.max(...lines.map((line) => line.length)),
    mean: lines.reduce((sum, line) => sum + line.length, 0) / lines.length,
    capitals: share((line) => /^[^\p{L}\p{N}]*\p{Lu}/u.test(line)),
    sentences: share((line) => /[.!?…]["'”’»)*_]*$/.test(line)),
    couldGoOn: share(
      (line, index) => line.length + 1 + (/^\S+/.exec(lines[index + 1] ?? '')?.[0].length ?? 0) <= widest,
      lines.slice(0, -1),
    ),
  };
}

/** Short lines with a capital each, which are not a sentence each. */
function isStanza(look: Look): boolean {
  const isSure = look.capitals === 1 && look.lines >= 4;
  return (
    look.longest <= 75 &&
    look.mean <= 58 &&
    look.capitals >= 0.8 &&
    look.couldGoOn >= (isSure ? (look.mean <= 45 ? 0 : 0.2) : 0.5) &&
    (look.sentences < 0.75 || look.mean <= 35)
  );
}

/** Short lines that end where they need not: an address, a recipe, a poem without capitals. */
function isRagged(look: Look): boolean {
  return look.lines >= 3 && look.longest <= 60 && look.couldGoOn >= 0.7 && look.sentences < 0.75;
}

function setVerse(state: StateCore, at: number): void {
  const [open, inline] = state.tokens.slice(at, at + 2);
  if (!open || !inline) return;
  const lines = inline.content.split('\n');
  const indents = lines.map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  open.meta = { class: 'stanza', indents: indents.map((indent) => Math.ceil(indent / 2)).join(' ') };
  inline.content = lines.map((line) => line.trim()).join('\n');
}

/** Stanzas that follow each other are one poem. */
function joinStanzas(state: StateCore): void {
  const isStanzaAt = (at: number): boolean => {
    const token = state.tokens[at];
    return token?.type === 'paragraph_open' && token.meta?.['class'] === 'stanza';
  };
  const inVerse = versePlaces(state.tokens);
  const joined: Token[] = [];
  const depth = { open: false };
  state.tokens.forEach((token, at) => {
    const starts = isStanzaAt(at) && !inVerse.has(at);
    if (starts && !depth.open) {
      joined.push(remarkToken(state, token.map?.[0], SET_AS_VERSE), poem(state, token, 1));
      depth.open = true;
    } else if (depth.open && !starts && token.type !== 'inline' && token.type !== 'paragraph_close') {
      joined.push(poem(state, token, -1));
      depth.open = false;
    }
    joined.push(token);
  });
  if (depth.open) joined.push(poem(state, undefined, -1));
  state.tokens = joined;
}

/** Stanzas that stand in a poem already. */
function versePlaces(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  let depth = 0;
  tokens.forEach((token, at) => {
    if (/^(?:verse|line_block)_/.test(token.type)) depth += token.nesting;
    if (depth > 0) places.add(at);
  });
  return places;
}

function poem(state: StateCore, token: Token | undefined, nesting: 1 | -1): Token {
  return Object.assign(new state.Token(nesting === 1 ? 'poem_open' : 'poem_close', 'div', nesting), {
    block: true,
    level: token?.level ?? 0,
    ...(nesting === 1 && { meta: { class: 'verse' }, ...(token?.map && { map: token.map }) }),
  });
}

const SET_AS_VERSE = {
  code: 'MARK-006',
  message: 'Lines that look like verse are set as verse.',
  hint: 'Write "::: verse" and ":::" around them, or "::: prose" around lines that are prose.',
} as const;

const RUN_TOGETHER = {
  code: 'MARK-007',
  message: 'The ends of these short lines are set as spaces.',
  hint: 'Write "::: verse" and ":::" around lines that stay lines, or "::: prose" around prose.',
} as const;
