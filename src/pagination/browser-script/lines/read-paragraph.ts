// A paragraph as it stands in the page: its leaves for the lines to be made of, and what the line setter must
// know of its styles.
import type { TextFace, Inline } from '../../../layout/lines/inline-items.js';
import type { LineShape } from '../../../layout/lines/piece.js';
import {
  JUSTIFIED,
  JUSTIFIED_BY_SPACES,
  RAGGED,
  type LineSettings,
} from '../../../layout/lines/line-settings.js';
import type { About } from '../../../layout/lines/line-facts.js';
import { faceOf } from './computed-face.js';
import type { Found } from './find-paragraphs.js';
import { readLead } from './drop-cap.js';
import { PX_PER_MM } from '../../../shared/units.js';

/**
 * A node without children that matter, and the elements around it inside the paragraph, outermost first.
 * Padding has no node.
 */
export interface InlineLeaf {
  readonly node: ChildNode | undefined;
  readonly path: readonly Element[];
}

export interface ReadParagraph {
  readonly element: HTMLElement;
  readonly about: About;
  readonly items: readonly Inline[];
  readonly leaves: readonly InlineLeaf[];
  readonly face: TextFace;
  readonly em: number;
  readonly shapes: readonly LineShape[];
  readonly setting: LineSettings;
  readonly looseness: number;
  /** Letter- and word-spacing that the styles ask for already, in pixels. */
  readonly spacing: { readonly letter: number; readonly word: number };
  /** Why it cannot be set. */
  readonly trouble: string | undefined;
}

export function readParagraph({ element, style }: Found): ReadParagraph {
  const reading: Reading = {
    items: [],
    leaves: [],
    style,
    faces: new Map([[element, faceOf(element, style, style)]]),
    trouble: troubleOf(style),
  };
  for (const child of element.childNodes) readNode(child, [], reading);
  const measure = measureOf(element, style);
  const indent = parseFloat(style.textIndent) || 0;
  const ragged = style.textAlign !== 'justify';
  const leftToRight = style.direction === 'ltr';
  return {
    element,
    items: reading.items,
    leaves: reading.leaves,
    trouble: reading.trouble,
    about: { block: element.dataset['block'], state: ragged ? 'ragged' : 'set', measure, indent },
    face: faceIn(element, reading),
    em: parseFloat(style.fontSize),
    shapes: shapesOf({
      measure,
      indent,
      lead: readLead(element, style),
      hangs: ragged || !leftToRight ? 'none' : 'both',
    }),
    setting: ragged ? RAGGED : leftToRight ? JUSTIFIED : JUSTIFIED_BY_SPACES,
    looseness: Number.parseInt(style.getPropertyValue('--looseness'), 10) || 0,
    spacing: { letter: parseFloat(style.letterSpacing) || 0, word: parseFloat(style.wordSpacing) || 0 },
  };
}

interface Reading {
  readonly items: Inline[];
  readonly leaves: InlineLeaf[];
  readonly style: CSSStyleDeclaration;
  /** Of the elements that text was found in. */
  readonly faces: Map<Element, TextFace>;
  trouble: string | undefined;
}

function add(reading: Reading, item: Inline, leaf: InlineLeaf): void {
  reading.items.push(item);
  reading.leaves.push(leaf);
}

function readNode(node: ChildNode, path: readonly Element[], reading: Reading): void {
  if (node instanceof Text) {
    const parent = path.at(-1) ?? node.parentElement;
    if (parent)
      add(reading, { kind: 'text', text: node.data, face: faceIn(parent, reading) }, { node, path });
    return;
  }
  if (!(node instanceof Element)) return add(reading, { kind: 'silent' }, { node, path });
  if (node instanceof HTMLBRElement) return add(reading, { kind: 'break' }, { node, path });
  const style = getComputedStyle(node);
  if (isSilent(node, style)) return add(reading, { kind: 'silent' }, { node, path });
  if (style.display !== 'inline' || isReplaced(node))
    return add(reading, { kind: 'box', width: outerWidth(node, style) }, { node, path });
  readInline(node, style, path, reading);
}

