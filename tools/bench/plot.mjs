// The benchmark as a picture: pages across, seconds upwards, both logarithmic, a line for each way of building.
const WIDTH = 640;
const HEIGHT = 400;
const EDGE = 60;

export function plot(all) {
  const results = all.map(({ size, medians }) => ({ size, medians: Object.fromEntries(Object.entries(medians).filter(([, { codes }]) => codes.every((code) => code === 0))) })); // what failed took no time that says anything
  const names = [...new Set(results.flatMap(({ medians }) => Object.keys(medians)))];
  const seconds = results.flatMap(({ medians }) => Object.values(medians).map(({ wall }) => wall));
  const across = scale(results.map(({ size }) => size), EDGE, WIDTH - EDGE * 3);
  const up = scale(seconds, HEIGHT - EDGE, EDGE / 2);
  const lines = names.map((name, index) => {
    const points = results.flatMap(({ size, medians }) => (medians[name] ? [[across(size), up(medians[name].wall)]] : []));
    const [x, y] = points.at(-1);
    const shade = `hsl(0 0% ${index * 18}%)`;
    return `<polyline fill="none" stroke="${shade}" stroke-width="2" points="${points.map((point) => point.map((at) => at.toFixed(1)).join(',')).join(' ')}"/><text x="${x + 6}" y="${y + 4}" fill="${shade}">${name}</text>`;
  });
  const pages = results.map(({ size }) => `<text x="${across(size)}" y="${HEIGHT - EDGE + 20}" text-anchor="middle">${size} pages</text>`);
  const rows = [...new Set(seconds.map((one) => Math.round(one)).sort((a, b) => a - b))].map((one) => `<text x="${EDGE - 10}" y="${up(Math.max(one, 0.5)) + 4}" text-anchor="end">${one} s</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Seconds by pages"><rect width="100%" height="100%" fill="#fff"/>${[...lines, ...pages, ...rows].join('')}</svg>\n`;
}

function scale(values, from, to) {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => from + ((Math.log(value) - least) / (most - least || 1)) * (to - from);
}
