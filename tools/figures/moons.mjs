// Figure: the four moons that Galileo found, from above, orbits and planet to one scale.
// Distances in thousands of kilometres, periods in days: the usual round values of astronomy's handbooks.
import { BLACK, PAPER, circle, drawing, moon, onCircle } from './ink.mjs';

const JUPITER = { radius: 71.5 };
const IO = { orbit: 422, period: 1.77, at: 0.09 };
const OTHERS = [
  { orbit: 671, period: 3.55, at: 0.87, weight: 0.7 },
  { orbit: 1070, period: 7.15, at: 0.66, weight: 0.6 },
  { orbit: 1883, period: 16.69, at: 0.21, weight: 0.5 },
];

const SIDE = 280;
const MIDDLE = { x: SIDE / 2, y: SIDE / 2 };
const SCALE = 136 / 1883;

export function moons() {
  return drawing({
    width: SIDE,
    height: SIDE,
    shapes: [
      circle({ ...MIDDLE, r: JUPITER.radius * SCALE, fill: BLACK }),
      ...OTHERS.flatMap(outer),
      circle({ ...MIDDLE, r: IO.orbit * SCALE, stroke: BLACK, width: 1.1 }),
      moon({ ...stand(IO), r: 5.4 }),
    ],
  });
}

/** An orbit with the moon on it and a mark for where it stands after each round of Io's. */
function outer(one) {
  const rounds = Math.floor(one.period / IO.period);
  const marks = Array.from({ length: rounds - 1 }, (_, index) =>
    circle({
      ...stand({ ...one, at: one.at - ((index + 1) * IO.period) / one.period }),
      r: 2.1,
      fill: PAPER,
      stroke: BLACK,
      width: one.weight,
    }),
  );
  const here = stand(one);
  return [
    circle({ ...MIDDLE, r: one.orbit * SCALE, stroke: BLACK, width: one.weight }),
    ...marks,
    circle({ ...here, r: 6.2, fill: PAPER }),
    circle({ ...here, r: 4.2, fill: BLACK }),
  ];
}

function stand({ orbit, at }) {
  const [x, y] = onCircle({ ...MIDDLE, r: orbit * SCALE, turn: at });
  return { x, y };
}
