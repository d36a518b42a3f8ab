import { describe, expect, it } from 'vitest';
import { planPages } from '../../../src/layout/pages/page-breaks.js';
import type { Block, Column, Division, PagePlan } from '../../../src/layout/pages/page-column.js';

const best = (lines: number): Division => ({ lines, cost: 0, broken: [] });
const paragraph = (lines: number, more: Partial<Division>[] = []): Block => ({
  kind: 'paragraph',
  air: 0,
  tail: 0,
  notes: [],
  divisions: [best(lines), ...more.map((one) => ({ ...best(lines), cost: 50, ...one }))],
});
const solid = (kind: 'heading' | 'scene-break' | 'art', lines: number): Block => ({
  kind,
  air: 1,
  lines,
  noteHeight: 0,
});
const column = (blocks: readonly Block[], more: Partial<Column> = {}): Column => ({
  blocks,
  depth: 10,
  noteRule: 1,
  start: 'recto',
  ...more,
});
const starts = (plan: PagePlan | undefined): string | undefined =>
  plan?.starts.map(({ block, line }) => `${block}.${line}`).join(' ');

describe('the page breaker', () => {
  it('fills pages and leaves no line alone', () => {
    expect(starts(planPages(column([paragraph(9), paragraph(6), paragraph(9), paragraph(8)])))).not.toContain(
      '.1',
    );
    expect(starts(planPages(column([paragraph(10), paragraph(10), paragraph(10)])))).toBe('1.0 2.0');
  });

  it('makes a paragraph a line longer rather than leave a widow', () => {
    // Eleven lines on ten: the last would stand alone.
    const plan = planPages(column([paragraph(5), paragraph(6, [{ lines: 7 }]), paragraph(8)]));
    expect(plan?.divisions).toEqual({ 1: 1 });
    expect(starts(plan)).toBe('1.5');
  });

  it('gives pages that face each other the same depth', () => {
    // Page 0 is a recto; pages 1 and 2 face each other. One page has to be short by a line, so both are.
    const text = [paragraph(10), paragraph(9), solid('art', 8), paragraph(20)];
    expect(starts(planPages(column(text)))).toBe('1.0 2.0 3.2 3.12');
  });

  it('makes a paragraph dearly a line longer rather than let a page differ from the one that faces it', () => {
    const dear = paragraph(9, [{ lines: 10, cost: 700 }]);
    expect(planPages(column([paragraph(10), dear, solid('art', 10), paragraph(20)]))?.divisions).toEqual({
      1: 1,
    });
  });

  it('takes a heading to the next page when fewer than three lines can follow it', () => {
    expect(starts(planPages(column([paragraph(6), solid('heading', 1), paragraph(8)])))).toBe('1.0');
    expect(starts(planPages(column([paragraph(4), solid('heading', 1), paragraph(12)])))).toBe('2.4');
  });

  it('leaves what a style keeps with the block before it', () => {
    const kept = (lines: number): Block => ({ ...paragraph(lines), stays: 'with-previous' });
    // A letter's signature would be the first thing on the second page.
    expect(starts(planPages(column([paragraph(6), paragraph(4), paragraph(1), paragraph(8)])))).toBe('2.0');
    expect(starts(planPages(column([paragraph(6), paragraph(4), kept(1), paragraph(8)])))).not.toContain(
      '2.0',
    );
    // A letter of three short paragraphs goes over whole, although it leaves the page two lines short.
    expect(starts(planPages(column([paragraph(8), paragraph(1), kept(1), kept(1), paragraph(7)])))).toBe(
      '1.0',
    );
  });

  it('counts short paragraphs under a heading towards the three lines', () => {
    expect(
      starts(
        planPages(column([paragraph(5), solid('heading', 1), paragraph(2), solid('art', 4), paragraph(6)])),
      ),
    ).toBe('1.0 4.0');
  });

  it('lets no scene break stand at the edge of a page', () => {
    expect(
      starts(planPages(column([paragraph(8), solid('scene-break', 1), { ...paragraph(12), air: 1 }]))),
    ).toBe('0.6 2.5');
  });

  it('leaves room for notes on the page that calls them', () => {
    const called: Block = {
      kind: 'paragraph',
      air: 0,
      tail: 0,
      divisions: [best(9)],
      notes: [{ line: 8, height: 1.5 }],
    };
    expect(starts(planPages(column([called, paragraph(9)])))).toBe('0.7 1.4');
  });

  it('leaves no hole above notes where a paragraph can run a line longer on the next page', () => {
    // The first page has room for eight lines above its note. If it takes them all, the next is a line short,
    // but for the longer paragraph.
    const called: Block = {
      kind: 'paragraph',
      air: 0,
      tail: 0,
      divisions: [best(4)],
      notes: [{ line: 2, height: 1 }],
    };
    const text = [
      called,
      paragraph(4),
      solid('art', 7),
      paragraph(4, [{ lines: 5 }]),
      solid('scene-break', 1),
      { ...paragraph(20), air: 1 },
    ];
    expect(starts(planPages(column(text)))).toBe('2.0 3.3 5.5 5.15');
  });

  it('begins a page where the author begins one', () => {
    expect(starts(planPages(column([paragraph(3), { ...paragraph(3), begins: 'page' }, paragraph(3)])))).toBe(
      '1.0',
    );
  });

  it('ends a chapter on five lines where that can be had', () => {
    expect(starts(planPages(column([paragraph(10), paragraph(12)])))).toBe('0.8 1.7');
  });

  it('leaves room for a head that is repeated where a table goes on', () => {
    const table = (head: number): readonly Block[] => [
      solid('art', 3),
      ...Array.from({ length: 22 }, (): Block => ({ kind: 'art', air: 0, lines: 1, noteHeight: 0, head })),
    ];
    expect(starts(planPages(column(table(0))))).toBe('7.0 17.0');
    expect(starts(planPages(column(table(2))))).toBe('7.0 15.0');
  });

  it('says so when something is higher than a page', () => {
    expect(planPages(column([paragraph(3), solid('art', 11)]))).toBeUndefined();
  });
});
