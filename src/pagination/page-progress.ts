// Counts pages while they are laid out and printed, against how many the book will have, as far as that is
// known.
import type { Composition } from '../model/edition.js';
import { estimateGalley } from './page-count-estimate.js';
import type { Batch } from './formes.js';
import type { Galley, PageLaid, StageReached } from './messages.js';
import type { Listener } from './tab-pool.js';

/** Told while pages are laid out and printed. `total` is a guess until all of them are laid out. */
export type PageProgress = (step: {
  readonly doing: 'laying out pages' | 'printing pages';
  readonly done: number;
  readonly total: number;
}) => void;

export interface PageCount {
  /** What tabs say while they lay out. */
  readonly hear: Listener;
  /** A galley is done, or was remembered. */
  laid(galley: Pick<Galley, 'id' | 'pages'>): void;
  /** All galleys are done: so many pages are to be printed. */
  print(pages: number): void;
  printed(batch: Pick<Batch, 'sheets'>): void;
}

interface Counted {
  readonly composition: Pick<Composition, 'parts'>;
  readonly progress?: PageProgress;
}

export function startPageCount({ composition: { parts }, progress = () => undefined }: Counted): PageCount {
  const titles = new Map(parts.map(({ id, title }) => [id, title]));
  const expected = new Map(parts.map((part) => [part.id, estimateGalley(part).pages.length]));
  const standing = new Map<string, number>();
  let [toPrint, printed] = [0, 0];
  const tell = (): void => {
    const done = sum(standing);
    progress({ doing: 'laying out pages', done, total: Math.max(done, sum(expected)) });
  };
  return {
    hear: (tab, message) => {
      const said = message as PageLaid | StageReached;
      const title = titles.get(said.galley) ?? said.galley;
      if ('doing' in said) {
        tab.alive(`${said.doing} "${title}"`);
        return;
      }
      if (said.moves) tab.alive(`laying out "${title}", after its page ${said.page}`);
      standing.set(said.galley, said.page);
      tell();
    },
    laid: ({ id, pages }) => {
      standing.set(id, pages.length);
      expected.set(id, pages.length);
      tell();
    },
    print: (pages) => {
      toPrint = pages;
    },
    printed: ({ sheets }) => {
      printed += sheets.length;
      progress({ doing: 'printing pages', done: printed, total: toPrint });
    },
  };
}

function sum(pages: ReadonlyMap<string, number>): number {
  return [...pages.values()].reduce((total, count) => total + count, 0);
}
