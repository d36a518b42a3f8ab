// Every layout is printed, folded and read: each page once, the right way up, in order, at many page counts.
import { describe, expect, it } from 'vitest';
import { LAYOUT_NAMES, USUAL_IMPOSITION, type ImposeSettings } from '../../../src/model/imposition.js';
import { LAYOUTS } from '../../../src/imposition/layouts.js';
import { planSheets, type ImpositionOrder, type SheetPlan } from '../../../src/imposition/sheet-plan.js';
import { bind } from './bind.js';
import { printed, type PrintedPage, type PrintedSheet } from './paper.js';

const A5 = { width: 148, height: 210 };
const COUNTS = [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 20, 31, 32, 33, 44, 45, 64, 97, 128, 342];

function plan(
  layout: ImpositionOrder['layout'],
  pages: number,
  {
    tail = 0,
    page = A5,
    ...settings
  }: Partial<ImposeSettings> & { tail?: number; page?: ImpositionOrder['page'] } = {},
): SheetPlan {
  return planSheets({ layout, pages, page, bleed: 0, tail, settings: { ...USUAL_IMPOSITION, ...settings } });
}

/** The sheets as the plan has them printed. */
function sheetsOf({ paper, sheets, duplex = 'short-edge' }: SheetPlan): readonly PrintedSheet[] {
  return sheets.map(({ sides: [front, back] }) => {
    const pages = (side: typeof front): readonly PrintedPage[] =>
      (side?.placements ?? []).map(({ page, turn, left, right, bottom, top }) => ({
        page,
        turn,
        x: (left + right) / 2,
        y: (bottom + top) / 2,
      }));
    return { ...paper, duplex, front: pages(front), ...(back ? { back: pages(back) } : {}) };
  });
}

function signaturesOf({ sheets, signatures }: SheetPlan): readonly number[] {
  return Array.from(
    { length: signatures },
    (_, index) => sheets.filter(({ signature }) => signature === index).length,
  );
}

describe('folded sheets', () => {
  for (const layout of LAYOUT_NAMES.filter((name) => name !== 'minizine')) {
    for (const binding of ['left', 'right'] as const) {
      for (const duplex of ['short-edge', 'long-edge'] as const) {
        it(`read in order as ${layout}, bound on the ${binding}, turned over the ${duplex}`, () => {
          for (const count of COUNTS) {
            for (const page of [A5, { width: 297, height: 210 }]) {
              const made = plan(layout, count, { binding, duplex, page });
              const faces = bind({ layout, binding, sheets: sheetsOf(made), signatures: signaturesOf(made) });
              expect(
                faces.map((face) => face.page),
                `${count} pages`,
              ).toEqual([
                ...Array.from({ length: count }, (_, index) => index),
                ...Array.from({ length: made.blanks }, () => undefined),
              ]);
              expect(faces.filter((face) => face.page !== undefined && !face.upright)).toEqual([]);
            }
          }
        });
      }
    }
  }

  it('have no more blank pages than the last sheet needs', () => {
    const blanks = (layout: ImpositionOrder['layout']) => plan(layout, 45).blanks;
    expect(Object.fromEntries(LAYOUT_NAMES.map((name) => [name, blanks(name)]))).toEqual({
      booklet: 3,
      signatures: 3,
      minizine: 3,
      quarter: 3,
      sixteen: 3,
      '2-up': 3,
      '4-up': 3,
    });
  });

  it('keep the back cover outside when pages are missing', () => {
    const made = plan('booklet', 45, { tail: 1 });
    const faces = bind({ layout: 'booklet', binding: 'left', sheets: sheetsOf(made), signatures: [] });
    expect(faces.slice(43).map(({ page }) => page)).toEqual([43, undefined, undefined, undefined, 44]);
  });

  it('are shared out evenly among signatures', () => {
    expect(signaturesOf(plan('signatures', 36, { sheets: 4 }))).toEqual([3, 3, 3]);
    expect(signaturesOf(plan('signatures', 44, { sheets: 4 }))).toEqual([4, 4, 3]);
    expect(signaturesOf(plan('signatures', 8, { sheets: 4 }))).toEqual([2]);
  });
});

/**
 * A mini zine cannot be folded flat as a whole: the slit opens into a cross. Its panels stand in a ring, each
 * joined to the next by paper that is not cut; folded, all lie on one another, each other one face up.
 */
describe('a mini zine', () => {
  for (const binding of ['left', 'right'] as const) {
    it(`is a ring of eight pages around its slit, bound on the ${binding}`, () => {
      for (const count of [8, 5, 24]) {
        const made = plan('minizine', count, { binding });
        for (const [index, sheet] of sheetsOf(made).entries())
          expectRing(sheet, { first: index * 8, count, binding });
      }
    });
  }

  it('is cut along the middle of its two inner columns, and nowhere else', () => {
    const [sheet] = plan('minizine', 8).sheets;
    expect(sheet?.sides[0]?.marks.filter(({ kind }) => kind === 'cut')).toEqual([
      { kind: 'cut', from: [74.25, 105], to: [222.75, 105] },
    ]);
  });
});

