// Writes page numbers into the references of a part.
import type { Filling, RunPiece } from '../messages.js';

/** Fills `a.page-ref[data-target]` and `span.page-runs[data-targets]` anywhere below a root. */
export function fillReferences(root: ParentNode, { pages, runs }: Filling): void {
  for (const reference of root.querySelectorAll<HTMLElement>('[data-target]')) {
    reference.textContent = pages[reference.dataset['target'] ?? ''] ?? '';
  }
  for (const run of root.querySelectorAll<HTMLElement>('[data-targets]')) {
    run.replaceChildren(...(runs[run.dataset['targets'] ?? ''] ?? []).map(pieceNode));
  }
}

/** Everything a part refers to, each once, in order. */
export function targetsOf(root: ParentNode): { targets: readonly string[]; runs: readonly string[] } {
  const named = (attribute: string): readonly string[] => [...new Set([...root.querySelectorAll(`[${attribute}]`)].map((one) => one.getAttribute(attribute) ?? ''))];
  return { targets: named('data-target'), runs: named('data-targets') };
}

function pieceNode({ words, anchor }: RunPiece): Node {
  if (anchor === undefined) return document.createTextNode(words);
  const link = document.createElement('a');
  link.className = 'page-ref';
  link.href = `#${anchor}`;
  link.textContent = words;
  return link;
}
