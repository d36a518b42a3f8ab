// What a printed book has to show: every block's words with its references filled in, and each page's
// furniture. Made from the composition, not from the pages, so that it can prove that the pages are whole.
import { BLOCK_ELEMENTS } from '../model/block-elements.js';
import type { ChapterId } from '../model/cast.js';
import type { Part } from '../model/edition.js';
import { elementsOf, hasClass, type BlockId, type ElementNode, type Flow } from '../model/flow.js';
import type { ExpectedBlock, ExpectedWords } from '../model/expected-words.js';
import { romanFolio } from './folios.js';
import type { ReferenceFilling } from './messages.js';

export interface Filled {
  readonly fillings: ReadonlyMap<ChapterId, ReferenceFilling>;
  readonly furniture: readonly string[];
}

/** The words of the print edition: references filled in, list numbers as the browser paints them. */
export function printedWords(parts: readonly Part[], { fillings, furniture }: Filled): ExpectedWords {
  return {
    furniture,
    blocks: parts.flatMap(({ id, flow }) =>
      blocksOf(numbered(flow), { part: id, filling: fillings.get(id) ?? NOTHING }),
    ),
  };
}

/**
 * The words of parts as they stand: the e-book has no pages to refer to, and reading systems number lists
 * themselves.
 */
export function composedWords(parts: readonly Part[]): ExpectedWords {
  return {
    furniture: [],
    blocks: parts.flatMap(({ id, flow }) => blocksOf(flow, { part: id, filling: NOTHING })),
  };
}

const NOTHING: ReferenceFilling = { pages: {}, runs: {} };

interface Reading {
  readonly part: ChapterId;
  readonly filling: ReferenceFilling;
}

/** Elements whose text is never painted. */
const UNSEEN = new Set(['title', 'desc', 'metadata', 'style', 'defs', 'rp', 'annotation']);

interface Open {
  readonly pieces: string[];
  readonly block?: BlockId;
}

function blocksOf(flow: Flow, reading: Reading): readonly ExpectedBlock[] {
  const done: ExpectedBlock[] = [];
  let open: Open = { pieces: [] };
  const close = (place: ExpectedBlock['place']): void => {
    if (/[\p{L}\p{N}]/u.test(open.pieces.join(''))) done.push({ ...open, place, part: reading.part });
    open = { pieces: [] };
  };
  const walk = (nodes: Flow, place: ExpectedBlock['place']): void => {
    for (const node of nodes) {
      if (node.type === 'text') open.pieces.push(node.value);
      else if (!UNSEEN.has(node.tag)) enter(node, place);
    }
  };
  const enter = (node: ElementNode, place: ExpectedBlock['place']): void => {
    const filled = filledWords(node, reading.filling);
    if (filled !== undefined) open.pieces.push(filled);
    else if (hasClass(node, 'note')) aside(node, 'note');
    else if (hasClass(node, 'drop-cap')) aside(node, place);
    else if (BLOCK_ELEMENTS.has(node.tag)) between(node, place);
    else walk(node.children, place);
  };
  /**
   * A note leaves the paragraph for the foot of the page and an initial is painted before it: the paragraph
   * goes on around them.
   */
  const aside = (node: ElementNode, place: ExpectedBlock['place']): void => {
    const paragraph = open;
    const block = blockOf(node);
    open = { pieces: [], ...(block === undefined ? {} : { block }) };
    walk(node.children, place);
    close(place);
    open = paragraph;
  };
  const between = (node: ElementNode, place: ExpectedBlock['place']): void => {
    close(place);
    const number = node.attributes[LIST_NUMBER];
    if (number !== undefined) done.push({ pieces: [number], place: 'list-number', part: reading.part });
    open = { pieces: [], ...(node.block === undefined ? {} : { block: node.block }) };
    walk(node.children, place);
    close(place);
  };
  walk(flow, 'main');
  close('main');
  return done;
}

/** A note's own block stands inside of it. */
function blockOf(node: ElementNode): BlockId | undefined {
  const named = elementsOf([node]).find(
    ({ block, attributes }) => block !== undefined || attributes['data-block'] !== undefined,
  );
  return named?.block ?? named?.attributes['data-block'];
}

/** The words that the press wrote into a reference; undefined for any other element. */
function filledWords({ attributes }: ElementNode, { pages, runs }: ReferenceFilling): string | undefined {
  const target = attributes['data-target'];
  if (target !== undefined) return pages[target] ?? '';
  const run = attributes['data-targets'];
  return run === undefined ? undefined : (runs[run] ?? []).map(({ words }) => words).join('');
}

const LIST_NUMBER = 'data-list-number';

/** Ordered lists show numbers that no text holds: each item is given its own. */
function numbered(flow: Flow): Flow {
  return flow.map((node) => {
    if (node.type === 'text') return node;
    const children = numbered(node.children);
    return { ...node, children: node.tag === 'ol' ? withNumbers({ ...node, children }) : children };
  });
}

function withNumbers({ attributes, children }: ElementNode): Flow {
  const type = attributes['type'] ?? '1';
  let number = Number(attributes['start'] ?? 1) - 1;
  return children.map((node) => {
    if (node.type === 'text' || node.tag !== 'li') return node;
    number = Number(node.attributes['value'] ?? number + 1);
    return { ...node, attributes: { ...node.attributes, [LIST_NUMBER]: listNumber(number, type) } };
  });
}

/** https://www.w3.org/TR/css-counter-styles-3/ for the kinds that HTML's `type` can ask for. */
function listNumber(number: number, type: string): string {
  if (type === 'a' || type === 'A') return alphabetic(number);
  if (type === 'i' || type === 'I') return romanFolio(number);
  return String(number);
}

function alphabetic(number: number): string {
  return number < 1
    ? ''
    : alphabetic(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26));
}
