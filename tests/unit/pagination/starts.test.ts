import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/model/edition.js';
import { element } from '../../../src/model/flow.js';
import { placeGalleys } from '../../../src/pagination/page-starts.js';

function part(id: string, start: Part['start'], classes = 'section'): Part {
  return {
    id,
    kind: 'chapter',
    role: 'body',
    title: id,
    runningHead: id,
    start,
    folios: 'arabic',
    flow: [element('section', { class: classes }, [])],
  };
}

function places(
  parts: readonly Part[],
  { lengths, multiple = 1 }: { lengths: readonly number[]; multiple?: number },
): readonly string[] {
  const byId = new Map(parts.map(({ id }, index) => [id, lengths[index] ?? 0]));
  return placeGalleys(parts, { lengths: byId, multiple }).map((sheet) =>
    sheet.part === undefined ? '-' : `${sheet.part.id}${sheet.page}`,
  );
}

describe('placing galleys', () => {
  it('begins a recto part on a recto, with a blank page before it where needed', () => {
    expect(places([part('a', 'recto'), part('b', 'recto')], { lengths: [1, 2] })).toEqual([
      'a0',
      '-',
      'b0',
      'b1',
    ]);
  });

  it('begins a verso part on a verso', () => {
    expect(places([part('a', 'verso'), part('b', 'next')], { lengths: [1, 1] })).toEqual(['-', 'a0', 'b0']);
  });

  it('adds nothing before parts that begin on the next page', () => {
    expect(places([part('a', 'next'), part('b', 'next')], { lengths: [1, 1] })).toEqual(['a0', 'b0']);
  });

  it('fills up at the end when nothing covers the last sheet', () => {
    expect(places([part('a', 'next')], { lengths: [3], multiple: 4 })).toEqual(['a0', 'a1', 'a2', '-']);
  });

  it('fills up before a last section that covers the sheet', () => {
    expect(
      places([part('a', 'next'), part('back', 'next', 'section bare')], { lengths: [2, 1], multiple: 4 }),
    ).toEqual(['a0', 'a1', '-', 'back0']);
  });

  it('calls the first page a recto', () => {
    expect(
      placeGalleys([part('a', 'next')], { lengths: new Map([['a', 2]]), multiple: 1 }).map(
        ({ side }) => side,
      ),
    ).toEqual(['recto', 'verso']);
  });
});
