// Writes page numbers into the references of a part.
import type { ReferenceFilling, RunPiece } from '../../messages.js';

/**
 * Fills `a.page-ref[data-target]` and `span.page-runs[data-targets]` anywhere below a root. A run that was
 * set in lines may stand in two of them and keeps the words it was set with: they are the same, or it would
 * have been set again.
 */
export function fillReferences(root: ParentNode, { pages, runs }: ReferenceFilling): void {
  for (const reference of root.querySelectorAll<HTMLElement>('[data-target]')) {
    reference.textContent = pages[reference.dataset['target'] ?? ''] ?? '';
  }
  for (const run of root.querySelectorAll<HTMLElement>('[data-targets]')) {
    if (run.closest(SET_LINE) !== null) continue;
    run.replaceChildren(...(runs[run.dataset['targets'] ?? ''] ?? []).map(pieceNode));
  }
}

/** Everything a part refers to, each once, in order. */
export function referenceTargets(root: ParentNode): { targets: readonly string[]; runs: readonly string[] } {
  const named = (attribute: string): readonly string[] => [
    ...new Set([...root.querySelectorAll(`[${attribute}]`)].map((one) => one.getAttribute(attribute) ?? '')),
  ];
  return { targets: named('data-target'), runs: named('data-targets') };
}

/** References whose words were measured to fit into a line, which holds no words of another width. */
export function fittedTargets(root: ParentNode): readonly string[] {
  const found = root.querySelectorAll(`${SET_LINE} [data-target], ${SET_LINE} [data-targets]`);
  return [
    ...new Set(
      [...found].map((one) => one.getAttribute('data-target') ?? one.getAttribute('data-targets') ?? ''),
    ),
  ];
}

const SET_LINE = '.line[data-line]';

function pieceNode({ words, anchor }: RunPiece): Node {
  if (anchor === undefined) return document.createTextNode(words);
  const link = document.createElement('a');
  link.className = 'page-ref';
  link.href = `#${anchor}`;
  link.textContent = words;
  return link;
}
