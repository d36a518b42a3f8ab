// A colour as Chromium paints it.

/** sRGB, every component from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Half a step of eight bits: what a browser calls one gray. */
const SAME = 0.002;

export function isNeutral([red, green, blue]: Rgb): boolean {
  return Math.abs(red - green) < SAME && Math.abs(green - blue) < SAME;
}

/** `#ff5c39` to components. */
export function rgbOf(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return [red, green, blue];
}
