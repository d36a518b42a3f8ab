// What the styles keep together at a page turn. Paged.js takes break rules out of the styles and writes them
// on the elements only when it divides a part; the plan of its pages is made before that.
import type { BreakHandler, EngineHandler } from './engine.js';

let heard: BreakHandler['breaks'] = {};

/** Paged.js's handler of breaks, with its rules known to us. */
export function hearingBreaks(handler: EngineHandler): EngineHandler {
  const Base = handler as unknown as new (...given: never[]) => BreakHandler;
  class Breaks extends Base {
    constructor(...given: never[]) {
      super(...given);
      heard = this.breaks; // filled as style sheets are read
    }
  }
  return Breaks;
}

/**
 * Whether a style keeps a block with the one before it, or that one with what follows. A container speaks for
 * its first and its last block.
 */
export type KeepsWith = (before: Element, element: Element) => boolean;

export function keptIn(content: ParentNode): KeepsWith {
  const before = avoiding(content, 'break-before');
  const after = avoiding(content, 'break-after');
  return (previous, element) =>
    isAtEdge(element, before, 'previousElementSibling') || isAtEdge(previous, after, 'nextElementSibling');
}

function avoiding(content: ParentNode, property: string): ReadonlySet<Element> {
  const rules = Object.entries(heard).filter(
    ([, said]) => said.findLast((one) => one.property === property)?.value === 'avoid',
  );
  return new Set(rules.flatMap(([selector]) => [...content.querySelectorAll(selector)]));
}

function isAtEdge(
  element: Element,
  kept: ReadonlySet<Element>,
  beyond: 'previousElementSibling' | 'nextElementSibling',
): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (kept.has(at)) return true;
    if (at[beyond] !== null) return false;
  }
  return false;
}
