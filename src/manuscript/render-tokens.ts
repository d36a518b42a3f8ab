// From tokens to HTML, and beside it a list of which piece of the HTML came from where. Our own renderer
// rather than markdown-it's: it knows the place of every tag, and which tags are the author's own HTML and
// not to be trusted.
import { finding, type Finding } from '../model/finding.js';
import type { ReadingEnv, Token } from './markdown-it.js';
import { closingIndex } from './rules/closing-token.js';
import { macroDefinitions } from './tex-macros.js';
import { mathmlOf } from './tex-to-mathml.js';
import { withoutUnknownTags } from './unknown-tags.js';
import type { RuleRemark } from './rules/rule-finding.js';
import { placeFinder, placesInNote, spanOf, type SourcePlace, type SourceText } from './source-text.js';

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
  const macros = macroDefinitions(source.markdown);
  const scribe = (at: SourcePlace): Scribe => ({
    source,
    env,
    calls,
    macros,
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
  /** Definitions in TeX. */
  readonly macros: string;
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
      writeHtml(scribe, token.content);
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
    case 'math_inline':
    case 'math_block':
      writeFormula(scribe, token);
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

/** TEXT-023: a name in angle brackets that is no element. */
function writeHtml(scribe: Scribe, content: string): void {
  const { html, unknown } = withoutUnknownTags(content, scribe.source.markdown);
  put(scribe, unknown.length > 0 && !html.includes('<') ? 'text' : 'raw', closeTags(mathmlNames(html)));
  for (const tag of unknown)
    scribe.diagnostics.push(
      finding('TEXT-023', {
        message: `HTML has no element "${tag}", so it is printed as typed.`,
        at: spanOf(scribe.source, scribe.place),
        hint: 'Write \\< for the sign "<", or put code between backticks.',
      }),
    );
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

/** TEXT-030: TeX that cannot be read is printed as code. */
function writeFormula(scribe: Scribe, token: Token): void {
  const [tex, display] = [String(token.meta?.['tex']), token.meta?.['display'] === true];
  const read = mathmlOf({ tex, display, block: token.type === 'math_block' }, scribe.macros);
  if ('mathml' in read) {
    put(scribe, 'open', read.mathml);
    return;
  }
  scribe.diagnostics.push(
    finding('TEXT-030', {
      message: `The TeX of this formula has a mistake, and the formula is printed as code: ${read.fault}`,
      at: spanOf(scribe.source, scribe.place),
      hint: 'Correct the TeX. For a plain dollar sign, write \\$.',
    }),
  );
  put(scribe, 'open', '<code class="language-tex">');
  put(scribe, 'text', escapeText(tex.trim()));
  put(scribe, 'close', '</code>');
}

function writeCall(scribe: Scribe, token: Token): void {
  const note = Number(token.meta?.['id']);
  if (!scribe.calls.has(note)) scribe.calls.set(note, scribe.place);
  put(scribe, 'open', openTag({ tag: 'fm-note', more: { ref: String(note) } }));
  put(scribe, 'close', closeTag('fm-note'));
}

/**
 * `<a id="x"/>` closes nothing in HTML, and would take in all that follows: it gets its end tag. Line numbers
 * stay.
 */
function closeTags(html: string): string {
  return html.replace(
    /<((?:a|b|i|em|strong|span|div|p|small|sup|sub|section|center|font)\b)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
    '<$1$2></$1>',
  );
}

/** Converters write MathML with a prefix, `<mml:mi>`, which HTML does not know. */
function mathmlNames(html: string): string {
  return html.replace(/(<\/?)(?:m|mml|math):(?=m[a-z]+[\s/>])/g, '$1');
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

// How a token is written as a tag.

interface Tag {
  readonly tag: string;
  readonly token?: Token;
  readonly more?: Readonly<Record<string, string>>;
}

/** An opening tag with the token's attributes; `more` wins over them. */
function openTag({ tag, token, more = {} }: Tag): string {
  const attributes = { ...(token ? attributesOf(token) : {}), ...more };
  return `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')}>`;
}

function closeTag(tag: string): string {
  return `</${tag}>`;
}

/** The words of inline tokens without their markup, as an image's description is. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return wordsOf(token.children ?? []);
      return token.type.startsWith('html') ? '' : token.content;
    })
    .join('');
}

function attributesOf(token: Token): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of token.attrs ?? []) {
    if (/^[A-Za-z][\w:.-]*$/.test(name)) attributes[name] = String(value);
  }
  const classes = [
    containerName(token),
    token.meta?.['class'],
    alignment(attributes),
    attributes['class'],
  ].filter(Boolean);
  if (classes.length > 0) attributes['class'] = classes.join(' ');
  const indents = token.meta?.['indents'];
  if (typeof indents === 'string') attributes['data-indents'] = indents;
  return attributes;
}

function containerName(token: Token): string | undefined {
  return token.type === 'container_block_open' ? /[A-Za-z][\w-]*/.exec(token.info)?.[0] : undefined;
}

/** markdown-it aligns the cells of a table by a style; a class leaves the say to the book's styles. */
function alignment(attributes: Record<string, string>): string | undefined {
  const aligned = /^text-align:(left|right|center)$/.exec(attributes['style'] ?? '')?.[1];
  if (aligned) delete attributes['style'];
  return aligned && `align-${aligned}`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
