// The word spaces of a book as a drawing and in figures: how even its lines are, at a glance.
import { evennessOf, isFull } from '../../check/lines/index.js';
import type { LineReport } from '../../model/line-report.js';

/** Word spaces over natural ones: the range that is drawn, and the width of a bar. */
const FROM = 0.7;
const TO = 2.5;
const STEP = 0.05;
const LOOSE = 1.5;
const WIDTH = 640;
const HEIGHT = 110;
const SIDE = 20;
const FOOT = HEIGHT + 16;

/** As HTML: an SVG and the sentence that says the same. Empty for a book without justified lines. */
export function histogram({ paragraphs }: LineReport): string {
  const lines = paragraphs
    .filter(({ state }) => state === 'set')
    .flatMap((one) => one.lines)
    .filter((line) => isFull(line) && line.space !== undefined);
  if (lines.length === 0) return '';
  const shares = barsOf(lines.map(({ space = 1 }) => space));
  const { mean, spread, loose, hyphens } = evennessOf(lines, LOOSE);
  const tight = lines.filter(({ space = 1 }) => space < 0.8).length / lines.length;
  const said =
    `${lines.length} full lines: mean ${mean.toFixed(2)} of the natural word space, spread ` +
    `${spread.toFixed(2)}; ${percent(loose)} of the lines are looser than 1.5, ${percent(tight)} ` +
    `tighter than 0.8, ${percent(hyphens)} end in a hyphen.`;
  return (
    `<figure><svg viewBox="0 0 ${WIDTH} ${FOOT + 22}" role="img" aria-label="Histogram of word spaces. ` +
    `${said}">${bars(shares)}<path d="M${SIDE} ${FOOT}H${WIDTH - SIDE}" ` +
    `stroke="#333"/>${TICKS.map(tick).join('')}</svg><figcaption>${said} Each bar is a twentieth of the ` +
    'natural space. How Chromium would have set these lines is not measured in a build; for the three ' +
    'themes the two stand side by side in Foldmark’s docs/internals/layout.md.</figcaption></figure>'
  );
}

function barsOf(spaces: readonly number[]): readonly number[] {
  const counts = new Array<number>(Math.round((TO - FROM) / STEP)).fill(0);
  for (const space of spaces) {
    const bar = Math.min(counts.length - 1, Math.max(0, Math.floor((space - FROM) / STEP + 1e-9)));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts.map((count) => count / spaces.length);
}

function bars(shares: readonly number[]): string {
  const most = Math.max(...shares);
  return shares
    .map((share, index) => {
      const height = (share / most) * HEIGHT;
      return share === 0
        ? ''
        : `<rect x="${round(at(FROM + index * STEP) + 0.5)}" y="${round(FOOT - height)}" ` +
            `width="${round(at(FROM + STEP) - at(FROM) - 1)}" height="${round(height)}" fill="#c4007a"/>`;
    })
    .join('');
}

const TICKS = [0.8, 1, 1.25, 1.5, 2, 2.5] as const;

function tick(value: number): string {
  return (
    `<text x="${round(at(value))}" y="${FOOT + 15}" text-anchor="middle" ` +
    `font-size="11">${value === TO ? `${TO}+` : value}</text>`
  );
}

function at(space: number): number {
  return SIDE + ((space - FROM) / (TO - FROM)) * (WIDTH - 2 * SIDE);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
