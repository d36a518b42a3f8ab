// The benchmark as a picture: pages across, seconds upwards, both logarithmic, a line for each way of
// building. Foldmark's are black, those of others orange; what each line is stands at its end, moved apart
// where two end at one height.
const WIDTH = 760;
const HEIGHT = 440;
const LEFT = 56;
const RIGHT = 250;
const TOP = 48;
const BOTTOM = 44;
/** Between two labels. */
const LEADING = 16;
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '1 3'];
const STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

export function plot(all) {
  const results = all.map(({ size, medians }) => ({
    size,
    medians: Object.fromEntries(
      Object.entries(medians).filter(([, { codes }]) => codes.every((code) => code === 0)),
    ),
  })); // what failed took no time that says anything
  const names = [...new Set(results.flatMap(({ medians }) => Object.keys(medians)))];
  const seconds = results.flatMap(({ medians }) => Object.values(medians).map(({ wall }) => wall));
  const across = scale(
    results.map(({ size }) => size),
    LEFT,
    WIDTH - RIGHT,
  );
  const up = scale(seconds, HEIGHT - BOTTOM, TOP);
  const lines = names.map((name) => {
    const isOurs = name.startsWith('Foldmark');
    const kin = names.filter((one) => one.startsWith('Foldmark') === isOurs);
    const points = results.flatMap(({ size, medians }) =>
      medians[name] ? [[across(size), up(medians[name].wall)]] : [],
    );
    return {
      name,
      points,
      colour: isOurs ? '#1a1a1a' : '#c8431f',
      dashes: DASHES[kin.indexOf(name) % DASHES.length],
    };
  });
  const drawn = lines.map(
    ({ points, colour, dashes }) =>
      `<polyline fill="none" stroke="${colour}" ` +
      `stroke-width="1.8"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`} ` +
      `points="${points.map((point) => point.map(fixed).join(',')).join(' ')}"/>`,
  );
  const labels = apart(
    lines.map(({ name, points, colour }) => ({ name, colour, x: points.at(-1)[0], y: points.at(-1)[1] })),
  );
  const said = labels.map(
    ({ name, colour, x, y, at }) =>
      `<path d="M${fixed(x)} ${fixed(y)}L${fixed(x + 14)} ${fixed(at)}" stroke="${colour}" ` +
      `stroke-width=".6" fill="none"/><text x="${fixed(x + 18)}" y="${fixed(at + 4)}" ` +
      `fill="${colour}">${name}</text>`,
  );
  const pages = results.map(
    ({ size }) =>
      `<text x="${fixed(across(size))}" y="${HEIGHT - BOTTOM + 24}" text-anchor="middle">${size} ` +
      'pages</text>',
  );
  const rows = STEPS.filter((step) => step >= Math.min(...seconds) && step <= Math.max(...seconds)).map(
    (step) =>
      `<path d="M${LEFT} ${fixed(up(step))}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 10}" ` +
      `y="${fixed(up(step) + 4)}" text-anchor="end">${step} s</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" ` +
    'font-size="12" role="img" aria-label="Seconds by pages, both logarithmic"><rect width="100%" ' +
    `height="100%" fill="#fff"/>${[...rows, ...pages, ...drawn, ...said].join('')}</svg>\n`
  );
}

/**
 * From the lowest label upwards, each at its line's end or as far above the one below it as a label takes.
 */
function apart(labels) {
  let free = HEIGHT;
  return [...labels]
    .sort((a, b) => b.y - a.y)
    .map((label) => {
      const at = Math.min(label.y, free);
      free = at - LEADING;
      return { ...label, at };
    });
}

function fixed(value) {
  return value.toFixed(1);
}

function scale(values, from, to) {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => from + ((Math.log(value) - least) / (most - least || 1)) * (to - from);
}
