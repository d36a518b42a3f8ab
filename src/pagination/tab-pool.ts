// Tabs that lay out and print side by side. Each takes the next galley when it is free and keeps the pages it
// made, so that whatever is done to them later is done in the same tab; which tab that is makes no difference
// to the pages.
import type { ChapterId } from '../model/cast.js';
import type { Composition } from '../model/edition.js';
import type { Tab } from '../browser/tab.js';
import { imagesOf } from './page-cache.js';
import type { Prepared } from './messages.js';

/** A tab that has the book's styles, fonts and images. */
export interface Works {
  readonly tab: Tab;
  readonly prepared: Prepared;
}

/** A galley that was laid out: in which tab its pages are kept, and the key of what it was laid out from. */
export interface StandingGalley {
  readonly compositors: Works;
  readonly key: string;
}

export interface Pool {
  /** Each is opened when there is work for it, and once; it is told what for. */
  readonly compositors: readonly ((purpose: string) => Promise<Works>)[];
  /** What the tabs keep, also for the next run. */
  readonly standing: Map<ChapterId, StandingGalley>;
  /** How many nobody has wanted. */
  idle(): number;
  /** Those that were opened. */
  opened(): Promise<readonly Works[]>;
  /** Who is told, from now on, what the tabs say while they work. */
  hear(listen: Listener): void;
  /** Closes the tabs. */
  close(): Promise<void>;
}

export type Listener = (tab: Tab, message: unknown) => void;

/** Tabs that make themselves ready when they are wanted. */
export function openPool(
  tabs: readonly ((purpose: string) => Promise<Tab>)[],
  { styles, resources, parts }: Composition,
): Pool {
  const open: Promise<Works>[] = [];
  const opening: Promise<Tab>[] = [];
  let listener: Listener = () => undefined;
  const placed = new Set(parts.flatMap((part) => imagesOf(part, resources)));
  const images = resources
    .filter(({ mediaType, href }) => mediaType.startsWith('image/') && !placed.has(href))
    .map(({ href }) => href);
  const makeReady = async (openTab: Promise<Tab>): Promise<Works> => {
    opening.push(openTab);
    const tab = await openTab;
    tab.onMessage((message) => {
      listener(tab, message);
    });
    return { tab, prepared: await tab.call<Prepared>('prepare', { styles, images }) };
  };
  const compositors = tabs.map((openTab) => {
    let ready: Promise<Works> | undefined;
    return (purpose: string): Promise<Works> => {
      if (ready === undefined) open.push((ready = makeReady(openTab(purpose))));
      return ready;
    };
  });
  return {
    compositors,
    standing: new Map(),
    idle: () => tabs.length - opening.length,
    opened: () => Promise.all(open),
    hear: (listen) => {
      listener = listen;
    },
    close: async () => {
      await Promise.all(
        opening.map(async (one) =>
          one.then(
            (tab) => tab.close(),
            () => undefined,
          ),
        ),
      );
    },
  };
}

/**
 * Gives the tasks out in order, each to the first tab that is free; answers when all are done. A tab has its
 * task before it is opened, so that whatever happens to it then can be said by name.
 */
export async function giveOut<Task extends { readonly name: string }>(
  { compositors }: Pool,
  tasks: readonly Task[],
  run: (compositors: Works, task: Task) => Promise<void>,
): Promise<void> {
  const waiting = [...tasks];
  await Promise.all(
    compositors.slice(0, tasks.length).map(async (open) => {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift())
        await run(await open(task.name), task);
    }),
  );
}

/** Runs tasks in the tabs they belong to, those of one tab one after the other. */
export async function runWhere<Task extends { readonly compositors: Works }>(
  tasks: readonly Task[],
  run: (compositors: Works, task: Task) => Promise<void>,
): Promise<void> {
  const byTab = new Map<Works, Task[]>();
  for (const task of tasks) byTab.set(task.compositors, [...(byTab.get(task.compositors) ?? []), task]);
  await Promise.all(
    [...byTab].map(async ([compositors, own]) => {
      for (const task of own) await run(compositors, task);
    }),
  );
}
