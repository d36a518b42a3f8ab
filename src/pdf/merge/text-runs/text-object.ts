// What one text object shows, gathered: letters follow each other into a run as long as they stand side by
// side at one height.
import type { RunFont } from './run-fonts.js';

export interface RunFace {
  readonly font: RunFont;
  readonly size: number;
}

/** Followed operator by operator; places are in the units of the text, from the last `Tm`. */
export interface Runs {
  move(x: number, y: number): void;
  show(glyphs: readonly number[], face: RunFace): void;
  /** Text that cannot be gathered, as the operator that shows it. */
  showAsIs(operator: string): void;
  /** Any other operator. */
  pass(operator: string): void;
  /** After a `Tm`: a line begins. */
  begin(): void;
  /** All that was written. */
  end(): string;
}

interface Run extends RunFace {
  readonly y: number;
  readonly letters: Letter[];
}

export function beginRuns(): Runs {
  const out: string[] = [];
  /** Where the line stands for what was followed, and for what was written. */
  let [x, y, writtenX, writtenY] = [0, 0, 0, 0];
  /**
   * Whether text was shown since the line was written: the next would stand behind it without a move, even
   * one by nothing.
   */
  let hasShown = false;
  let spacing = 0;
  let run: Run | undefined;
  const moveTo = (toX: number, toY: number): void => {
    const [byX, byY] = [rounded(toX - writtenX), rounded(toY - writtenY)];
    if (hasShown || byX !== 0 || byY !== 0) out.push(`${byX} ${byY} Td`);
    [writtenX, writtenY] = [toX, toY];
    hasShown = false;
  };
  const endRun = (): void => {
    if (run === undefined) return;
    for (const letters of apart(run.letters)) {
      moveTo(letters[0]?.x ?? 0, run.y);
      const { text, spacing: now } = writeRun(letters, { size: run.size, spacing });
      out.push(text);
      hasShown = true;
      spacing = now;
    }
    run = undefined;
  };
  const space = (): void => {
    if (spacing !== 0) out.push('0 Tc');
    spacing = 0;
  };
  return {
    move: (byX, byY) => {
      [x, y] = [x + byX, y + byY];
    },
    show: (glyphs, { font, size }) => {
      let at = x;
      for (const glyph of glyphs) {
        const letter = {
          glyph,
          x: at,
          width: (font.widthOf(glyph) * size) / 1000,
          isSpace: font.isSpace(glyph),
        };
        if (run !== undefined && !(run.y === y && follows(run.letters.at(-1), letter, size))) endRun();
        run ??= { font, size, y, letters: [] };
        run.letters.push(letter);
        at += letter.width;
      }
    },
    showAsIs: (operator) => {
      endRun();
      space();
      moveTo(x, y);
      out.push(operator);
      hasShown = true;
    },
    pass: (operator) => {
      endRun();
      out.push(operator);
    },
    begin: () => {
      [x, y, writtenX, writtenY, hasShown] = [0, 0, 0, 0, false];
    },
    end: () => {
      endRun();
      space();
      return out.join('\n');
    },
  };
}

/** Of the size: readers take what stands farther away than this for another piece of text. */
const FAR = 0.5;

function follows(before: Letter | undefined, next: Letter, size: number): boolean {
  if (before === undefined) return true;
  const step = next.x - before.x;
  return step > -FAR * size && step - (before.isSpace ? 0 : before.width) < FAR * size;
}

/**
 * Spaces before and behind words stay by themselves: they may stand outside of where the words are to be
 * seen.
 */
function apart(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const first = letters.findIndex(({ isSpace }) => !isSpace);
  if (first === -1) return [letters];
  const end = letters.findLastIndex(({ isSpace }) => !isSpace) + 1;
  return [letters.slice(0, first), letters.slice(first, end), letters.slice(end)].filter(
    ({ length }) => length > 0,
  );
}

// One run of letters: one spacing that suits most of them, and a step of its own wherever it does not.

/** Where a letter is to stand, and how far it moves on by itself; in the units of the text. */
interface Letter {
  readonly glyph: number;
  readonly x: number;
  readonly width: number;
  readonly isSpace: boolean;
}

interface RunSettings {
  readonly size: number;
  /** What `Tc` says before, in the units of the text. */
  readonly spacing: number;
}

/** The operators, and what `Tc` says after them. */
function writeRun(
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
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
