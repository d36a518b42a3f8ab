// A path as it is drawn in a content stream: the box around it, and the rectangles in it when it is made of
// nothing else.
import type { Box } from './page-geometry.js';
import type { Operator } from './content-operators.js';
import { boxAround, through, type Matrix, type Point } from './matrices.js';

export interface Path {
  /** Takes an operator that draws; false for any other. */
  takes(operator: Operator, matrix: Matrix): boolean;
  /** Around all of it; undefined for nothing. */
  box(): Box | undefined;
  /** Its parts, when each is an upright rectangle; none when any is something else. */
  rectangles(): readonly Box[];
  /** Whether the next painting operator clips by it. */
  clips(): boolean;
  end(): void;
}

/**
 * Operators are kept as they are and looked into only when somebody asks: drawings have thousands that clip
 * and hide nothing.
 */
export function beginPath(): Path {
  let drawn: { readonly operator: Operator; readonly matrix: Matrix }[] = [];
  let isCurved = false;
  let isClip = false;
  const parts = (): readonly (readonly Point[])[] => {
    const found: Point[][] = [];
    for (const { operator, matrix } of drawn) {
      const { name } = operator;
      const points = pointsOf(operator).map((point) => through(matrix, point));
      if (name === 're' || name === 'm') found.push([...points]);
      else (found.at(-1) ?? []).push(...points);
    }
    return found;
  };
  return {
    takes: (operator, matrix) => {
      const { name } = operator;
      if (name === 'W' || name === 'W*') isClip = true;
      else if (DRAWS.has(name)) drawn.push({ operator, matrix });
      else return name === 'h';
      if (name === 'c' || name === 'v' || name === 'y') isCurved = true;
      return true;
    },
    box: () => boxAround(parts().flat()),
    rectangles: () => {
      if (isCurved) return [];
      const boxes = parts()
        .filter((points) => points.length > 1)
        .map(rectangle);
      return boxes.includes(undefined) ? [] : boxes.filter((box) => box !== undefined);
    },
    clips: () => isClip,
    end: () => {
      drawn = [];
      isCurved = false;
      isClip = false;
    },
  };
}

const DRAWS: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 're']);

/** The points that an operator names, in the space of the stream; of a curve also those that bend it. */
export function pointsOf({ name, operands }: Operator): readonly Point[] {
  const values = operands.map(({ text }) => Number(text));
  if (name !== 're')
    return values.flatMap((x, index) => (index % 2 === 0 ? [[x, values[index + 1] ?? 0] as const] : []));
  const [x = 0, y = 0, width = 0, height = 0] = values;
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** Four corners, or five where the last is the first again, with sides that run along the page's. */
function rectangle(points: readonly Point[]): Box | undefined {
  const box = boxAround(points);
  if (!box || points.length < 4 || points.length > 5) return undefined;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
  const atCorners = points.every(
    ([x, y]) => (near(x, box.left) || near(x, box.right)) && (near(y, box.bottom) || near(y, box.top)),
  );
  const alongSides = points
    .slice(1)
    .every(([x, y], index) => near(x, points[index]?.[0] ?? NaN) || near(y, points[index]?.[1] ?? NaN));
  return atCorners && alongSides ? box : undefined;
}
