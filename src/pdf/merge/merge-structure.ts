// The reading structures of several printed pieces, as one: one document, and one tree by which pages find
// their elements.
import { refIn, refsIn, type PrintedFile } from './read-printed.js';
import type { Draft } from './object-draft.js';

export interface JoinedStructure {
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

export function joinStructure(draft: Draft): JoinedStructure {
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
export function ownNames({ objects, root }: PrintedFile, piece: number): PrintedFile {
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
