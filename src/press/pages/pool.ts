// Tabs that lay out and print side by side. Each takes the next galley when it is free and keeps the pages it made, so that
// whatever is done to them later is done in the same tab; which tab that is makes no difference to the pages.
import type { Composition } from '../../model/edition.js';
import type { Tab } from '../browser/tab.js';
import type { Prepared } from './messages.js';

/** A tab that has the book's styles, fonts and images. */
export interface Works {
  readonly tab: Tab;
  readonly prepared: Prepared;
}

export interface Pool {
  readonly works: readonly Promise<Works>[];
}

/** Makes tabs ready, each as soon as it is open. */
export function readyTabs(tabs: readonly Promise<Tab>[], composition: Composition): Pool {
  const works = tabs.map(async (opening) => makeReady(await opening, composition));
  for (const opening of works) opening.catch(() => undefined); // a tab that nobody has work for yet may fail before anyone waits for it
  return { works };
}

/** Gives the tasks out in order, each to the first tab that is free; answers when all are done. */
export async function giveOut<Task>({ works }: Pool, tasks: readonly Task[], run: (works: Works, task: Task) => Promise<void>): Promise<void> {
  const waiting = [...tasks];
  await Promise.all(works.map(async (opening) => {
    if (waiting.length === 0) return;
    const ready = await opening;
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await run(ready, task);
  }));
}

/** Runs tasks in the tabs they belong to, those of one tab one after the other. */
export async function runWhere<Task extends { readonly works: Works }>(tasks: readonly Task[], run: (task: Task) => Promise<void>): Promise<void> {
  const byTab = new Map<Works, Task[]>();
  for (const task of tasks) byTab.set(task.works, [...(byTab.get(task.works) ?? []), task]);
  await Promise.all([...byTab.values()].map(async (own) => {
    for (const task of own) await run(task);
  }));
}

async function makeReady(tab: Tab, { styles, resources }: Composition): Promise<Works> {
  const images = resources.filter(({ mediaType }) => mediaType.startsWith('image/')).map(({ href }) => href);
  return { tab, prepared: await tab.call<Prepared>('prepare', { styles, images }) };
}
