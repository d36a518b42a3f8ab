// From HTML to a flow: parse5 reads it as a browser would, and what comes out is judged element by element
// against the allow-list. Judging happens on the tree, never on the text, so that no trick of spelling gets
// through.
import {
  defaultTreeAdapter,
  html as markup,
  parseFragment,
  type DefaultTreeAdapterTypes,
  type Token as ParserToken,
} from 'parse5';
import { outcome, type Finding, type Outcome, finding } from '../model/finding.js';
import { text, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import { fateOf, mayHave, type Kind } from './allowed-html.js';
import { withoutControls } from './control-characters.js';
import { readImageLength, readImageStyle, type WrittenSize } from './image-sizes.js';
import { soundMathValue, soundValue } from './attribute-values.js';
import { modernizeElement } from './old-html.js';
import { repairFormula } from './repair-formula.js';
import { repairTree } from './repair-tree.js';
import { soundId } from '../shared/sound-id.js';
import {
  attributeLeftOut,
  elementLeftOut,
  formulaChanged,
  idChanged,
  tooDeep,
  valueLeftOut,
} from './omitted-html.js';
import type { RenderedPiece, Rendered } from './render-tokens.js';
import { spanOf, type SourcePlace, type SourceText } from './source-text.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The flow of a rendered text, every element with its place. Findings: TEXT-005 HTML that swallows text,
 * TEXT-006 and TEXT-007 what is left out, TEXT-003 markup nested without end.
 */
export function flowFromHtml(source: SourceText, rendered: Rendered): Outcome<Flow> {
  const body = defaultTreeAdapter.createElement('body', markup.NS.HTML, []);
  // Without scripting, so that <noscript> is read as the elements it holds.
  const tree = parseFragment(body, rendered.html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const reading: Reading = { source, rendered, diagnostics: [], seen: new Set() };
  const flow = nodesOf(tree.childNodes, { reading, place: { line: 1 }, depth: 0 });
  const told = reading.diagnostics.some((one) => one.code === 'TEXT-005' || one.code === 'TEXT-003');
  const repaired = repairTree(flow);
  return outcome(repaired.value, [
    ...reading.diagnostics,
    ...repaired.diagnostics,
    ...(told
      ? []
      : [...swallowed(source, rendered, reading.seen), ...misplaced(source, rendered, reading.seen)]),
  ]);
}

interface Reading {
  readonly source: SourceText;
  readonly rendered: Rendered;
  readonly diagnostics: Finding[];
  /** Where in the HTML the elements of the tree began. */
  readonly seen: Set<number>;
}

/** Around a node: `place` is where its parent stands, for what the parser made up. */
interface Around {
  readonly reading: Reading;
  readonly place: SourcePlace;
  readonly depth: number;
}

/** Far deeper than the parser's blocks go; what walks a flow may count on it. */
const DEEPEST = 300;

function nodesOf(nodes: readonly Node[], around: Around): Flow {
  return nodes.flatMap((node) => nodeOf(node, around));
}

function nodeOf(node: Node, around: Around): FlowNode | Flow {
  if (defaultTreeAdapter.isTextNode(node)) return textNode(node.value);
  return defaultTreeAdapter.isElementNode(node) ? elementNode(node, around) : [];
}

function textNode(value: string): Flow {
  const clean = withoutControls(value);
  return clean === '' ? [] : [text(clean)];
}

function elementNode(node: Element, around: Around): FlowNode | Flow {
  const { reading } = around;
  const from = originOf(node.sourceCodeLocation, around);
  const inside: Around = { reading, place: from.place, depth: around.depth + 1 };
  const at = spanOf(reading.source, from.place);
  if (around.depth > DEEPEST) {
    if (!reading.diagnostics.some((one) => one.code === 'TEXT-003'))
      reading.diagnostics.push(tooDeep(DEEPEST, at));
    return [];
  }
  if (from.raw) modernizeElement(node);
  const kind = { tag: node.tagName, namespace: node.namespaceURI };
  const fate = from.raw ? fateOf(kind) : 'keep';
  if (fate !== 'keep')
    reading.diagnostics.push(
      elementLeftOut(node.tagName, { fate, at, isClosed: Boolean(node.sourceCodeLocation?.endTag) }),
    );
  if (fate === 'drop') return [];
  if (from.raw && isFormula(node))
    for (const tag of repairFormula(node)) reading.diagnostics.push(formulaChanged(tag, at));
  const children = nodesOf(node.childNodes, inside);
  if (fate === 'unwrap') return children;
  if (node.tagName === 'hr') return { type: 'element', tag: 'fm-break', attributes: {}, children: [], at };
  // An end tag without a beginning makes an empty paragraph.
  if (node.tagName === 'p' && children.length === 0 && node.attrs.length === 0) return [];
  return {
    type: 'element',
    tag: node.tagName,
    attributes: attributesOf(node, { at, raw: from.raw, reading }),
    children,
    at,
  } satisfies ElementNode;
}

function isFormula(node: Element): boolean {
  return node.namespaceURI === markup.NS.MATHML && node.tagName === 'math';
}

interface Origin {
  readonly place: SourcePlace;
  readonly raw: boolean;
}

function originOf(location: ParserToken.ElementLocation | null | undefined, around: Around): Origin {
  const offset = (location?.startTag ?? location)?.startOffset;
  if (offset === undefined) return { place: around.place, raw: true };
  around.reading.seen.add(offset);
  const piece = pieceAt(around.reading.rendered.pieces, offset);
  if (!piece) return { place: around.place, raw: true };
  if (piece.kind !== 'raw') return { place: piece.place, raw: false };
  const rows = around.reading.rendered.html.slice(piece.start, offset).split('\n').length - 1;
  return { place: rows === 0 ? piece.place : { line: piece.place.line + rows }, raw: true };
}

function pieceAt(pieces: readonly RenderedPiece[], offset: number): RenderedPiece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function attributesOf(
  node: Element,
  from: { at: Span; raw: boolean; reading: Reading },
): Readonly<Record<string, string>> {
  const kind = { tag: node.tagName, namespace: node.namespaceURI };
  // Of TeX, where mathmlOf has chosen the attributes.
  const inFormula = node.namespaceURI === markup.NS.MATHML;
  const attributes: Record<string, string> = {};
  const styled: WrittenSize = {};
  const settleId = (written: string): void => {
    const id = soundId(withoutControls(written));
    if (id !== '') attributes['id'] = id;
    // A colon is sound in HTML and a habit of some tools: nobody needs to know.
    if (id === '' || id !== written.replaceAll(':', '-'))
      from.reading.diagnostics.push(idChanged(written, id, from.at));
  };
  const given = node.attrs.find(({ name }) => name === 'id')?.value;
  for (const { name, value } of node.attrs) {
    if (name.startsWith('xmlns')) continue; // the XHTML says it where it is needed
    if (name === 'id') settleId(value);
    // Before there was `id`, a place was `<a name>`.
    else if (name === 'name' && node.tagName === 'a' && (given ?? value) === value) settleId(value);
    else if (node.tagName === 'img' && IMAGE_SIZES.has(name)) {
      const size = imageSize(name, value);
      Object.assign(name === 'style' ? styled : attributes, size.attributes);
      if (size.hasMore) from.reading.diagnostics.push(attributeLeftOut(name, node.tagName, from.at));
    } else if (mayHave(kind, name) || (!from.raw && (OURS.has(name) || inFormula))) {
      const sound = soundAttribute(kind, { name, value, isOurs: inFormula && !from.raw });
      if (sound === undefined)
        from.reading.diagnostics.push(valueLeftOut({ name, value }, node.tagName, from.at));
      else attributes[name] = name === 'class' ? ownClasses(withoutControls(sound)) : withoutControls(sound);
    } else from.reading.diagnostics.push(attributeLeftOut(name, node.tagName, from.at));
  }
  if (node.tagName === 'math') return { xmlns: markup.NS.MATHML, ...attributes };
  return { ...attributes, ...styled }; // a style goes before an attribute, as in a browser
}

/** What Temml wrote is sound. */
function soundAttribute(
  { tag, namespace }: Kind,
  { name, value, isOurs }: { name: string; value: string; isOurs: boolean },
): string | undefined {
  if (namespace !== MATHML) return soundValue(tag, name, value);
  return isOurs ? value : soundMathValue(name, value);
}

const MATHML: string = markup.NS.MATHML;

const IMAGE_SIZES: ReadonlySet<string> = new Set(['width', 'height', 'style']);

/** `hasMore`: it says something that no image can follow. */
function imageSize(
  name: string,
  value: string,
): { readonly attributes: WrittenSize; readonly hasMore: boolean } {
  if (name === 'width' || name === 'height') {
    const length = readImageLength(name, value);
    return { attributes: length ? { [name]: length } : {}, hasMore: length === undefined };
  }
  const { hasMore, ...attributes } = readImageStyle(value);
  return { attributes, hasMore };
}

/**
 * Classes by which the press knows what it has made itself: a block of the author's called `note` would be
 * sent to the foot of the page. An author's is written `own-note`.
 */
const TAKEN: ReadonlySet<string> = new Set([
  'note',
  'note-call',
  'line',
  'section',
  'leaf',
  'bare',
  'furniture',
  'missing-image',
]);

function ownClasses(written: string): string {
  return written
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => (TAKEN.has(name) ? `own-${name}` : name))
    .join(' ');
}

/** Written by our own rules. */
const OURS: ReadonlySet<string> = new Set(['ref', 'cast', 'data-indents']);

// Whether the author's HTML has swallowed what comes after it. Every element that the Markdown made must be
// found again in the tree; one that is not stands inside something unclosed, and its words would be gone.

/**
 * `seen`: where in the HTML the elements of the tree began. One TEXT-005 at most: what follows has the same
 * cause.
 */
function swallowed(
  source: SourceText,
  { html, pieces }: Rendered,
  seen: ReadonlySet<number>,
): readonly Finding[] {
  const lost = pieces.findIndex((piece) => piece.kind === 'open' && !seen.has(piece.start));
  if (lost >= 0) return [tellLost(source, pieces, lost)];
  const comment = openComment(html, pieces);
  return comment ? [tellComment(source, comment)] : [];
}

/**
 * Parts of a table or a page where there is none: the HTML parser leaves them out without a word. TEXT-006.
 */
function misplaced(
  source: SourceText,
  { html, pieces }: Rendered,
  seen: ReadonlySet<number>,
): readonly Finding[] {
  return pieces.flatMap((piece, index) => {
    if (piece.kind !== 'raw') return [];
    const written = withoutComments(html.slice(piece.start, pieces[index + 1]?.start));
    return [...written.matchAll(PARTS)]
      .filter((tag) => !seen.has(piece.start + tag.index))
      .map((tag) =>
        tellMisplaced(source, {
          tag: (tag[1] ?? '').toLowerCase(),
          line: piece.place.line + written.slice(0, tag.index).split('\n').length - 1,
        }),
      );
  });
}

/** Of the same length, so that places stay true. */
function withoutComments(written: string): string {
  if (!written.includes('-->')) return written;
  return written.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

const PARTS = /<(html|head|body|frameset|frame|caption|col|colgroup|tbody|td|tfoot|th|thead|tr)(?=[\s/>])/gi;

function tellMisplaced(source: SourceText, { tag, line }: { tag: string; line: number }): Finding {
  return finding('TEXT-006', {
    message: `HTML does not allow the element <${tag}> here. It is left out, and its words are kept.`,
    at: spanOf(source, { line }),
    hint: /^(html|head|body|frame)/.test(tag)
      ? 'Delete it: a chapter is part of a page.'
      : 'Write the whole table in one block, or in Markdown.',
  });
}

function tellLost(source: SourceText, pieces: readonly RenderedPiece[], lost: number): Finding {
  const cause = pieces.slice(0, lost).findLast((piece) => piece.kind === 'raw');
  const line = pieces[lost]?.place.line ?? 1;
  return finding('TEXT-005', {
    message: `HTML swallows the text from line ${line} on.`,
    at: spanOf(source, cause?.place ?? { line }),
    hint: 'Close every element that is opened here, or write it in Markdown.',
  });
}

/** A comment that runs to the end of the text: markdown-it makes it one piece. */
function openComment(html: string, pieces: readonly RenderedPiece[]): RenderedPiece | undefined {
  return pieces.find((piece, index) => {
    if (piece.kind !== 'raw') return false;
    const written = html.slice(piece.start, pieces[index + 1]?.start);
    return /<!--(?!-?>)(?![^]*?--!?>)/.test(written);
  });
}

function tellComment(source: SourceText, piece: RenderedPiece): Finding {
  return finding('TEXT-005', {
    message: 'A comment is opened and never closed, so the text after it would be lost.',
    at: spanOf(source, piece.place),
    hint: 'End the comment with "-->".',
  });
}
