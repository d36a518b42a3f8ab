// Letters that Chromium shows one by one, gathered into runs: every letter where it was, and nothing else
// changed.
import { describe, expect, it } from 'vitest';
import type { RunFont } from '../../../src/pdf/merge/text-runs/run-fonts.js';
import { gatherRuns } from '../../../src/pdf/merge/text-runs/gather-runs.js';
import { glyphsIn } from '../../../src/pdf/objects/run-glyphs.js';
import { numbers, operatorsOf } from '../../../src/pdf/objects/content-operators.js';

/** Glyph 1 is a space of a quarter of the size; all others take half of it. */
const FONT: RunFont = {
  widthOf: (glyph) => (glyph === 1 ? 250 : 500),
  isSpace: (glyph) => glyph === 1,
  isSoftHyphen: (glyph) => glyph === 9,
};
const fontNamed = (name: string): RunFont | undefined => (name === 'F4' ? FONT : undefined);

/** Letters one by one, as Chromium shows them: glyphs, and how far each stands from the one before. */
function line(...letters: readonly (readonly [glyph: string, step: number])[]): string {
  const shown = letters.map(([glyph, step], index) =>
    index === 0 ? `<${glyph}> Tj` : `${step} 0 Td <${glyph}> Tj`,
  );
  return `BT\n/F4 10 Tf\n1 0 0 -1 100 200 Tm\n${shown.join('\n')}\nET`;
}

