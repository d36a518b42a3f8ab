// Lays one part out by itself: in an empty document, by the tab's one engine; its pages are then taken out
// and kept.
import type { Galley, GalleyOrder, PackedPages, Trouble, GalleyPage } from '../../messages.js';
import { showFinishedPages } from '../paged-js/hide-finished-pages.js';
import { holdDirections } from '../notes/note-directions.js';
import { consoleErrors } from '../paged-js/console-errors.js';
import { holdJoins } from './letter-joins.js';
import { holdSpaces } from '../paged-js/element-spaces.js';
import { fillReferences, fittedTargets, referenceTargets } from './fill-references.js';
import { settleNotes } from '../notes/footnotes.js';
import { clearTemplate } from '../paged-js/page-scaffold.js';
import { pack, unpack } from './packed-pages.js';
import { readColumns } from '../read/read-pages.js';
import { dropImages, loaded, loadImages } from './load-images.js';
import { chunker } from './prepare-tab.js';
import { beginPlan } from '../page-plan/follow-plan.js';
import { setOnStage } from './stage.js';
import { nowDoing, nowLaying } from './report-progress.js';
import { tidyAfter } from './collect-garbage.js';
import type { Chunker } from '../paged-js/engine.js';
import type { Flow, FlowNode } from '../../../model/flow.js';
import { refuse } from './blocked-requests.js';

/** The pages of every galley laid out so far, packed. */
const kept = new Map<string, readonly string[]>();

/** A page of a galley as it was laid out, each time anew; undefined where there is none. */
export function keptPage(id: string, page: number): HTMLElement | undefined {
  const packed = kept.get(id)?.[page];
  const element = packed === undefined ? undefined : unpack(packed);
  return element instanceof HTMLElement ? element : undefined;
}

/** The pages of a galley, for another tab. */
export function givePages({ id }: Pick<PackedPages, 'id'>): PackedPages {
  return { id, pages: kept.get(id) ?? [] };
}

/** Takes pages that a tab like this one laid out, as if it had been this one. */
export function takePages({ id, pages }: PackedPages): void {
  const works = chunker();
  if (works.pageTemplate === undefined) onHolder(works).remove();
  kept.set(id, pages);
}

/** Lays a part out, or lays it out again. */
export async function layGalley(order: GalleyOrder): Promise<Galley> {
  const works = chunker();
  const brokenImages = await loadImages(order.images);
  const holder = onHolder(works);
  const { content, troubles, staged } = await setGalley(order, works);
  const plan = beginPlan(content, works);
  nowDoing('laying out');
  const references = { ...referenceTargets(content), fitted: fittedTargets(content) };
  const pages = await flow(content, { troubles, works, holder });
  settleNotes(pages);
  nowDoing('reading the pages of');
  const facts = {
    id: order.id,
    pages: readPages(pages),
    anchors: readAnchors(pages),
    ...references,
    troubles,
    lines: { paragraphs: staged.facts },
    ...unplanned(staged.left ?? plan.lostAt()),
    ...(brokenImages.length > 0 ? { brokenImages } : {}),
  };
  kept.set(order.id, pages.map(pack));
  holder.remove();
  dropImages();
  tidyAfter(pages.length);
  return facts;
}

/**
 * Where the next galley's pages stand, in the document, and the engine as if new. Nobody looks: what is
 * clipped is not painted.
 */
export function onHolder(works: Chunker): HTMLElement {
  const holder = document.createElement('div');
  holder.style.cssText = 'height: 0; overflow: clip';
  document.body.append(holder);
  reset(works);
  works.setup(holder);
  clearTemplate(works);
  return holder;
}

/** A part grown, filled, loosened, set in lines and planned: all that is done before it is divided. */
export async function setGalley(
  order: GalleyOrder,
  works: Chunker,
): Promise<{
  readonly content: DocumentFragment;
  readonly troubles: Trouble[];
  readonly staged: ReturnType<typeof setOnStage>;
}> {
  const content = createNodes(order.flow);
  await sized(content);
  const root = content.firstElementChild;
  if (root instanceof HTMLElement) {
    root.lang = order.language;
    // on the part, never on the document: Paged.js would look for the next column on the wrong side
    root.dir = order.direction;
  }
  holdDirections(content);
  fillReferences(content, order.filling);
  holdJoins(content);
  nowLaying(order.id, content.textContent.length);
  const staged = setOnStage(content, { works, start: order.start });
  holdSpaces(content);
  nameNodes(content, order.id);
  return { content, troubles: [...staged.troubles], staged };
}

/**
 * In Chromium 147 an image gets its height some moments after its element was made, though its file is there;
 * in 156, at once.
 */
async function sized(content: DocumentFragment): Promise<void> {
  await Promise.all(
    [...content.querySelectorAll('img')].map((image) => loaded(image).catch(() => undefined)),
  ); // loadImages names one that cannot be drawn
}

function readPages(pages: readonly HTMLElement[]): Galley['pages'] {
  const columns = readColumns(pages);
  return readFirsts(pages).map((page, index) =>
    columns[index] === undefined ? page : { ...page, column: columns[index] },
  );
}

