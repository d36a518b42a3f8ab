import { describe, expect, it } from 'vitest';
import type { PrintEdition } from '../../../src/model/edition.js';
import { mm, pageBoxes, type Box } from '../../../src/pdf/objects/page-geometry.js';

const edition: PrintEdition = {
  medium: 'print',
  marks: true,
  chapterStart: 'recto',
  pagesMultiple: 1,
  page: {
    trim: { width: 148, height: 210 },
    bleed: 3,
    overhang: 13,
    margins: { top: 20, bottom: 20, inside: 20, outside: 20 },
  },
};

function millimetres({ left, right, top, bottom }: Box): readonly number[] {
  return [right - left, top - bottom].map((points) => Math.round((points / mm(1)) * 10_000) / 10_000);
}

describe('page boxes', () => {
  it('are exact whatever Chromium rounded its page to', () => {
    const { media, bleed, trim } = pageBoxes(edition, { sheetTop: 668.88, purpose: 'print' });
    expect([media, bleed, trim].map(millimetres)).toEqual([
      [174, 236],
      [154, 216],
      [148, 210],
    ]);
    expect(668.88 - trim.top).toBeCloseTo(mm(13), 6);
  });

  it('end at the bleed when there are no marks', () => {
    const { media, bleed } = pageBoxes({ ...edition, marks: false }, { sheetTop: 700, purpose: 'print' });
    expect(media).toEqual(bleed);
  });

  it('end at the trim on a screen', () => {
    const { media, bleed, trim } = pageBoxes(edition, { sheetTop: 700, purpose: 'screen' });
    expect([media, bleed]).toEqual([trim, trim]);
  });
});
