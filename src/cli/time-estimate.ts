// How fast pages come and how long the rest will take.
import type { ProgressStep } from '../pipeline/build-progress.js';

export interface Pace {
  /** ` 120/265, 14 a second, 10 s left`, with as much of it as is known; empty where nothing is counted. */
  told(step: ProgressStep, now: number): string;
}

/** Before so many milliseconds, a rate says nothing. */
const SOON_MS = 1000;

/** Counts from the first step of each piece of work. @param now milliseconds, from anywhere */
export function startPace(): Pace {
  const begun = new Map<string, { readonly at: number; readonly done: number }>();
  return {
    told: ({ edition, doing, done, total }, now) => {
      if (done === undefined) return '';
      const key = `${edition} ${doing}`;
      const start = begun.get(key) ?? { at: now, done };
      begun.set(key, start);
      return [
        total === undefined ? ` ${done}` : ` ${done}/${total}`,
        ...rate({ pages: done - start.done, time: now - start.at, left: (total ?? done) - done }),
      ].join(', ');
    },
  };
}

function rate({ pages, time, left }: { pages: number; time: number; left: number }): readonly string[] {
  if (pages <= 0 || time < SOON_MS) return [];
  const second = (pages * 1000) / time;
  return [
    `${second < 10 ? second.toFixed(1) : Math.round(second)} a second`,
    ...(left > 0 ? [`${Math.ceil(left / second)} s left`] : []),
  ];
}