function unplanned(left: string | undefined): { readonly unplanned?: string } {
  return left === undefined ? {} : { unplanned: left };
}

/** Paged.js would name every node by chance; names in order give the same file each time. */
function nameNodes(content: DocumentFragment, id: string): void {
  content.querySelectorAll('*').forEach((node, index) => {
    node.setAttribute('data-ref', `${id}-${index}`);
  });
}

interface Run {
  readonly troubles: Trouble[];
  readonly works: Chunker;
  readonly holder: HTMLElement;
}

/** Divides what was set into pages. */
export async function flow(
  content: DocumentFragment,
  { troubles, works, holder }: Run,
): Promise<readonly HTMLElement[]> {
  const quiet = consoleErrors(troubles, () => works.pages.length);
  try {
    await works.flow(content, holder);
  } finally {
    quiet();
  }
  works.pages.forEach((page) => {
    page.removeListeners();
  });
  const pages = [...(works.pagesArea?.children ?? [])].filter((page) => page instanceof HTMLElement);
  showFinishedPages(pages);
  return pages;
}

/** Forgets the galley before, so that the engine begins as if new; its styles stay parsed. */
function reset(works: Chunker): void {
  works.pagesArea = undefined;
  works.pages = [];
  works.total = 0;
  works.breakToken = undefined;
  works.rendered = false;
  works.stopped = false;
  works.charsPerBreak = [];
  works.maxChars = undefined;
  delete works.settings.maxChars;
}

// Grows DOM nodes from a flow: nothing is parsed, so nothing in a text can become markup.

const SVG = 'http://www.w3.org/2000/svg';
const MATH = 'http://www.w3.org/1998/Math/MathML';
const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * What loads, leads away or runs. No template may write it; whatever comes here all the same is told and left
 * out.
 */
const LIVE = /^(applet|base|embed|frame|frameset|iframe|link|meta|object|script)$/i;

/** A fragment with the flow's nodes; blocks carry their name in `data-block`. */
function createNodes(flow: Flow): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...flow.map((node) => grow(node, XHTML)));
  return fragment;
}

function grow(node: FlowNode, outside: string): Node {
  if (node.type === 'text') return document.createTextNode(node.value);
  if (LIVE.test(node.tag)) {
    refuse(`<${node.tag}>`);
    return document.createDocumentFragment();
  }
  const space = spaceOf(node.tag, outside);
  const grown = document.createElementNS(space, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) setAttribute(grown, name, value);
  if (node.block !== undefined) grown.setAttribute('data-block', node.block);
  const inside = node.tag === 'foreignObject' ? XHTML : space;
  grown.append(...node.children.map((child) => grow(child, inside)));
  return grown;
}

function spaceOf(tag: string, outside: string): string {
  if (tag === 'svg') return SVG;
  return tag === 'math' ? MATH : outside;
}

function setAttribute(grown: Element, name: string, value: string): void {
  if (name.startsWith('xlink:')) grown.setAttributeNS('http://www.w3.org/1999/xlink', name, value);
  else grown.setAttribute(name, value);
}

// Which page everything landed on: anchors, and the first block of the manuscript on every page.

/** Anchor to page; where an element was parted, its first piece counts. */
function readAnchors(pages: readonly HTMLElement[]): Readonly<Record<string, number>> {
  const anchors: Record<string, number> = {};
  pages.forEach((page, index) => {
    for (const anchor of page.querySelectorAll('.pagedjs_area [id]')) anchors[anchor.id] ??= index;
  });
  return anchors;
}

/**
 * For each page the block its text begins in, and how many of that block's characters stand on earlier pages.
 */
function readFirsts(pages: readonly HTMLElement[]): readonly GalleyPage[] {
  const told = new Map<string, number>();
  return pages.map((page) => {
    const texts = [...blockTexts(page)];
    const first = texts[0];
    const fact =
      first === undefined ? {} : { first: { block: first.block, offset: told.get(first.block) ?? 0 } };
    for (const { block, length } of texts) told.set(block, (told.get(block) ?? 0) + length);
    return fact;
  });
}

/** Texts that the edition or the layout made, not the author. */
const MADE = '.generated, .note-call, .page-ref, .page-runs, .note, .furniture';

function* blockTexts(page: HTMLElement): Generator<{ block: string; length: number }> {
  const content = page.querySelector('.pagedjs_page_content');
  if (content === null) return;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const block = parent?.closest('[data-block]')?.getAttribute('data-block');
    if (parent === null || block === null || block === undefined || parent.closest(MADE) !== null) continue;
    const length = countedLength(node as Text, parent);
    if (length > 0) yield { block, length };
  }
}

/** Soft hyphens do not count, nor does the hyphen that Paged.js writes where a word goes over the page. */
function countedLength(node: Text, parent: Element): number {
  const hyphened =
    parent.classList.contains('pagedjs_hyphen') && node.nextSibling === null && node.data.endsWith('\u2010');
  return node.data.replaceAll('\u00AD', '').length - (hyphened ? 1 : 0);
}
