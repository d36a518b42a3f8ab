// Galleys and their references, round after round: a number that comes out longer moves the text, and other
// numbers with it.
import type { ChapterId } from '../model/cast.js';
import type { Composition, Part, PrintEdition } from '../model/edition.js';
import type { Metadata } from '../model/metadata.js';
import type { Compositor } from './compositor.js';
import { estimateGalley } from './page-count-estimate.js';
import { layoutOf, type BookLayout } from './book-layout.js';
import type { Cache } from '../cache/cache.js';
import { imagesOf } from './page-cache.js';
import type { Pool } from './tab-pool.js';
import type { ReferenceFilling, Galley, GalleyOrder } from './messages.js';
import { inPlaceOf, reshapes } from './page-references.js';
import type { PageProgress, PageCount } from './page-progress.js';

export interface Pagination {
  readonly composition: Composition;
  readonly edition: PrintEdition;
  /** The tabs, which have the composition's styles and resources. */
  readonly pool: Pool;
  /**
   * What to remember of earlier runs, and all besides the composition that decides how its pages come out.
   */
  readonly memory?: Cache;
  readonly keyParts?: readonly string[];
  readonly progress?: PageProgress;
  /** Called once, when a tab says that it is at work, with how many others have nothing to do. */
  readonly busy?: (idle: number) => void;
}

/**
 * References that move the text that moves the references: after so many rounds it is left as it stands
 * (PRESS-005).
 */
const ROUNDS = 5;

export interface Laid {
  readonly galleys: ReadonlyMap<ChapterId, Galley>;
  readonly layout: BookLayout;
  readonly settled: boolean;
}

/** Lays every part out until no reference moves another. */
export async function layGalleys(
  { composition: { parts, metadata, resources }, edition }: Pagination,
  { compositor, tally }: { compositor: Compositor; tally: PageCount },
): Promise<Laid> {
  const galleys = new Map<ChapterId, Galley>(parts.map((part) => [part.id, estimateGalley(part)]));
  const used = new Map<ChapterId, ReferenceFilling>();
  const images = new Map(parts.map((part) => [part.id, imagesOf(part, resources)]));
  const place = (): BookLayout => layoutOf(parts, { galleys, multiple: edition.pagesMultiple });
  let layout = place();
  for (let round = 0; round < ROUNDS; round += 1) {
    const due = parts.filter(({ id }) =>
      needsLayout({
        laid: used.get(id),
        now: layout.fillings.get(id),
        fitted: galleys.get(id)?.fitted ?? [],
      }),
    );
    if (due.length === 0) return { galleys, layout, settled: true };
    for (const { id } of due) used.set(id, layout.fillings.get(id) ?? NOTHING);
    const jobs = due.map((part) => ({
      part,
      order: galleyOrder(part, {
        filling: used.get(part.id) ?? NOTHING,
        metadata,
        images: images.get(part.id) ?? [],
      }),
    }));
    await compositor.lay(jobs, (id, galley) => {
      galleys.set(id, galley);
      tally.laid(galley);
    });
    layout = place();
  }
  return { galleys, layout, settled: false };
}

const NOTHING: ReferenceFilling = { pages: {}, runs: {} };

interface Round {
  readonly laid: ReferenceFilling | undefined;
  readonly now: ReferenceFilling | undefined;
  readonly fitted: readonly string[];
}

function needsLayout({ laid, now, fitted }: Round): boolean {
  return laid === undefined || reshapes(laid, { now: now ?? NOTHING, fitted });
}

function galleyOrder(
  { id, flow, language, start }: Part,
  { filling, metadata, images }: { filling: ReferenceFilling; metadata: Metadata; images: readonly string[] },
): GalleyOrder {
  return {
    id,
    flow,
    images,
    language: language ?? metadata.language,
    direction: metadata.direction,
    filling: inPlaceOf(filling),
    start,
  };
}
