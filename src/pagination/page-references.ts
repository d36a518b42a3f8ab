// The words that references to pages are filled with, once pages have numbers.
import type { AnchorId } from '../model/cast.js';
import { isFigures } from '../layout/lines/page-number-width.js';
import type { ReferenceFilling, Galley, RunPiece } from './messages.js';

/** Where anchors stand: pages counted from 0, and the number of each page. */
export interface PageNumbers {
  readonly pageOf: (anchor: AnchorId) => number | undefined;
  readonly numberOf: (page: number) => string;
}

/** Fills all references of a galley; an anchor without a page is left empty (PRESS-006 tells of it). */
export function fillingOf(
  { targets, runs }: Pick<Galley, 'targets' | 'runs'>,
  numbers: PageNumbers,
): ReferenceFilling {
  return {
    pages: Object.fromEntries(targets.map((target) => [target, numberAt(target, numbers)])),
    runs: Object.fromEntries(runs.map((run) => [run, runPieces(run.split(/\s+/).filter(Boolean), numbers)])),
  };
}

/**
 * A run of pages: each page once, in order, neighbours joined. Anchors on pages 11, 13, 14, 14, 15 give `12,
 * 14–16` where page 11 carries the number 12. Pages are neighbours when they follow each other and are
 * numbered alike.
 */
export function runPieces(anchors: readonly AnchorId[], numbers: PageNumbers): readonly RunPiece[] {
  const firstOnPage = new Map<number, AnchorId>();
  for (const anchor of anchors) {
    const page = numbers.pageOf(anchor);
    if (page !== undefined && !firstOnPage.has(page)) firstOnPage.set(page, anchor);
  }
  const pages = [...firstOnPage.keys()].sort((a, b) => a - b);
  return joined(pages, numbers).flatMap(([from, to], index) => {
    const ends = from === to ? [from] : [from, to];
    const links = ends.map((page) => ({
      words: numbers.numberOf(page),
      anchor: firstOnPage.get(page) ?? '',
    }));
    const between = { words: '–' };
    return [
      ...(index === 0 ? [] : [{ words: ', ' }]),
      ...links.flatMap((link, place) => (place === 0 ? [link] : [between, link])),
    ];
  });
}

/**
 * Whether a galley laid out with one filling must be laid out again for another: some words have another
 * length, or they were fitted into a line that does not hold the others. Any number holds another of as many
 * figures; runs of pages are broken too.
 */
export function reshapes(
  laid: ReferenceFilling,
  { now, fitted }: { now: ReferenceFilling; fitted: readonly string[] },
): boolean {
  const exact = new Set(fitted);
  return shape(laid, exact) !== shape(now, exact);
}

/**
 * What a galley is laid out with in place of its numbers: any number stands for all of as many figures, so
 * that pages which move elsewhere in the book change nothing of it. Runs of pages stay: a set line keeps the
 * words that it was set with.
 */
export function inPlaceOf({ pages, runs }: ReferenceFilling): ReferenceFilling {
  return {
    pages: Object.fromEntries(
      Object.entries(pages).map(([target, words]) => [
        target,
        isFigures(words) ? '8'.repeat(words.length) : words,
      ]),
    ),
    runs,
  };
}

/** The anchors that a galley refers to, runs taken apart. */
export function targetsIn({ targets, runs }: Pick<Galley, 'targets' | 'runs'>): readonly AnchorId[] {
  return [...targets, ...runs.flatMap((run) => run.split(/\s+/).filter(Boolean))];
}

function numberAt(anchor: AnchorId, { pageOf, numberOf }: PageNumbers): string {
  const page = pageOf(anchor);
  return page === undefined ? '' : numberOf(page);
}

function joined(pages: readonly number[], { numberOf }: PageNumbers): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (
      last !== undefined &&
      page === last[1] + 1 &&
      isArabic(numberOf(page)) === isArabic(numberOf(last[1]))
    )
      last[1] = page;
    else runs.push([page, page]);
  }
  return runs;
}

function isArabic(number: string): boolean {
  return /^\d/.test(number);
}

function shape({ pages, runs }: ReferenceFilling, exact: ReadonlySet<string>): string {
  const shapeOf = (target: string, words: string): readonly (string | number)[] => [
    target,
    exact.has(target) ? words : words.length,
  ];
  return JSON.stringify([
    Object.entries(pages).map(([target, words]) =>
      shapeOf(target, isFigures(words) ? '0'.repeat(words.length) : words),
    ),
    Object.entries(runs).map(([run, pieces]) => shapeOf(run, pieces.map(({ words }) => words).join(''))),
  ]);
}
