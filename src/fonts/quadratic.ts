// The outlines of a glyph as TrueType has them: quadratic curves between whole units, closed contours turned
// clockwise.

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** A closed contour, from its first point round to its last. */
export type Contour = readonly Point[];

export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  curveTo(cubic: readonly [c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number]): void;
  contours(): readonly Contour[];
}

/**
 * In units of the em, of which a font has a thousand: a fiftieth of a millimetre in a letter as high as a
 * page.
 */
const TOLERANCE = 0.25;

export function openPen(): Pen {
  const contours: Point[][] = [];
  let [atX, atY] = [0, 0];
  const add = (x: number, y: number, on: boolean): void => {
    contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), on });
    if (on) [atX, atY] = [x, y];
  };
  return {
    moveTo: (x, y) => {
      contours.push([]);
      add(x, y, true);
    },
    lineTo: (x, y) => {
      add(x, y, true);
    },
    curveTo: (cubic) => {
      for (const { control, end } of quadraticsOf([atX, atY, ...cubic])) {
        add(...control, false);
        add(...end, true);
      }
    },
    contours: () =>
      contours
        .map(closed)
        .filter((contour) => contour.length > 2)
        .map(clockwise),
  };
}

interface Quadratic {
  readonly control: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
}

type Cubic = readonly [
  x: number,
  y: number,
  c1x: number,
  c1y: number,
  c2x: number,
  c2y: number,
  endX: number,
  endY: number,
];

/**
 * A cubic in as many equal steps as the tolerance asks for, each a quadratic through its ends. The distance
 * of the midpoint approximation is at most √3/36 of its third difference, and an n-th of the curve has that
 * by n³ smaller. https://caffeineowl.com/graphics/2d/vectorial/cubic2quad01.html
 */
function quadraticsOf(cubic: Cubic): readonly Quadratic[] {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = cubic;
  const third = Math.hypot(x3 - 3 * x2 + 3 * x1 - x0, y3 - 3 * y2 + 3 * y1 - y0);
  const steps = Math.max(1, Math.ceil(Math.cbrt((Math.sqrt(3) / 36) * (third / TOLERANCE))));
  return Array.from({ length: steps }, (_, n) => {
    const [from, to] = [n / steps, (n + 1) / steps];
    const part = (to - from) / 4;
    const [start, end, leaving, arriving] = [
      pointAt(cubic, from),
      pointAt(cubic, to),
      slopeAt(cubic, from),
      slopeAt(cubic, to),
    ];
    const middle = (axis: 0 | 1): number =>
      (start[axis] + end[axis]) / 2 + part * (leaving[axis] - arriving[axis]);
    return { control: [middle(0), middle(1)], end };
  });
}

function pointAt([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, t: number): readonly [number, number] {
  const u = 1 - t;
  const at = (a: number, b: number, c: number, d: number): number =>
    u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)];
}

function slopeAt([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, t: number): readonly [number, number] {
  const u = 1 - t;
  const at = (a: number, b: number, c: number, d: number): number =>
    3 * u * u * (b - a) + 6 * u * t * (c - b) + 3 * t * t * (d - c);
  return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)];
}

/** A contour ends where it began, and TrueType does not repeat the point. */
function closed(contour: readonly Point[]): Contour {
  const [first, last] = [contour[0], contour.at(-1)];
  return contour.length > 1 && first?.x === last?.x && first?.y === last?.y && last?.on === true
    ? contour.slice(0, -1)
    : contour;
}

/** PostScript draws the outside counter-clockwise, TrueType clockwise. */
function clockwise([first, ...rest]: Contour): Contour {
  return first === undefined ? [] : [first, ...rest.reverse()];
}
