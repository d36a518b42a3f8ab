// The four small signs of the cast: comb, balloon, tape, and a far dot. Each 56 units square.
import { BLACK, PAPER, SPOT, circle, drawing, line, moon, onCircle, path } from './ink.mjs';
import { balloon } from './balloon.mjs';
import { hexagon, ringOfCells } from './comb.mjs';

const SIDE = 56;
const MIDDLE = SIDE / 2;

export const emblems = {
  'emblem-sam.svg': () => emblem(sam()),
  'emblem-micah.svg': () => emblem([balloon({ x: MIDDLE, y: 20, r: 16 })]),
  'emblem-harry.svg': () => emblem(harry()),
  'emblem-elon.svg': () => emblem(elon()),
};

function emblem(shapes) {
  return drawing({ width: SIDE, height: SIDE, shapes });
}

function sam() {
  const r = 9;
  const cells = ringOfCells({ x: MIDDLE, y: MIDDLE, r });
  return [
    ...cells.map((at) =>
      path({ points: hexagon({ ...at, r: r - 0.6 }), closed: 'Z', stroke: BLACK, width: 1.1 }),
    ),
    path({ points: hexagon({ x: MIDDLE, y: MIDDLE, r: r - 2.4 }), closed: 'Z', fill: SPOT }),
  ];
}

function harry() {
  const reel = ({ x, wound }) => [
    circle({ x, y: 25, r: 12, stroke: BLACK, width: 1.1 }),
    circle({ x, y: 25, r: wound, fill: BLACK }),
    circle({ x, y: 25, r: 2.6, fill: PAPER }),
  ];
  return [
    ...reel({ x: 14, wound: 9.8 }),
    ...reel({ x: 42, wound: 5.2 }),
    path({
      points: [
        [4.6, 32],
        [16, 46],
        [40, 46],
        [51.4, 32],
      ],
      stroke: BLACK,
      width: 0.8,
    }),
    circle({ x: MIDDLE, y: 46, r: 3.6, fill: PAPER }),
    circle({ x: MIDDLE, y: 46, r: 2.5, fill: SPOT }),
  ];
}

function elon() {
  const home = { x: 15, y: 41, r: 9 };
  const [x, y] = onCircle({ ...home, r: 42, turn: 0.125 });
  const [x1, y1] = onCircle({ ...home, r: 12, turn: 0.125 });
  return [
    circle({ ...home, stroke: BLACK, width: 1.1 }),
    line({ x1, y1, x2: x, y2: y, width: 0.9, dash: '1 3' }),
    moon({ x, y, r: 3.4 }),
  ];
}
