// Before anything is laid out: how many pages each part will take, roughly, so that references get the right
// number of digits.
import type { Part } from '../model/edition.js';
import type { Galley } from './messages.js';
import { elementsOf, textOf, type Flow } from '../model/flow.js';

/** Letters on a page of a small book; a guess only decides how often a galley is laid out again. */
const LETTERS_PER_PAGE = 1800;

/**
 * A galley as it may come out: its length from its letters, and its anchors and references as they stand in
 * the flow.
 */
export function estimateGalley({ id, flow }: Part): Galley {
  const length = Math.max(1, Math.ceil(textOf(flow).length / LETTERS_PER_PAGE));
  const anchors: Record<string, number> = {};
  const elements = elementsOf(flow);
  elements.forEach(({ attributes }, index) => {
    const anchor = attributes['id'];
    if (anchor !== undefined) anchors[anchor] = Math.floor((index / elements.length) * length);
  });
  return {
    id,
    anchors,
    troubles: [],
    fitted: [],
    lines: { paragraphs: [] },
    pages: Array.from({ length }, () => ({})),
    targets: named(flow, 'data-target'),
    runs: named(flow, 'data-targets'),
  };
}

function named(flow: Flow, attribute: string): readonly string[] {
  return [...new Set(elementsOf(flow).flatMap(({ attributes }) => attributes[attribute] ?? []))];
}