interface Placed {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** Where a reader that knows the widths paints each glyph, from the last Tm. PDF 32000-1, 9.4.4. */
function placesIn(content: string): readonly Placed[] {
  const placed: Placed[] = [];
  let [size, spacing, x, y, lineX] = [0, 0, 0, 0, 0];
  const show = (string: string): void => {
    for (const glyph of glyphsIn(string) ?? []) {
      placed.push({ glyph, x, y });
      x += (FONT.widthOf(glyph) * size) / 1000 + spacing;
    }
  };
  for (const operator of operatorsOf(content)) {
    const [first = 0, second = 0] = numbers(operator, Math.min(2, operator.operands.length)) ?? [];
    if (operator.name === 'Tf') size = Number(operator.operands[1]?.text);
    else if (operator.name === 'Tm') [x, y, lineX] = [0, 0, 0];
    else if (operator.name === 'Td') [x, lineX, y] = [lineX + first, lineX + first, y + second];
    else if (operator.name === 'Tc') spacing = first;
    else if (operator.name === 'Tj' || operator.name === 'TJ') {
      for (const { kind, text } of operator.operands) {
        if (kind === 'string') show(text);
        else if (kind === 'number') x -= (Number(text) * size) / 1000;
      }
    }
  }
  return placed;
}

function expectSamePlaces(before: string): string {
  const after = gatherRuns(before, fontNamed);
  const [old, now] = [placesIn(before), placesIn(after)];
  expect(now.map(({ glyph, y }) => [glyph, y])).toEqual(old.map(({ glyph, y }) => [glyph, y]));
  now.forEach(({ x }, index) => {
    expect(Math.abs(x - (old[index]?.x ?? NaN))).toBeLessThan(0.0025);
  });
  return after;
}

describe('gathering letters', () => {
  it('puts a line that is tracked into one string, and says its spacing once', () => {
    const after = expectSamePlaces(line(['0002', 0], ['0003', 5.1], ['0004', 5.1], ['0005', 5.1]));
    expect(after).toBe('BT\n/F4 10 Tf\n1 0 0 -1 100 200 Tm\n0.1 Tc\n<0002000300040005> Tj\n0 Tc\nET');
  });

  it('steps where a letter stands closer, and where a space is wider', () => {
    const after = expectSamePlaces(
      line(['0002', 0], ['0003', 5], ['0001', 4.8], ['0004', 3.1], ['0005', 5], ['0006', 5]),
    );
    expect(after).toContain('[<00020003>20<0001>-60<000400050006>] TJ');
  });

  it('lets what is rounded never add up', () => {
    const letters = Array.from({ length: 400 }, (_, index): readonly [string, number] => [
      '0002',
      index % 3 === 0 ? 5.0049 : 5.0013,
    ]);
    expectSamePlaces(line(...letters));
  });

  it('leaves the spaces at the ends by themselves', () => {
    const after = expectSamePlaces(line(['0001', 0], ['0002', 2.5], ['0003', 5], ['0001', 5], ['0001', 2.5]));
    expect(after.match(/T[jJ]/g)).toHaveLength(3);
  });

  it('begins anew behind a wide gap, at another height and in another font', () => {
    const gap = expectSamePlaces(line(['0002', 0], ['0003', 5], ['0004', 11], ['0005', 5]));
    expect(gap.match(/T[jJ]/g)).toHaveLength(2);
    const raised = expectSamePlaces(
      'BT /F4 10 Tf 1 0 0 -1 0 0 Tm <0002> Tj 5 0 Td <0003> Tj 5 -3 Td <0004> Tj 5 3 Td <0005> Tj ET',
    );
    expect(raised.match(/T[jJ]/g)).toHaveLength(3);
    const other = gatherRuns(
      'BT /F4 10 Tf 1 0 0 -1 0 0 Tm <0002> Tj 5.2 0 Td <0003> Tj /F9 10 Tf 5 0 Td (ab) Tj ET',
      fontNamed,
    );
    expect(other).toBe(
      'BT /F4 10 Tf\n1 0 0 -1 0 0 Tm\n0.2 Tc\n<00020003> Tj\n/F9 10 Tf\n0 Tc\n10.2 0 Td\n(ab) Tj\nET',
    );
  });

  it('keeps marks, colours and what stands outside of text where they are', () => {
    const before =
      'q 1 0 0 rg 0 0 9 9 re f BT /F4 10 Tf 1 0 0 -1 0 0 Tm <0002> Tj 5 0 Td <0003> Tj /Span ' +
      '<</ActualText <FEFF00AD>>> BDC 5 0 Td <0004> Tj EMC 0 g 5 0 Td <0005> Tj ET Q';
    const after = expectSamePlaces(before);
    const order = [...operatorsOf(after)]
      .map(({ name }) => name)
      .filter((name) => !['Td', 'Tj', 'TJ', 'Tc'].includes(name));
    expect(order).toEqual(['q', 'rg', 're', 'f', 'BT', 'Tf', 'Tm', 'BDC', 'EMC', 'g', 'ET', 'Q']);
    expect([...operatorsOf(after)].map(({ name }) => name).filter((name) => name === 'Tj')).toHaveLength(3);
  });

  it('moves back to where a letter stands, also when its line began there', () => {
    const after = expectSamePlaces(
      line(['0002', 0], ['0003', 0], ['0001', 5], ['0001', 0], ['0004', 0], ['0005', 5]),
    );
    expect(after).toContain('<0004');
    const marked =
      'BT /F4 10 Tf 1 0 0 -1 0 0 Tm <0002> Tj /Span <</ActualText <FEFF200B>>> BDC 5 0 Td <0001> Tj ' +
      'EMC 0 0 Td <0003> Tj 5 0 Td <0004> Tj ET';
    expect(expectSamePlaces(marked)).toContain('EMC\n0 0 Td\n<00030004> Tj');
    expectSamePlaces(
      'BT /F4 10 Tf 1 0 0 -1 0 0 Tm <0002> Tj /F9 10 Tf 5 0 Td (ab) Tj /F4 10 Tf 0 0 Td <0003> Tj ET',
    );
  });

  it.each([
    ['named beside', '/Span<</ActualText <FEFF00AD>>> BDC 5 0 Td <0001> Tj EMC'],
    ['named by the font', '5 0 Td <0009> Tj'],
  ])('takes out a soft hyphen at which no line ended, %s, and joins the word', (_, hyphen) => {
    const after = gatherRuns(
      `BT /F4 10 Tf 1 0 0 -1 0 0 Tm <0002> Tj ${hyphen} 0 0 Td <0003> Tj 5 0 Td <0004> Tj ${hyphen} ET`,
      fontNamed,
    );
    expect(after).toBe('BT /F4 10 Tf\n1 0 0 -1 0 0 Tm\n<000200030004> Tj\nET');
  });

  it('keeps a soft hyphen that is drawn', () => {
    const drawn =
      'BT /F4 10 Tf 1 0 0 -1 0 0 Tm <0002> Tj /Span<</ActualText <FEFF00AD>>> BDC 5 0 Td <0006> Tj ' +
      'EMC 5 0 Td <0003> Tj ET';
    expect(expectSamePlaces(drawn)).toContain('/Span<</ActualText <FEFF00AD>>> BDC\n5 0 Td\n<0006> Tj\nEMC');
    expect(expectSamePlaces(line(['0002', 0], ['0009', 5], ['0003', 5]))).toContain('<000200090003> Tj');
  });

  it.each([
    ['spacing of another hand', 'BT 0.1 Tc /F4 10 Tf <0002> Tj 5 0 Td <0003> Tj ET'],
    ['lines that move by their leading', 'BT /F4 10 Tf 12 TL <0002> Tj T* <0003> Tj ET'],
    ['runs that are gathered already', 'BT /F4 10 Tf [<0002> -20 <0003>] TJ ET'],
    ['text that goes on without a move', 'BT /F4 10 Tf <0002> Tj <0003> Tj ET'],
    ['no text at all', '0 0 9 9 re f'],
  ])('leaves %s as it is', (_, content) => {
    expect(gatherRuns(content, fontNamed)).toBe(content);
  });

  it('reads strings in both spellings', () => {
    expect(glyphsIn('<002d019A>')).toEqual([0x2d, 0x19a]);
    expect(glyphsIn(String.raw`(\t1\\\()`)).toEqual([0x0931, 0x5c28]);
    expect(glyphsIn(String.raw`(\0551)`)).toEqual([0x2d31]);
    expect(glyphsIn('<00>')).toBeUndefined();
  });
});
