// Figure: the line of breathable air. Two ranges stand clear of it and one lies under it.
import { BLACK, PAPER, SPOT, chance, drawing, line, path } from './ink.mjs';
import { hachures, landShape, skyline } from './land.mjs';
import { balloon } from './balloon.mjs';

const WIDTH = 280;
const HEIGHT = 182;
const AIR_ENDS = 110;

export function air() {
  const random = chance(7);
  const far = skyline({
    summits: [
      [0, 114],
      [78, 56],
      [132, 92],
      [190, 32],
      [236, 88],
      [280, 74],
    ],
    rough: 26,
    depth: 6,
    random,
  });
  const near = skyline({
    summits: [
      [0, 147],
      [60, 112],
      [118, 135],
      [176, 97],
      [280, 131],
    ],
    rough: 20,
    depth: 6,
    random,
  });
  const low = skyline({
    summits: [
      [0, 163],
      [90, 148],
      [150, 165],
      [228, 140],
      [280, 161],
    ],
    rough: 13,
    depth: 6,
    random,
  });
  return drawing({
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      ...range({ points: far, random, step: 1.9, length: 58, width: 0.5 }),
      ...range({ points: near, random, step: 1.5, length: 40, width: 0.6 }),
      ...poison(),
      path({ points: low, stroke: PAPER, width: 4 }),
      `<path d="${landShape(low, HEIGHT)}" fill="${BLACK}"/>`,
      balloon({ x: 62, y: 15, r: 14 }),
    ],
  });
}

function range({ points, random, step, length, width }) {
  return [
    `<path d="${landShape(points, HEIGHT)}" fill="${PAPER}"/>`,
    hachures({ points, step, length, width, random }),
    path({ points, stroke: BLACK, width: 1 }),
  ];
}

function poison() {
  const rows = Array.from({ length: 22 }, (_, index) => AIR_ENDS + index * 4);
  return rows.map((y, index) =>
    line({ x1: 0, y1: y, x2: WIDTH, y2: y, stroke: SPOT, width: 0.5 + index * 0.12 }),
  );
}