function readInline(
  node: Element,
  style: CSSStyleDeclaration,
  path: readonly Element[],
  reading: Reading,
): void {
  if (hasGenerated(node)) reading.trouble = `<${node.localName}> has generated content`;
  if (!node.hasChildNodes()) return add(reading, { kind: 'silent' }, { node, path });
  const within = [...path, node];
  const edge = (side: 'left' | 'right'): void => {
    const width = edgeWidth(style, side);
    if (width !== 0) add(reading, { kind: 'box', width }, { node: undefined, path: within });
  };
  edge('left');
  for (const child of node.childNodes) readNode(child, within, reading);
  edge('right');
}

function faceIn(element: Element, { faces, style }: Reading): TextFace {
  const face = faces.get(element) ?? faceOf(element, getComputedStyle(element), style);
  faces.set(element, face);
  return face;
}

function troubleOf(style: CSSStyleDeclaration): string | undefined {
  if (/pre|break-spaces/.test(style.whiteSpace)) return 'its white space is preserved';
  if (!style.writingMode.startsWith('horizontal')) return 'it is set vertically';
  return undefined;
}

/** Notes go to the page's foot, floats and placed elements to a side: none takes part in the line. */
function isSilent(node: Element, style: CSSStyleDeclaration): boolean {
  return (
    node.classList.contains('note') ||
    style.display === 'none' ||
    style.float !== 'none' ||
    style.position === 'absolute' ||
    style.position === 'fixed'
  );
}

function isReplaced(node: Element): boolean {
  return /^(img|svg|math|video|canvas|object|picture|input)$/i.test(node.localName);
}

function hasGenerated(node: Element): boolean {
  return ['::before', '::after'].some(
    (pseudo) => !/^(none|normal)$/.test(getComputedStyle(node, pseudo).content),
  );
}

function outerWidth(node: Element, style: CSSStyleDeclaration): number {
  return (
    node.getBoundingClientRect().width +
    (parseFloat(style.marginLeft) || 0) +
    (parseFloat(style.marginRight) || 0)
  );
}

function edgeWidth(style: CSSStyleDeclaration, side: 'left' | 'right'): number {
  return ['margin-', 'border-', 'padding-'].reduce(
    (sum, edge) =>
      sum + (parseFloat(style.getPropertyValue(edge + side + (edge === 'border-' ? '-width' : ''))) || 0),
    0,
  );
}

/**
 * `--lines-measure`, a length in px or mm, for what does not stand in its column yet; else the element's own
 * content box.
 */
function measureOf(element: HTMLElement, style: CSSStyleDeclaration): number {
  const asked = /^\s*([\d.]+)(px|mm)\s*$/.exec(style.getPropertyValue('--lines-measure'));
  if (asked) return Number(asked[1]) * (asked[2] === 'mm' ? PX_PER_MM : 1);
  const edges =
    edgeWidth(style, 'left') +
    edgeWidth(style, 'right') -
    (parseFloat(style.marginLeft) || 0) -
    (parseFloat(style.marginRight) || 0);
  return element.getBoundingClientRect().width - edges;
}

interface Room {
  readonly measure: number;
  readonly indent: number;
  readonly lead: { readonly lines: number; readonly width: number } | undefined;
  readonly hangs: 'both' | 'none';
}

function shapesOf({ measure, indent, lead, hangs }: Room): readonly LineShape[] {
  const inner = hangs === 'none' ? 'none' : 'end';
  const rest: LineShape = { width: measure, hangs };
  const first: LineShape = { width: measure - indent, hangs: indent === 0 ? hangs : inner };
  if (!lead) return [first, rest];
  const beside = Array.from({ length: lead.lines }, (_, line): LineShape => ({
    width: measure - lead.width - (line === 0 ? indent : 0),
    hangs: inner,
  }));
  return [...beside, rest];
}
