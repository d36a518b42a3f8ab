// Galleys and their references, round after round: a number that comes out longer moves the text, and other numbers with it.
import type { ChapterId } from '../../model/cast.js';
import type { Composition, Part, PrintEdition } from '../../model/edition.js';
import type { Metadata } from '../../model/metadata.js';
import type { Tab } from '../browser/tab.js';
import { guessGalley } from './guess.js';
import { layoutOf, type Layout } from './layout.js';
import type { Filling, Galley, GalleyOrder, PageLaid } from './messages.js';
import { reshapes } from './references.js';

/** Told while pages are laid out: how many stand so far. */
export type PageProgress = (pages: number) => void;

export interface Pagination {
  readonly composition: Composition;
  readonly edition: PrintEdition;
  readonly tab: Tab;
  readonly progress?: PageProgress;
}

/** References that move the text that moves the references: after so many rounds it is left as it stands (PRESS-005). */
const ROUNDS = 5;

export interface Laid {
  readonly galleys: ReadonlyMap<ChapterId, Galley>;
  readonly layout: Layout;
  readonly settled: boolean;
}

/** Lays every part out until no reference moves another; its pages stay in the tab, out of the document. */
export async function layGalleys({ composition: { parts, metadata }, edition, tab, progress }: Pagination): Promise<Laid> {
  const galleys = new Map<ChapterId, Galley>(parts.map((part) => [part.id, guessGalley(part)]));
  const used = new Map<ChapterId, Filling>();
  const place = (): Layout => layoutOf(parts, { galleys, multiple: edition.pagesMultiple });
  countPages(tab, { parts, progress });
  let layout = place();
  for (let round = 0; round < ROUNDS; round += 1) {
    const due = parts.filter(({ id }) => needsLayout({ laid: used.get(id), now: layout.fillings.get(id), fitted: galleys.get(id)?.fitted ?? [] }));
    if (due.length === 0) return { galleys, layout, settled: true };
    for (const part of due) {
      const filling = layout.fillings.get(part.id) ?? NOTHING;
      galleys.set(part.id, await layPart(tab, { part, filling, metadata }));
      used.set(part.id, filling);
    }
    layout = place();
  }
  return { galleys, layout, settled: false };
}

const NOTHING: Filling = { pages: {}, runs: {} };

interface Round {
  readonly laid: Filling | undefined;
  readonly now: Filling | undefined;
  readonly fitted: readonly string[];
}

function needsLayout({ laid, now, fitted }: Round): boolean {
  return laid === undefined || reshapes(laid, { now: now ?? NOTHING, fitted });
}

async function layPart(tab: Tab, { part, filling, metadata }: { part: Part; filling: Filling; metadata: Metadata }): Promise<Galley> {
  tab.alive(`laying out "${part.title}"`);
  const { language, direction } = metadata;
  const order: GalleyOrder = { id: part.id, flow: part.flow, language: part.language ?? language, direction, filling };
  return tab.call<Galley>('layGalley', order);
}

function countPages(tab: Tab, { parts, progress }: { parts: readonly Part[]; progress: PageProgress | undefined }): void {
  const titles = new Map(parts.map(({ id, title }) => [id, title]));
  let pages = 0;
  tab.onMessage((message) => {
    const { galley, page } = message as PageLaid;
    tab.alive(`laying out "${titles.get(galley) ?? galley}", after its page ${page}`);
    pages += 1;
    progress?.(pages);
  });
}
