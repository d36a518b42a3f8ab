// Micah's balloon, in line: an envelope with its gores, the lines, the basket.
import { BLACK, PAPER } from './ink.mjs';

/** The balloon with its envelope's centre at (x, y) and radius r. */
export function balloon({ x, y, r, stroke = BLACK, fill = PAPER }) {
  const gores = [0.32, 0.68].flatMap((share) => [-1, 1].map((side) => gore(r, share * side)));
  const body =
    `M0 ${-r}C${r * 1.33} ${-r} ${r * 1.25} ${r * 0.42} ${r * 0.26} ${r * 1.22}L${-r * 0.26} ` +
    `${r * 1.22}C${-r * 1.25} ${r * 0.42} ${-r * 1.33} ${-r} 0 ${-r}Z`;
  const lines = `M${-r * 0.26} ${r * 1.22}L${-r * 0.17} ${r * 1.72}M${r * 0.26} ${r * 1.22}L${r * 0.17} ${r * 1.72}`;
  return (
    `<g transform="translate(${x} ${y})" stroke="${stroke}" stroke-linejoin="round" fill="none"><path ` +
    `d="${body}" fill="${fill}" stroke-width="${(r * 0.07).toFixed(2)}"/><path d="M0 ` +
    `${-r}V${r * 1.22}${gores.join('')}${lines}" stroke-width="${(r * 0.045).toFixed(2)}"/><rect ` +
    `x="${-r * 0.19}" y="${r * 1.72}" width="${r * 0.38}" height="${r * 0.32}" fill="${stroke}" ` +
    'stroke="none"/></g>'
  );
}

function gore(r, share) {
  const bulge = 1.29 * r * share;
  return `M0 ${-r}C${bulge} ${-r} ${bulge * 0.97} ${r * 0.42} ${r * 0.26 * share} ${r * 1.22}`;
}
