// Honeycomb: cells with a point at the top, in rows that interlock.

const HALF = Math.sqrt(3) / 2;

/** The six corners of a cell; `r` is from its middle to a corner. */
export function hexagon({ x, y, r }) {
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = (Math.PI / 3) * corner - Math.PI / 2;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
}

/** The middles of the six cells round the one at (x, y). */
export function ringOfCells({ x, y, r }) {
  return Array.from({ length: 6 }, (_, side) => {
    const angle = (Math.PI / 3) * side;
    return { x: x + 2 * HALF * r * Math.cos(angle), y: y + 2 * HALF * r * Math.sin(angle) };
  });
}

/** The middles of all cells that touch a field of `width` by `height`, row by row from the top. */
export function comb({ width, height, r }) {
  const rows = Math.ceil(height / (1.5 * r)) + 2;
  const columns = Math.ceil(width / (2 * HALF * r)) + 2;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => ({
      x: (column - 0.5 + (row % 2) / 2) * 2 * HALF * r,
      y: (row - 0.5) * 1.5 * r,
    })),
  ).flat();
}
