// Two plates about air that can be neither steered nor trusted: the winds that a balloon has to choose from,
// and a mask in fog.
import { BLACK, PAPER, SPOT, chance, circle, line, path } from './ink.mjs';
import { SHEET } from './sheet.mjs';

const ROW = 4.6;
const BALLOON = { x: 106, y: 62, r: 19 };
/** Heights between which the wind blows one way, and the way it blows. */
const LAYERS = [
  { to: 88, way: 1 },
  { to: 124, way: -1 },
  { to: 168, way: 1 },
  { to: 999, way: -1 },
];

/**
 * Rows of strokes that thin in the wind's direction; the balloon's way goes with each layer and up into the
 * next.
 */
export function wind() {
  const random = chance(1903);
  const rows = Array.from({ length: Math.ceil(SHEET.height / ROW) + 1 }, (_, index) =>
    gusts({ y: index * ROW, random }),
  );
  return [...rows, ...way(), ...balloon()];
}

function gusts({ y, random }) {
  const { way } = LAYERS.find(({ to }) => y < to);
  const length = 26 + 10 * random();
  const shift = random() * length;
  return Array.from({ length: Math.ceil(SHEET.width / length) + 2 }, (_, index) => {
    const from = (index - 1) * length + shift + (way < 0 ? length : 0);
    return path({
      points: [
        [from, y - 0.95],
        [from + way * length * 0.94, y],
        [from, y + 0.95],
      ],
      closed: 'Z',
      fill: BLACK,
    });
  }).join('');
}

function way() {
  const points = [
    [132, 240],
    [132, 188],
    [62, 188],
    [62, 146],
    [BALLOON.x, 146],
    [BALLOON.x, BALLOON.y + BALLOON.r + 25],
  ];
  return [path({ points, stroke: PAPER, width: 5.4 }), path({ points, stroke: SPOT, width: 1.8 })];
}

function balloon() {
  const { x, y, r } = BALLOON;
  const foot = y + r + 14;
  const rope = (side) =>
    line({ x1: x + side * r * 0.62, y1: y + r * 0.84, x2: x + side * 3, y2: foot, width: 0.8 });
  return [
    circle({ x, y, r: r + 3, fill: PAPER }),
    path({
      points: [
        [x - r * 0.8, y + r * 0.7],
        [x + r * 0.8, y + r * 0.7],
        [x + 6.6, foot + 8.6],
        [x - 6.6, foot + 8.6],
      ],
      closed: 'Z',
      fill: PAPER,
    }),
    circle({ x, y, r, fill: SPOT }),
    rope(-1),
    rope(1),
    path({
      points: [
        [x - 3.8, foot],
        [x + 3.8, foot],
        [x + 3.2, foot + 6],
        [x - 3.2, foot + 6],
      ],
      closed: 'Z',
      fill: BLACK,
    }),
  ];
}

/** Two eyes and a filter; the fog stands at the foot of the page and takes the rest from below. */
export function mask() {
  const eyes = [-1, 1].map((side) => ({ x: SHEET.width / 2 + side * 31, y: 88 }));
  const filter = { x: SHEET.width / 2, y: 150 };
  const holes = [
    [0, 1],
    [6.4, 6],
    [12.8, 12],
  ].flatMap(([reach, count]) =>
    Array.from({ length: count }, (_, index) => {
      const angle = (index / count) * 2 * Math.PI;
      return circle({
        x: filter.x + reach * Math.cos(angle),
        y: filter.y + reach * Math.sin(angle),
        r: 1.7,
        fill: PAPER,
      });
    }),
  );
  const fog = Array.from({ length: 36 }, (_, index) => {
    const y = SHEET.height - index * 5;
    return line({
      x1: 0,
      y1: y,
      x2: SHEET.width,
      y2: y,
      stroke: PAPER,
      width: 0.14 + 4.16 * (1 - index / 36) ** 1.7,
    });
  });
  return [
    ...eyes.flatMap((eye) => [
      circle({ ...eye, r: 26, fill: PAPER }),
      circle({ ...eye, r: 24.2, fill: BLACK }),
      circle({ ...eye, r: 21.4, fill: SPOT }),
    ]),
    circle({ ...filter, r: 19.4, stroke: PAPER, width: 1.8 }),
    ...holes,
    ...fog,
  ];
}
