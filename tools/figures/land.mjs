// Mountains: a jagged skyline grown between a few given summits, and ways of shading what lies under it.
import { BLACK, outline } from './ink.mjs';

/**
 * A skyline through `summits`, broken up by moving midpoints `depth` times, by up to `rough` units at first.
 */
export function skyline({ summits, rough, depth, random }) {
  return summits
    .slice(1)
    .reduce(
      (points, summit) => [...points, ...between({ from: points.at(-1), to: summit, rough, depth, random })],
      [summits[0]],
    );
}

/** The same land as a closed shape down to `floor`. */
export function landShape(points, floor) {
  return `${outline(points)}L${points.at(-1)[0]} ${floor}L${points[0][0]} ${floor}Z`;
}

/** Height of the skyline at `x`. */
export function skylineAt(points, x) {
  const next = points.findIndex((point) => point[0] >= x);
  if (next < 0) return points.at(-1)[1];
  if (next === 0) return points[0][1];
  const [[x1, y1], [x2, y2]] = [points[next - 1], points[next]];
  return y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
}

/**
 * Hatching as engravers drew relief: strokes hang from the skyline, long where it falls away from a light on
 * the left.
 */
export function hachures({ points, step, length, random, stroke = BLACK, width }) {
  const [from, to] = [points[0][0], points.at(-1)[0]];
  const marks = Array.from({ length: Math.floor((to - from) / step) }, (_, index) => {
    const x = from + (index + 0.5) * step;
    const fall = length * shade(skylineAt(points, x + 5) - skylineAt(points, x - 5)) * (0.5 + 0.5 * random());
    return fall < 1
      ? ''
      : `M${x.toFixed(2)} ${skylineAt(points, x).toFixed(2)}l${(fall * 0.16).toFixed(2)} ${fall.toFixed(2)}`;
  });
  return `<path d="${marks.join('')}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
}

/** From 0 on slopes that face the light to 1 on steep ones that face away; `drop` is over ten units. */
function shade(drop) {
  return Math.min(1, Math.max(0, 0.22 + drop / 16));
}

function between({ from, to, rough, depth, random }) {
  if (depth === 0) return [to];
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + (random() - 0.5) * rough];
  const rest = { rough: rough * 0.52, depth: depth - 1, random };
  return [...between({ from, to: middle, ...rest }), ...between({ from: middle, to, ...rest })];
}
