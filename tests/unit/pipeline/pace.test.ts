// How far a build is: what is told of pages, by hand and without a clock.
import { expect, test } from 'vitest';
import { startPace } from '../../../src/cli/time-estimate.js';
import { startPageCount } from '../../../src/pagination/page-progress.js';
import type { Part } from '../../../src/model/edition.js';

test('a pace tells pages, rate and time left once there is something to go by', () => {
  const pace = startPace();
  const step = { edition: 'print', doing: 'laying out pages', total: 100 };
  expect(pace.told({ ...step, done: 4 }, 0)).toBe(' 4/100');
  expect(pace.told({ ...step, done: 8 }, 500)).toBe(' 8/100');
  expect(pace.told({ ...step, done: 40 }, 2000)).toBe(' 40/100, 18 a second, 4 s left');
  expect(pace.told({ ...step, done: 100 }, 5000)).toBe(' 100/100, 19 a second');
  expect(pace.told({ ...step, doing: 'printing pages', done: 0 }, 5000)).toBe(' 0/100');
  expect(pace.told({ edition: 'epub', doing: 'packing the book' }, 5000)).toBe('');
});

test('a tally guesses the pages to come, and knows those of galleys that are done or remembered', () => {
  const reported: string[] = [];
  const parts = ['a', 'b'].map(
    (id) => ({ id, title: id, flow: [{ type: 'text', value: 'x'.repeat(3600) }] }) as unknown as Part,
  );
  const tally = startPageCount({
    composition: { parts },
    progress: ({ doing, done, total }) => {
      reported.push(`${doing} ${done}/${total}`);
    },
  });
  const tab = { alive: () => undefined } as unknown as Parameters<typeof tally.hear>[0];
  tally.hear(tab, { galley: 'a', page: 1, moves: true });
  tally.laid({ id: 'a', pages: [{}, {}, {}] });
  tally.laid({ id: 'b', pages: [{}] });
  tally.print(4);
  tally.printed({ sheets: [] });
  expect(reported).toEqual([
    'laying out pages 1/4',
    'laying out pages 3/5',
    'laying out pages 4/4',
    'printing pages 0/4',
  ]);
});
