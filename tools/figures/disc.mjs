// Figure: Io as an engraver might have cut it. Lines of latitude swell with the shade; vents are spots of the
// second ink. Drawn in whole pixels of three colours at 600 to the inch, so that each ink gets a clean plate.
import { BLACK, PAPER, SPOT, chance } from './ink.mjs';
import { indexedPng } from './png.mjs';

const PIXELS_PER_INCH = 600;
const WIDTH_MM = 98.67;
const SIDE = Math.round((WIDTH_MM / 25.4) * PIXELS_PER_INCH);
const HEIGHT = Math.round(SIDE * 0.9);
const RADIUS = SIDE * 0.42;
const CENTRE = { x: SIDE / 2, y: HEIGHT / 2 };
const LINES = 46;
const TILT = 0.42;
const LIGHT = unit([-0.72, -0.42, 0.55]);
const [WHITE_INDEX, BLACK_INDEX, SPOT_INDEX] = [0, 1, 2];

export function disc() {
  const vents = scatter({ count: 30, random: chance(1610) });
  const pixels = new Uint8Array(SIDE * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < SIDE; x++) pixels[y * SIDE + x] = ink({ x, y, vents });
  }
  return indexedPng({
    width: SIDE,
    height: HEIGHT,
    palette: [long(PAPER), long(BLACK), SPOT],
    pixels,
    pixelsPerInch: PIXELS_PER_INCH,
  });
}

function ink({ x, y, vents }) {
  const at = [(x + 0.5 - CENTRE.x) / RADIUS, (y + 0.5 - CENTRE.y) / RADIUS];
  const flat = at[0] ** 2 + at[1] ** 2;
  if (flat > 1) return WHITE_INDEX;
  const point = [...at, Math.sqrt(1 - flat)];
  const vent = nearest({ point, vents });
  if (vent.distance < vent.size) return SPOT_INDEX;
  if (vent.distance < vent.size * 1.5 + 0.012) return WHITE_INDEX;
  return shaded({ point, ripple: ripple({ point, vents }) }) ? BLACK_INDEX : WHITE_INDEX;
}

/**
 * Whether the graver cuts here: a line's width follows the shade, its course follows the latitude, bent round
 * vents.
 */
function shaded({ point, ripple }) {
  const [x, y, z] = point;
  const latitude = Math.asin(clamp(y * Math.cos(TILT) - z * Math.sin(TILT)));
  const across = (latitude / Math.PI + 0.5) * LINES + ripple;
  const inLine = Math.abs(across - Math.round(across)) * 2;
  const light = x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2];
  const dark = clamp(0.62 - light * 0.68, 0.08, 0.96);
  return inLine < dark;
}

/** How far, in lines, the cut is pushed aside near vents. */
function ripple({ point, vents }) {
  return vents.reduce((sum, vent) => {
    const distance = Math.sqrt(squared(point, vent.at));
    return sum + 0.9 * vent.size * 14 * Math.exp(-((distance / (vent.size * 3.2)) ** 2));
  }, 0);
}

function nearest({ point, vents }) {
  return vents
    .map((vent) => ({ size: vent.size, distance: Math.sqrt(squared(point, vent.at)) }))
    .reduce((best, one) => (one.distance - one.size * 1.5 < best.distance - best.size * 1.5 ? one : best));
}

/** Vents on the near side, none closer to another than it needs for its ring of paper. */
function scatter({ count, random }) {
  const vents = [];
  while (vents.length < count) {
    const z = 0.12 + 0.88 * random();
    const angle = random() * 2 * Math.PI;
    const r = Math.sqrt(1 - z * z);
    const vent = { at: [r * Math.cos(angle), r * Math.sin(angle), z], size: 0.014 + 0.05 * random() ** 3 };
    if (vents.every((one) => Math.sqrt(squared(one.at, vent.at)) > (one.size + vent.size) * 2 + 0.06))
      vents.push(vent);
  }
  return vents;
}

function squared(a, b) {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function unit(vector) {
  const length = Math.hypot(...vector);
  return vector.map((part) => part / length);
}

function clamp(value, low = -1, high = 1) {
  return Math.min(high, Math.max(low, value));
}

function long(colour) {
  return `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}`;
}
