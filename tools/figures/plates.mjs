// The full-bleed plates, but for the mask and the wind (plates-air.mjs). A sheet is A5 with ten millimetres
// more on every side, and the drawing runs off all of it.
import { BLACK, PAPER, SPOT, circle, onCircle, path } from './ink.mjs';
import { comb, hexagon } from './comb.mjs';
import { mask, wind } from './plates-air.mjs';
import { SHEET, plate } from './sheet.mjs';

export const plates = {
  'plate-orbit.svg': () => plate({ ground: SPOT, shapes: orbit() }),
  'plate-comb.svg': () => plate({ ground: BLACK, shapes: colony() }),
  'plate-wind.svg': () => plate({ ground: PAPER, shapes: wind() }),
  'plate-signal.svg': () => plate({ ground: SPOT, shapes: signal() }),
  'plate-mask.svg': () => plate({ ground: BLACK, shapes: mask() }),
  'plate-shore.svg': () => plate({ ground: PAPER, shapes: shore() }),
};

/**
 * The whole flip-book at once: the folio's ring as often as the zine has pages, the moon a step further in
 * each.
 */
function orbit() {
  const pages = { across: 4, down: 11 };
  const count = pages.across * pages.down;
  return Array.from({ length: count }, (_, page) => {
    const ring = { x: 42 + 28 * (page % pages.across), y: 35 + 16 * Math.floor(page / pages.across), r: 6 };
    const [x, y] = onCircle({ ...ring, turn: page / count });
    return (
      circle({ ...ring, stroke: BLACK, width: 0.65 }) +
      circle({ x, y, r: 2.4, fill: SPOT }) +
      circle({ x, y, r: 1.7, fill: PAPER })
    );
  });
}

/** A comb whose cells empty towards the corner where the storm is. */
function colony() {
  const r = 7.4;
  return comb({ ...SHEET, r }).map((cell) => {
    const far = Math.hypot(SHEET.width * 0.9 - cell.x, SHEET.height * 0.06 - cell.y) / 225;
    return path({
      points: hexagon({ ...cell, r: r * Math.min(0.94, 0.06 + far ** 1.15) }),
      closed: 'Z',
      fill: SPOT,
    });
  });
}

/** Rings that go out from a sender and grow thin before they reach the one who listens. */
function signal() {
  const sender = { x: 26.44, y: 194 };
  const listener = { x: 114, y: 64 };
  const rings = Array.from({ length: 22 }, (_, index) =>
    circle({ ...sender, r: 11.5 + index * 9.9, stroke: BLACK, width: 2.3 * 0.885 ** index }),
  );
  return [
    ...rings,
    circle({ ...sender, r: 6.4, fill: BLACK }),
    circle({ ...listener, r: 8.4, fill: SPOT }),
    circle({ ...listener, r: 5.2, fill: BLACK }),
  ];
}

/** Waves from the horizon to the feet, a sun, and its path on the water in the second ink. */
function shore() {
  const sun = { x: 104, y: 62, r: 23 };
  const horizon = 98;
  const count = 34;
  const waves = Array.from({ length: count }, (_, index) =>
    wave({ near: (index + 1.3) / count, horizon, sun }),
  );
  return [circle({ ...sun, fill: SPOT }), ...waves.flat()];
}

function wave({ near, horizon, sun }) {
  const base = horizon + 134 * near ** 1.75;
  const swell = 3.1 * near ** 1.4;
  const height = (x) =>
    base +
    swell * (Math.sin(x / (5 + 22 * near) + near * 23) + 0.45 * Math.sin(x / (2.6 + 9 * near) - near * 41));
  const width = 0.35 + 2.1 * near ** 1.3;
  const reach = sun.r * (0.96 - 0.62 * near) * (0.78 + 0.22 * Math.sin(near * 60));
  const run = (from, to) => steps(from, to).map((x) => [x, height(x)]);
  const gap = width * 0.5 + 0.9;
  return [
    path({ points: run(-2, sun.x - reach - gap), stroke: BLACK, width }),
    path({ points: run(sun.x - reach, sun.x + reach), stroke: SPOT, width }),
    path({ points: run(sun.x + reach + gap, SHEET.width + 2), stroke: BLACK, width }),
  ];
}

/** From one end to the other in strides of about a millimetre, both ends included. */
function steps(from, to) {
  const count = Math.max(1, Math.ceil(to - from));
  return Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count);
}
