// Figure: the film's three places, one above the other. The lowland under its air, the height, the station
// beside Io.
import { BLACK, PAPER, SPOT, chance, circle, drawing, line, moon, onCircle, path } from './ink.mjs';
import { hachures, landShape, skyline } from './land.mjs';
import { balloon } from './balloon.mjs';

const WIDTH = 280;
const HEIGHT = 328; // 23 lines and a capital: the tallest a figure may be, so that it fills the measure
const AIR_ENDS = 240;
const AIR_ROWS = 22;
const PLANET = { x: 262, y: -80, r: 176 };
const STATION = { x: 44, y: 46, r: 11 };
const BALLOON = { x: 46, y: 168, r: 15 };
const HOUSE = { x: 122, y: 188 };

export function places() {
  const random = chance(96);
  return drawing({ width: WIDTH, height: HEIGHT, shapes: [...sky(), ...height(random), ...lowland(random)] });
}

function sky() {
  const [x, y] = onCircle({ ...PLANET, r: PLANET.r + 46, turn: 0.605 });
  return [
    `<clipPath id="sheet"><path d="M0 0H${WIDTH}V${HEIGHT}H0Z"/></clipPath>`,
    '<g ' +
      `clip-path="url(#sheet)">${circle({ ...PLANET, fill: BLACK })}${belts()}${circle({ ...PLANET, r: PLANET.r + 46, stroke: BLACK, width: 0.7 })}</g>`,
    moon({ x, y, r: 7 }),
    ...station(),
    ...way(),
  ];
}

/** Jupiter's belts, left out of the black as thin bows. */
function belts() {
  const bows = [12, 38, 46, 70, 96].map(
    (y, index) =>
      `M${PLANET.x - PLANET.r} ${y - 22}Q${PLANET.x - 40} ${y + 20 - index * 2} ${WIDTH + 20} ${y - 14}`,
  );
  return (
    `<clipPath id="planet">${circle(PLANET)}</clipPath><path clip-path="url(#planet)" ` +
    `d="${bows.join('')}" fill="none" stroke="${PAPER}" stroke-width="0.9"/>`
  );
}

function station() {
  const spokes = [0, 1 / 3, 2 / 3].map((turn) => {
    const [x2, y2] = onCircle({ ...STATION, turn: turn + 0.06 });
    return line({ x1: STATION.x, y1: STATION.y, x2, y2, width: 0.8 });
  });
  return [
    ...spokes,
    circle({ ...STATION, stroke: BLACK, width: 2.2 }),
    circle({ x: STATION.x, y: STATION.y, r: 3.4, fill: BLACK }),
  ];
}

/**
 * The way off the Earth, from the balloon to the station, and the two strokes that say the scale is broken.
 */
function way() {
  const foot = { x: BALLOON.x + 6, y: BALLOON.y - BALLOON.r - 6 };
  const head = { x: STATION.x - 6.5, y: STATION.y + STATION.r + 6 };
  const at = (share) => ({ x: foot.x + (head.x - foot.x) * share, y: foot.y + (head.y - foot.y) * share });
  const gap = at(0.5);
  const stroke = (dy) =>
    line({ x1: gap.x - 9, y1: gap.y + dy - 2, x2: gap.x + 9, y2: gap.y + dy + 2, width: 1 });
  return [dots(at(0), at(0.43)), dots(at(0.57), at(1)), stroke(-2.6), stroke(2.6)];
}

function dots(from, to) {
  const count = Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 4.2);
  return Array.from({ length: count + 1 }, (_, index) =>
    circle({
      x: from.x + ((to.x - from.x) * index) / count,
      y: from.y + ((to.y - from.y) * index) / count,
      r: 0.65,
      fill: BLACK,
    }),
  ).join('');
}

function height(random) {
  const summits = [
    [0, 262],
    [40, 236],
    [96, 202],
    [109, 192.5],
    [136, 192.5],
    [156, 170],
    [204, 124],
    [236, 164],
    [258, 182],
    [280, 212],
  ];
  const land = skyline({ summits, rough: 15, depth: 5, random });
  return [
    `<path d="${landShape(land, HEIGHT)}" fill="${PAPER}"/>`,
    hachures({ points: land, step: 1.6, length: 78, random, width: 0.55 }),
    path({ points: land, stroke: BLACK, width: 1 }),
    house(),
    balloon(BALLOON),
  ];
}

function house() {
  const { x, y } = HOUSE;
  return (
    `<path d="M${x - 9} ${y + 4}V${y - 7}L${x} ${y - 14}L${x + 9} ${y - 7}V${y + 4}Z" fill="${BLACK}" ` +
    `stroke="${PAPER}" stroke-width="1.6"/><rect x="${x - 2.2}" y="${y - 5}" width="4.4" height="5" ` +
    `fill="${PAPER}"/>`
  );
}

function lowland(random) {
  const rows = Array.from({ length: AIR_ROWS }, (_, index) =>
    line({
      x1: 0,
      y1: AIR_ENDS + index * 4,
      x2: WIDTH,
      y2: AIR_ENDS + index * 4,
      stroke: SPOT,
      width: 0.5 + index * 0.115,
    }),
  );
  return [...rows, ...towers(random)];
}

/** A town without people: blocks of unequal height, each with a rim of paper. */
function towers(random) {
  const count = 15;
  return Array.from({ length: count }, (_, index) => {
    const x = 8 + (index * (WIDTH - 16)) / count;
    const width = 8 + 7 * random();
    const tall = 14 + 42 * random() ** 1.6;
    return (
      `<rect x="${x.toFixed(1)}" y="${(HEIGHT - tall).toFixed(1)}" width="${width.toFixed(1)}" ` +
      `height="${tall.toFixed(1)}" fill="${BLACK}" stroke="${PAPER}" stroke-width="1.8"/>`
    );
  });
}
