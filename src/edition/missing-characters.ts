// Characters that no font has, on paper: a sign stands in the place of each, and names what it replaces.
import type { FurniturePage, Part } from '../model/edition.js';
import { element, text, type ElementNode, type Flow } from '../model/flow.js';
import { splitClusters } from './resources/clusters.js';

/** Unicode's own sign for what cannot be shown. */
export const REPLACEMENT = '\uFFFD';
/** A line may end behind each, as it might have between the characters themselves. */
const BREAKABLE = `${REPLACEMENT}\u200B`;

export interface Missing {
  readonly characters: ReadonlySet<string>;
  /** On a drawn cover a character is left out. */
  readonly by: 'sign' | 'nothing';
}

/** The parts with a sign in place of each missing character, in running heads and numbers too. */
export function replaceInParts(parts: readonly Part[], missing: Missing): readonly Part[] {
  return parts.map((part) => ({
    ...part,
    runningHead: replaceInText(part.runningHead, missing),
    flow: replaceInFlow(part.flow, missing),
  }));
}

export function replaceInFurniture(
  furniture: (page: FurniturePage) => string,
  missing: Missing,
): (page: FurniturePage) => string {
  return (page) => replaceInText(furniture(page), missing);
}

/** Every text that an edition shows, for `clustersIn`. */
export function textsOf(flow: Flow): readonly string[] {
  return flow.flatMap((node) =>
    node.type === 'text' ? [node.value] : UNSHOWN.has(node.tag) ? [] : textsOf(node.children),
  );
}

const UNSHOWN = new Set(['style', 'script', 'title', 'desc', 'metadata']);
/** In these an element for a character would be markup that nobody knows. */
const FOREIGN = new Set(['math', 'svg']);

function replaceInText(words: string, { characters, by }: Missing): string {
  return splitClusters(words)
    .map((one) => (characters.has(one) ? (by === 'sign' ? REPLACEMENT : '') : one))
    .join('');
}

function replaceInFlow(flow: Flow, missing: Missing): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'text') return inWords(node.value, missing);
    if (UNSHOWN.has(node.tag)) return [node];
    if (FOREIGN.has(node.tag)) return [replaceInForeign(node, missing)];
    return [{ ...node, children: replaceInFlow(node.children, missing) }];
  });
}

function inWords(words: string, missing: Missing): Flow {
  const flow: (ReturnType<typeof text> | ElementNode)[] = [];
  let plain = '';
  for (const cluster of splitClusters(words)) {
    if (!missing.characters.has(cluster)) {
      plain += cluster;
      continue;
    }
    if (plain !== '') flow.push(text(plain));
    plain = '';
    flow.push(standIn(cluster, missing));
  }
  return plain === '' ? flow : [...flow, text(plain)];
}

function standIn(cluster: string, { by }: Missing): ElementNode {
  const shown = by === 'sign' ? [text(BREAKABLE)] : [];
  return { ...element('span', { class: 'missing-character' }, shown), replaces: cluster };
}

/** Formulas and drawings keep their own elements; the one that holds the words names what they were. */
function replaceInForeign(node: ElementNode, missing: Missing): ElementNode {
  const replaced = node.children.map((child) =>
    child.type === 'text'
      ? text(replaceInText(child.value, missing))
      : UNSHOWN.has(child.tag)
        ? child
        : replaceInForeign(child, missing),
  );
  const words = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const changed = words !== '' && replaceInText(words, missing) !== words;
  return {
    ...node,
    children: replaced,
    ...(changed && node.children.every(({ type }) => type === 'text') ? { replaces: words } : {}),
  };
}
