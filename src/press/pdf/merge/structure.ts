// The reading structures of several printed pieces, as one: one document, and one tree by which pages find their elements.
import { refIn, refsIn, type PrintedFile } from './read.js';
import type { Draft } from './write.js';

export interface JoinedStructure {
  readonly root: number;
  /** The element that holds all others. */
  readonly document: number;
  /** What the next piece's keys must be raised by. */
  offset(): number;
  join(file: PrintedFile, numberOf: (old: number) => number | undefined): void;
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
    root, document,
    offset: () => next,
    join: (file, numberOf) => {
      const { documentText, treeText } = structureOf(file);
      language ||= /\/Lang (\([^)]*\))/.exec(documentText)?.[1] ?? '';
      kids.push(...refsIn(kidsIn(documentText)).flatMap((kid) => numberOf(kid) ?? []));
      const entries = [...treeText.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, number]) => [Number(key), Number(number)] as const);
      parents.push(...entries.flatMap(([key, number]) => {
        const now = numberOf(number);
        return now === undefined ? [] : [[key + next, now] as const];
      }));
      next += Math.max(-1, ...entries.map(([key]) => key)) + 1;
    },
    end: () => {
      const said = language === '' ? '' : `\n/Lang ${language}`;
      draft.fill(document, { text: `<</Type /StructElem\n/S /Document${said}\n/P ${root} 0 R\n/K [${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>` });
      draft.fill(tree, { text: `<</Nums [${parents.map(([key, number]) => `${key} ${number} 0 R`).join(' ')}]>>` });
      draft.fill(root, { text: `<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTreeNextKey ${next}\n/ParentTree ${tree} 0 R>>` });
    },
  };
}

/** Chromium names table headers by its own count of nodes: here by piece and order, so that no two pieces use one name. */
export function ownNames({ objects, root }: PrintedFile, piece: number): PrintedFile {
  const names = new Map<string, string>();
  const nameOf = (old: string): string => {
    const name = names.get(old) ?? `piece-${piece}-${names.size}`;
    names.set(old, name);
    return name;
  };
  const renamed = objects.map((object) => {
    if (object === undefined || !/\((node\d+)\)/.test(object.text) || !object.text.includes('/StructElem')) return object;
    return { ...object, text: object.text.replace(/\((node\d+)\)/g, (_, old: string) => `(${nameOf(old)})`) };
  });
  return { objects: renamed, root };
}

function structureOf({ objects, root }: PrintedFile): { documentText: string; treeText: string } {
  const textOf = (number: number | undefined): string => (number === undefined ? '' : objects[number]?.text ?? '');
  const structure = textOf(refIn(textOf(root), 'StructTreeRoot'));
  return { documentText: textOf(refIn(structure, 'K')), treeText: textOf(refIn(structure, 'ParentTree')) };
}

function kidsIn(document: string): string {
  return /\/K (\[[\s\S]*\]|\d+ 0 R)/.exec(document)?.[1] ?? '';
}
