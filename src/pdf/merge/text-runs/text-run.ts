// One run of letters: one spacing that suits most of them, and a step of its own wherever it does not.

/** Where a letter is to stand, and how far it moves on by itself; in the units of the text. */
export interface Letter {
  readonly glyph: number;
  readonly x: number;
  readonly width: number;
  readonly isSpace: boolean;
}

export interface RunSettings {
  readonly size: number;
  /** What `Tc` says before, in the units of the text. */
  readonly spacing: number;
}

/** The operators, and what `Tc` says after them. */
export function writeRun(
  letters: readonly Letter[],
  { size, spacing: before }: RunSettings,
): { readonly text: string; readonly spacing: number } {
  const unit = size / 1000;
  const spacing = rounded(usualStep(letters, unit) * unit);
  const parts: string[] = [];
  let string = '';
  let at = letters[0]?.x ?? 0;
  for (const { glyph, x, width } of letters) {
    // Steps are tenths of a thousandth; what is left over stays in `at`, so that it never adds up.
    const step = Math.round(((x - at) / unit) * FINE) / FINE;
    if (Math.abs(x - at) >= NEAR * unit && step !== 0) {
      parts.push(`<${string}>`, String(-step));
      string = '';
      at += step * unit;
    }
    string += glyph.toString(16).padStart(4, '0');
    at += width + spacing;
  }
  parts.push(`<${string}>`);
  const shown = parts.length === 1 ? `${parts.join('')} Tj` : `[${parts.join('')}] TJ`;
  return { text: spacing === before ? shown : `${spacing} Tc\n${shown}`, spacing };
}

/**
 * Thousandths of an em by which a letter may stand beside its place. Five times as much cannot be seen
 * either, but where words stand as close as they may, readers of the file would take two for one.
 */
const NEAR = 0.2;

/** Of a thousandth of an em. */
const FINE = 10;

/** Thousandths of an em between letters that come oftenest; the least of those that come equally often. */
function usualStep(letters: readonly Letter[], unit: number): number {
  const counts = new Map<number, number>();
  for (const [index, { x }] of letters.entries()) {
    const last = letters[index - 1];
    if (last === undefined) continue;
    const step = Math.round((x - last.x - last.width) / unit);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [usual = [0]] = [...counts].sort(
    ([a, first], [b, second]) => second - first || Math.abs(a) - Math.abs(b) || a - b,
  );
  return usual[0];
}

/**
 * Chromium writes up to seven digits behind the point; a hundred-thousandth of a unit is far below what is
 * drawn.
 */
export function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
