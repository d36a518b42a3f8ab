// Joins what the browser printed piece by piece into one document, as if it had been printed at once: pages
// in order, one reading structure, and every font and image once.
import { setImmediate } from 'node:timers/promises';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { deriveEachTime, NO_CACHE, type Cache } from '../../cache/cache.js';
import { startDraft, type Draft } from './object-draft.js';
import { joinFonts } from './merge-fonts.js';
import { readPrinted, refIn, refsIn, refsOf, renumbered, type PrintedFile } from './read-printed.js';

/**
 * The pieces, in book order, as one document. Named destinations are not carried over: the finishing pass
 * writes explicit ones. Between two pieces, whatever else waits comes in.
 *
 * @param memory what became of equal pieces. Default: nothing.
 * @throws when a piece is not a file that Chromium printed.
 */
export async function mergePrinted(
  pieces: readonly Uint8Array[],
  memory: Cache = NO_CACHE,
): Promise<PDFDocument> {
  const draft = startDraft();
  const root = draft.reserve();
  const tree = draft.reserve();
  const structure = joinStructure(draft);
  const { derive = deriveEachTime } = memory;
  const pages: number[] = [];
  for (const [index, piece] of joinFonts(
    pieces.map((bytes) => derive(bytes, readPrinted)),
    memory,
  ).entries()) {
    const file = ownNames(piece, index);
    const keys = structure.keysOf(file);
    const placed = placeFile(draft, {
      file,
      tree,
      structure: structure.root,
      document: structure.document,
      keys,
    });
    structure.join(file, { keys, numberOf: placed.numberOf });
    pages.push(...placed.pages);
    await setImmediate();
  }
  draft.fill(tree, {
    text: `<</Type /Pages\n/Count ${pages.length}\n/Kids [${pages.map((page) => `${page} 0 R`).join(' ')}]>>`,
  });
  structure.end();
  draft.fill(root, {
    text:
      `<</Type /Catalog\n/Pages ${tree} 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked ` +
      `true>>\n/StructTreeRoot ${structure.root} 0 R>>`,
  });
  return draft.end(root);
}

interface Placing {
  readonly file: PrintedFile;
  readonly tree: number;
  readonly structure: number;
  readonly document: number;
  /** The new numbers of the keys by which pages and links find their elements in the reading structure. */
  readonly keys: ReadonlyMap<number, number>;
}

interface Placed {
  readonly pages: readonly number[];
  readonly numberOf: (old: number) => number | undefined;
}

function placeFile(draft: Draft, { file, tree, structure, document, keys }: Placing): Placed {
  const { objects, root } = file;
  const textOf = (number: number | undefined): string =>
    number === undefined ? '' : (objects[number]?.text ?? '');
  const catalog = textOf(root);
  const oldTree = refIn(catalog, 'Pages');
  const oldStructure = refIn(catalog, 'StructTreeRoot');
  const oldDocument = refIn(textOf(oldStructure), 'K');
  const { leaves, branches } = leavesOf(file, oldTree);
  const numbers = new Map<number, number>([...branches].map((branch) => [branch, tree]));
  if (oldStructure !== undefined) numbers.set(oldStructure, structure);
  if (oldDocument !== undefined) numbers.set(oldDocument, document);
  for (const leaf of leaves) shareResources(draft, { file, leaf, numbers });
  const own = reachedFrom(file, {
    starts: [...leaves, ...refsIn(textOf(oldDocument)), ...parentTreeOf(file, oldStructure)],
    known: numbers,
  });
  const numberOf = (old: number): number | undefined => numbers.get(old);
  for (const number of own) numbers.set(number, draft.reserve());
  for (const number of own) {
    const object = objects[number];
    const now = numbers.get(number);
    if (object !== undefined && now !== undefined) draft.place(now, object, { numberOf, keys });
  }
  return { pages: leaves.flatMap((leaf) => numbers.get(leaf) ?? []), numberOf };
}

/** Pages in order, and the nodes of the tree above them. */
function leavesOf(
  { objects }: PrintedFile,
  tree: number | undefined,
): { leaves: readonly number[]; branches: ReadonlySet<number> } {
  const leaves: number[] = [];
  const branches = new Set<number>();
  const walk = (number: number): void => {
    const text = objects[number]?.text ?? '';
    const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
    if (kids === undefined) return void leaves.push(number);
    branches.add(number);
    refsIn(kids).forEach(walk);
  };
  if (tree !== undefined) walk(tree);
  return { leaves, branches };
}

interface Leaf {
  readonly file: PrintedFile;
  readonly leaf: number;
  readonly numbers: Map<number, number>;
}

