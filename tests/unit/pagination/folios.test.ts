import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/model/edition.js';
import { numberPages, romanFolio } from '../../../src/pagination/folios.js';
import { placeGalleys } from '../../../src/pagination/page-starts.js';

function part(id: string, folios: Part['folios'], kind: Part['kind'] = 'chapter'): Part {
  return { id, kind, role: 'body', title: id, runningHead: id, start: 'next', folios, flow: [] };
}

describe('numbering pages', () => {
  const parts = [
    part('cover', 'none', 'cover'),
    part('blank', 'roman', 'blank'),
    part('contents', 'roman', 'contents'),
    part('one', 'arabic'),
    part('end', 'none', 'back-cover'),
  ];
  const pages = numberPages(
    placeGalleys(parts, { lengths: new Map(parts.map(({ id }) => [id, 1])), multiple: 1 }),
  );

  it('counts every page, roman before the body and arabic from 1 in it', () => {
    expect(pages.map(({ number }) => number)).toEqual(['i', 'ii', 'iii', '1', '2']);
  });

  it('prints none on covers and blank pages', () => {
    expect(pages.map(({ folio }) => folio)).toEqual(['', '', 'iii', '1', '']);
  });

  it('writes roman numerals as printers do', () => {
    expect([1, 4, 9, 14, 40, 90, 444, 1999].map(romanFolio)).toEqual([
      'i',
      'iv',
      'ix',
      'xiv',
      'xl',
      'xc',
      'cdxliv',
      'mcmxcix',
    ]);
  });
});

it('counts the pages of a collection from its cover', () => {
  const parts = [
    part('cover', 'none', 'cover'),
    part('contents', 'continuous', 'contents'),
    part('one', 'continuous'),
  ];
  const pages = numberPages(
    placeGalleys(parts, { lengths: new Map(parts.map(({ id }) => [id, 1])), multiple: 1 }),
  );
  expect(pages.map(({ number, folio }) => [number, folio])).toEqual([
    ['1', ''],
    ['2', '2'],
    ['3', '3'],
  ]);
});
