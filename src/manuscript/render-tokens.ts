// From tokens to HTML, and beside it a list of which piece of the HTML came from where. Our own renderer
// rather than markdown-it's: it knows the place of every tag, and which tags are the author's own HTML and
// not to be trusted.
import { finding, type Finding } from '../model/finding.js';
import type { ReadingEnv, Token } from './markdown-it.js';
import { closingIndex } from './rules/closing-token.js';
import type { RuleRemark } from './rules/rule-finding.js';
import { placeFinder, placesInNote, spanOf, type SourcePlace, type SourceText } from './source-text.js';
import { closeTag, openTag, wordsOf } from './token-tags.js';

/** A stretch of HTML that begins at `start` and stands at `place`; `raw`: written by the author as HTML. */
export interface RenderedPiece {
  readonly start: number;
  readonly place: SourcePlace;
  readonly kind: 'open' | 'close' | 'text' | 'raw';
}

export interface Rendered {
  readonly html: string;
  readonly pieces: readonly RenderedPiece[];
}

export interface RenderedText {
  readonly body: Rendered;
  /** In the order of markdown-it-footnote's list, which `fm-note ref` counts. */
  readonly notes: readonly { readonly rendered: Rendered; readonly place: SourcePlace }[];
  readonly diagnostics: readonly Finding[];
}

export function renderTokens(source: SourceText, tokens: readonly Token[], env: ReadingEnv): RenderedText {
  const diagnostics: Finding[] = [];
  const calls = new Map<number, SourcePlace>();
  const scribe = (at: SourcePlace): Scribe => ({
    source,
    env,
    calls,
    diagnostics,
    pieces: [],
    parts: [],
    length: 0,
    place: at,
  });
  const tail = tokens.findIndex((token) => token.type === 'footnote_block_open');
  const body = write(tail < 0 ? tokens : tokens.slice(0, tail), scribe({ line: 1 }));
  const notes = noteTokens(tail < 0 ? [] : tokens.slice(tail)).map((inner, index) => {
    const place = calls.get(index) ?? { line: 1 };
    return { rendered: write(inner, scribe(place)), place: firstPlace(inner) ?? place };
  });
  return { body, notes, diagnostics };
}

/** Writes one text; `place` is where the pen stands, for tokens that have no place of their own. */
interface Scribe {
  readonly source: SourceText;
  readonly env: ReadingEnv;
  readonly calls: Map<number, SourcePlace>;
  readonly diagnostics: Finding[];
  readonly pieces: RenderedPiece[];
  readonly parts: string[];
  length: number;
  place: SourcePlace;
}

function write(tokens: readonly Token[], scribe: Scribe): Rendered {
  for (const token of tokens) {
    if (token.map) scribe.place = { line: token.map[0] + 1 };
    if (token.type === 'inline' && !token.hidden) writeInline(token, scribe);
    else writeToken(token, scribe);
  }
  return { html: scribe.parts.join(''), pieces: scribe.pieces };
}

function writeInline(token: Token, scribe: Scribe): void {
  const home = scribe.place;
  const placeOf = placesIn(token, scribe);
  for (const child of token.children ?? []) {
    const offset = scribe.env.places.get(child);
    if (offset !== undefined && child.nesting >= 0) scribe.place = placeOf(offset);
    if (child.type === 'link_open' && child.info !== 'auto') scribe.place = before(scribe.place);
    writeToken(child, scribe);
  }
  scribe.place = home;
}

function placesIn(token: Token, { source, place }: Scribe): (offset: number) => SourcePlace {
  if (!token.map && place.column !== undefined)
    return placesInNote(token.content, { line: place.line, column: place.column });
  return placeFinder(source, { content: token.content, line: token.map ? token.map[0] + 1 : place.line });
}

/** markdown-it reports a link from inside its brackets. */
function before(place: SourcePlace): SourcePlace {
  return place.column === undefined ? place : { ...place, column: place.column - 1 };
}

function writeToken(token: Token, scribe: Scribe): void {
  if (token.hidden) return;
  switch (token.type) {
    case 'remark':
      scribe.diagnostics.push(said(token, scribe));
      return;
    case 'html_block':
    case 'html_inline':
      put(scribe, 'raw', token.content);
      return;
    case 'text':
    case 'text_special':
      put(scribe, 'text', escapeText(token.content));
      return;
    case 'softbreak':
      put(scribe, 'text', '\n');
      return;
    case 'hardbreak':
      put(scribe, 'open', '<br>');
      return;
    case 'hr':
      put(scribe, 'open', openTag({ tag: 'fm-break', token }));
      put(scribe, 'close', closeTag('fm-break'));
      return;
    case 'image':
      put(scribe, 'open', openTag({ tag: 'img', token, more: { alt: wordsOf(token.children ?? []) } }));
      return;
    case 'code_inline':
      writeCode(scribe, token, 'code');
      return;
    case 'code_block':
    case 'fence':
      writeCode(scribe, token, 'pre');
      return;
    case 'footnote_ref':
      writeCall(scribe, token);
      return;
    case 'footnote_anchor':
      return;
    default:
      put(
        scribe,
        token.nesting < 0 ? 'close' : 'open',
        token.nesting < 0 ? closeTag(token.tag) : openTag({ tag: token.tag, token }),
      );
  }
}

function writeCode(scribe: Scribe, token: Token, tag: 'code' | 'pre'): void {
  put(scribe, 'open', openTag({ tag, token }));
  const language = token.info.trim().split(/\s+/)[0];
  if (tag === 'pre')
    put(
      scribe,
      'open',
      openTag({ tag: 'code', ...(language ? { more: { class: `language-${language}` } } : {}) }),
    );
  put(scribe, 'text', escapeText(token.content));
  put(scribe, 'close', tag === 'pre' ? '</code></pre>' : '</code>');
}

function writeCall(scribe: Scribe, token: Token): void {
  const note = Number(token.meta?.['id']);
  if (!scribe.calls.has(note)) scribe.calls.set(note, scribe.place);
  put(scribe, 'open', openTag({ tag: 'fm-note', more: { ref: String(note) } }));
  put(scribe, 'close', closeTag('fm-note'));
}

function put(scribe: Scribe, kind: RenderedPiece['kind'], html: string): void {
  scribe.pieces.push({ start: scribe.length, place: scribe.place, kind });
  scribe.parts.push(html);
  scribe.length += html.length;
}

function said(token: Token, scribe: Scribe): Finding {
  const { code, ...rest } = token.meta as unknown as RuleRemark;
  return finding(code, { ...rest, at: spanOf(scribe.source, scribe.place) });
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function noteTokens(tail: readonly Token[]): readonly (readonly Token[])[] {
  return tail.flatMap((open, index) => {
    if (open.type !== 'footnote_open') return [];
    return [tail.slice(index + 1, closingIndex(tail, index, { type: 'footnote_close' }))];
  });
}

function firstPlace(tokens: readonly Token[]): SourcePlace | undefined {
  const map = tokens.find((token) => token.map)?.map;
  return map ? { line: map[0] + 1 } : undefined;
}