/** What a page draws with leads nowhere but down, so equal things can be told from the bottom up. */
function shareResources(draft: Draft, { file, leaf, numbers }: Leaf): void {
  const share = (number: number): void => {
    const object = file.objects[number];
    if (object === undefined || numbers.has(number)) return;
    refsOf(object).forEach(share);
    numbers.set(number, draft.share({ ...object, text: renumbered(object.text, (old) => numbers.get(old)) }));
  };
  const page = file.objects[leaf]?.text ?? '';
  refsIn(/\/Resources <<([\s\S]*?)>>\n\/MediaBox/.exec(page)?.[1] ?? '').forEach(share);
}

function reachedFrom(
  { objects }: PrintedFile,
  { starts, known }: { starts: readonly number[]; known: ReadonlyMap<number, number> },
): readonly number[] {
  const reached = new Set<number>();
  const waiting = [...starts].reverse();
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const object = objects[number];
    if (known.has(number) || reached.has(number) || object === undefined) continue;
    reached.add(number);
    waiting.push(...refsOf(object).toReversed());
  }
  return [...reached];
}

/** The lists by which a page finds its elements. */
function parentTreeOf({ objects }: PrintedFile, structure: number | undefined): readonly number[] {
  const tree = structure === undefined ? undefined : refIn(objects[structure]?.text ?? '', 'ParentTree');
  return tree === undefined ? [] : refsIn(objects[tree]?.text ?? '');
}

// The reading structures of several printed pieces, as one: one document, and one tree by which pages find
// their elements.

interface JoinedStructure {
  readonly root: number;
  /** The element that holds all others. */
  readonly document: number;
  /**
   * A number of its own for each key by which this piece's pages and links find their elements; keys that
   * lead nowhere have none.
   */
  keysOf(file: PrintedFile): ReadonlyMap<number, number>;
  join(
    file: PrintedFile,
    placed: { readonly keys: ReadonlyMap<number, number>; numberOf(old: number): number | undefined },
  ): void;
  /** Writes what was joined. */
  end(): void;
}

function joinStructure(draft: Draft): JoinedStructure {
  const [root, document, tree] = [draft.reserve(), draft.reserve(), draft.reserve()];
  const kids: number[] = [];
  const parents: (readonly [key: number, number: number])[] = [];
  let next = 0;
  let language = '';
  return {
    root,
    document,
    keysOf: (file) => new Map(entriesOf(file).map(([key]) => [key, next++])),
    join: (file, { keys, numberOf }) => {
      const { documentText } = structureOf(file);
      language ||= /\/Lang (\([^)]*\))/.exec(documentText)?.[1] ?? '';
      kids.push(...refsIn(kidsIn(documentText)).flatMap((kid) => numberOf(kid) ?? []));
      parents.push(
        ...entriesOf(file).flatMap(([key, number]) => {
          const [own, now] = [keys.get(key), numberOf(number)];
          return own === undefined || now === undefined ? [] : [[own, now] as const];
        }),
      );
    },
    end: () => {
      const said = language === '' ? '' : `\n/Lang ${language}`;
      draft.fill(document, {
        text:
          `<</Type /StructElem\n/S /Document${said}\n/P ${root} 0 R\n/K ` +
          `[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
      });
      draft.fill(tree, {
        text: `<</Nums [${parents.map(([key, number]) => `${key} ${number} 0 R`).join(' ')}]>>`,
      });
      draft.fill(root, {
        text:
          `<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTreeNextKey ${next}\n/ParentTree ${tree} ` +
          '0 R>>',
      });
    },
  };
}

/**
 * Chromium names table headers by its own count of nodes: here by piece and order, so that no two pieces use
 * one name.
 */
function ownNames({ objects, root }: PrintedFile, piece: number): PrintedFile {
  const names = new Map<string, string>();
  const nameOf = (old: string): string => {
    const name = names.get(old) ?? `piece-${piece}-${names.size}`;
    names.set(old, name);
    return name;
  };
  const renamed = objects.map((object) => {
    if (object === undefined || !/\((node\d+)\)/.test(object.text) || !object.text.includes('/StructElem'))
      return object;
    return { ...object, text: object.text.replace(/\((node\d+)\)/g, (_, old: string) => `(${nameOf(old)})`) };
  });
  return { objects: renamed, root };
}

/** Which element, or list of elements, each key leads to. */
function entriesOf(file: PrintedFile): readonly (readonly [key: number, number: number])[] {
  return [...structureOf(file).treeText.matchAll(/(\d+) (\d+) 0 R/g)].map(
    ([, key, number]) => [Number(key), Number(number)] as const,
  );
}

function structureOf({ objects, root }: PrintedFile): { documentText: string; treeText: string } {
  const textOf = (number: number | undefined): string =>
    number === undefined ? '' : (objects[number]?.text ?? '');
  const structure = textOf(refIn(textOf(root), 'StructTreeRoot'));
  return { documentText: textOf(refIn(structure, 'K')), treeText: textOf(refIn(structure, 'ParentTree')) };
}

function kidsIn(document: string): string {
  return /\/K (\[[\s\S]*\]|\d+ 0 R)/.exec(document)?.[1] ?? '';
}