function expectRing(
  sheet: PrintedSheet,
  { first, count, binding }: { first: number; count: number; binding: 'left' | 'right' },
): void {
  const panels = printed(sheet, { columns: 4, rows: 2 }).flatMap((row, y) =>
    row.flatMap((leaves, x) => leaves.map(({ top }) => ({ ...top, x, y }))),
  );
  const panel = (number: number) => panels.find(({ page }) => page === first + number - 1);
  const cover = panel(1);
  for (const one of panels) {
    if (one.page === undefined) continue;
    const number = one.page - first + 1;
    // Folded over each line between, a panel of the other row comes to lie on its head, and one of the other
    // colour of a chessboard face down.
    expect(one.upright, `page ${number}`).toBe(one.y === cover?.y);
    expect(
      (one.x + one.y) % 2 === ((cover?.x ?? 0) + (cover?.y ?? 0)) % 2,
      `page ${number} is a right-hand page`,
    ).toBe(number % 2 === 1);
    const next = panel((number % 8) + 1);
    if (!next) continue;
    expect(Math.abs(one.x - next.x) + Math.abs(one.y - next.y), `page ${number} joins the next`).toBe(1);
    expect(one.y !== next.y && (one.x === 1 || one.x === 2), 'joined across the slit').toBe(false);
    if (number % 2 === 0) expectSpread(one, next, binding);
  }
  expect(panels.filter(({ page }) => page !== undefined).length).toBe(Math.min(8, count - first));
}

/**
 * Two pages that face one another meet in the spine: read left to right, the even one has it on its right.
 */
function expectSpread(
  even: { x: number; y: number; upright: boolean },
  odd: { x: number; y: number },
  binding: 'left' | 'right',
): void {
  const rightward = (even.upright ? odd.x - even.x : even.x - odd.x) === 1;
  expect(odd.y).toBe(even.y);
  expect(rightward).toBe(binding === 'left');
}

describe('the plan', () => {
  it('lays A5 on A4 at its own size, page against page', () => {
    const { paper, scale, sheets } = plan('booklet', 4);
    expect([paper, scale]).toEqual([{ width: 297, height: 210 }, 1]);
    expect(sheets[0]?.sides[0]?.placements.map(({ page, left, right }) => [page, left, right])).toEqual([
      [3, 0.5, 148.5],
      [0, 148.5, 296.5],
    ]);
  });

  it('makes pages smaller when the printer leaves a margin, and never larger', () => {
    expect(plan('booklet', 4, { margin: 5 }).scale).toBeCloseTo(200 / 210, 9);
    expect(plan('booklet', 4, { page: { width: 74, height: 105 } }).scale).toBe(1);
    expect(plan('minizine', 8).scale).toBe(0.5);
  });

  it('keeps every page of a margin inside of what the printer prints', () => {
    for (const layout of LAYOUT_NAMES) {
      const { sheets, paper } = plan(layout, 16, { margin: 7 });
      for (const { left, right, bottom, top } of sheets.flatMap(({ sides }) =>
        sides.flatMap(({ placements }) => placements),
      )) {
        expect(
          Math.min(left, bottom, paper.width - right, paper.height - top),
          layout,
        ).toBeGreaterThanOrEqual(7 - 1e-9);
      }
    }
  });

  it('moves the pages of inner sheets toward the spine, cut off at the fold', () => {
    const { sheets } = plan('booklet', 16, { creep: 0.1 });
    const inner = sheets[3]?.sides[0]?.placements ?? [];
    expect(
      inner.map(({ left, right, clip }) =>
        [left, right, clip.left, clip.right].map((one) => Math.round(one * 10) / 10),
      ),
    ).toEqual([
      [0.8, 148.8, 0.5, 148.5],
      [148.2, 296.2, 148.5, 296.5],
    ]);
  });

  it('says that a margin leaves no room', () => {
    const made = plan('minizine', 8, { margin: 60 });
    expect([made.scale <= 0, made.sheets.length]).toEqual([true, 0]);
  });

  it('leaves room for the bleed between pages that are cut apart, and none at the spine', () => {
    const made = planSheets({
      layout: 'sixteen',
      pages: 16,
      page: { width: 74, height: 105 },
      bleed: 3,
      tail: 0,
      settings: { ...USUAL_IMPOSITION, paper: { width: 320, height: 450 } },
    });
    const [lower] = [made.sheets[0]?.sides[0]?.placements.filter(({ turn }) => turn === 0) ?? []];
    expect(lower.map(({ left, right }) => [left, right].map(Math.round))).toEqual([
      [74, 148],
      [148, 222],
      [228, 302],
      [302, 376],
    ]);
    expect(
      lower.map(({ left, right, clip }) => [left - clip.left, clip.right - right].map(Math.round)),
    ).toEqual([
      [3, 0],
      [0, 3],
      [3, 0],
      [0, 3],
    ]);
  });

  it('marks signatures with bars that make stairs', () => {
    const { sheets } = plan('signatures', 64, { sheets: 4 });
    const bars = sheets.map(({ sides }) => sides[0]?.marks.filter(({ kind }) => kind === 'collation') ?? []);
    expect(bars.map((one) => one.length)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
    expect(bars.flat().map(({ from }) => from)).toEqual([204, 198, 192, 186].map((y) => [148.5, y]));
  });

  it('draws nothing when no marks are wanted, and draws them outside of the artwork otherwise', () => {
    const a3 = { width: 297, height: 420 };
    expect(
      plan('booklet', 8, { paper: a3, marks: 'none' }).sheets.flatMap(({ sides }) =>
        sides.flatMap(({ marks }) => marks),
      ),
    ).toEqual([]);
    const [sheet] = plan('booklet', 8, { paper: a3 }).sheets;
    const lines = sheet?.sides[0]?.marks ?? [];
    expect([...new Set(lines.map(({ kind }) => kind))].sort()).toEqual(['cut', 'fold']);
    for (const {
      from: [x, y],
    } of lines) {
      const over = sheet?.sides[0]?.placements.some(
        ({ left, right, bottom, top }) => x > left && x < right && y > bottom && y < top,
      );
      expect(over).toBe(false);
    }
  });

  it('covers every layout', () => {
    expect(Object.keys(LAYOUTS)).toEqual([...LAYOUT_NAMES]);
  });
});
