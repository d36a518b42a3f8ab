// What every figure of the zine is drawn with: two inks, the paper, a seeded chance, and SVG as text. One
// unit is one typographic point, so that 280 units fill the zine's measure and 14 are one line of its grid.

export const BLACK = '#000';
export const SPOT = '#ff5c39';
export const PAPER = '#fff';

/**
 * A drawing `width` by `height` units, at `millimetres` a unit (a point unless said otherwise). It brings its
 * own paper, for readers at night.
 */
export function drawing({ width, height, shapes, millimetres = 25.4 / 72, ground = PAPER }) {
  const size = (units) => `${fix(units * millimetres)}mm`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size(width)}" height="${size(height)}" viewBox="0 ` +
    `0 ${width} ${height}">\n<rect width="${width}" height="${height}" ` +
    `fill="${ground}"/>\n${shapes.join('\n')}\n</svg>\n`
  );
}

export function circle({ x, y, r, fill = 'none', stroke, width = 0, dash }) {
  return (
    `<circle cx="${fix(x)}" cy="${fix(y)}" r="${fix(r)}" ` + `fill="${fill}"${pen({ stroke, width, dash })}/>`
  );
}

export function line({ x1, y1, x2, y2, stroke = BLACK, width, dash }) {
  return `<path d="M${fix(x1)} ${fix(y1)}L${fix(x2)} ${fix(y2)}"${pen({ stroke, width, dash })}/>`;
}

export function path({ points, closed = '', fill = 'none', stroke, width = 0, dash }) {
  return `<path d="${outline(points)}${closed}" fill="${fill}"${pen({ stroke, width, dash })}/>`;
}

/** The SVG path through points, each `[x, y]`. */
export function outline(points) {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${fix(x)} ${fix(y)}`).join('');
}

/** A moon in the second ink with a ring of bare paper, so that the two inks never touch. */
export function moon({ x, y, r, gap = r * 0.42, fill = SPOT, ground = PAPER }) {
  return circle({ x, y, r: r + gap, fill: ground }) + circle({ x, y, r, fill });
}

/** Where `turn` (in full turns, clockwise from the top) lies on a circle. */
export function onCircle({ x, y, r, turn }) {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
}

/** Numbers from 0 to below 1, the same on every machine (Park and Miller's generator). */
export function chance(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

export function fix(value) {
  return String(Number(value.toFixed(2)));
}

function pen({ stroke, width, dash }) {
  if (stroke === undefined) return '';
  return (
    ` stroke="${stroke}" ` +
    `stroke-width="${fix(width)}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`
  );
}
