// Pagination, whole: galleys laid out alone, references filled in until they hold, pages bound in one document.
import type { ChapterId } from '../../model/cast.js';
import type { PageFact, PageMap } from '../../model/artifact.js';
import { outcome, type Diagnostic, type Outcome } from '../../model/diagnostic.js';
import type { Composition, Part, PrintEdition } from '../../model/edition.js';
import type { LineReport } from '../../model/line.js';
import type { ExpectedWords } from '../../model/words.js';
import type { Metadata } from '../../model/metadata.js';
import type { Tab } from '../browser/tab.js';
import { blockPlaces, lostTargets, overfullSheets, preparationFindings, refusedAddresses, strayFinding, troubleFinding, UNSETTLED } from './findings.js';
import type { Numbered } from './folios.js';
import { furnitureOf } from './furniture.js';
import { guessGalley } from './guess.js';
import { layoutOf, type Layout } from './layout.js';
import type { Bound, Filling, Galley, GalleyOrder, PageLaid, Prepared } from './messages.js';
import { reshapes } from './references.js';
import { printedWords } from './words.js';

/** Told while pages are laid out: how many stand so far. */
export type PageProgress = (pages: number) => void;

/** The pages stand in the tab, ready to print. */
export interface Paginated {
  readonly map: PageMap;
  /** Page numbers of all pages, also of those that print none: the PDF's page labels. */
  readonly labels: readonly string[];
  readonly places: Bound['places'];
  /** How the lines of the whole book came out, in book order. */
  readonly lines: LineReport;
  /** What the finished file has to show, word for word. */
  readonly words: ExpectedWords;
}

export interface Pagination {
  readonly composition: Composition;
  readonly edition: PrintEdition;
  readonly tab: Tab;
  readonly progress?: PageProgress;
}

/** References that move the text that moves the references: after so many rounds it is left as it stands (PRESS-005). */
const ROUNDS = 5;

/**
 * Lays a composition out and leaves its pages in the tab. Findings: PRESS-002 to PRESS-010.
 *
 * @throws when the browser or the tab is lost, or nothing moves for the tab's patience.
 */
export async function paginate(order: Pagination): Promise<Outcome<Paginated>> {
  const { composition, tab } = order;
  const prepared = await tab.call<Prepared>('prepare', preparation(composition));
  const { galleys, layout, settled } = await layGalleys(order);
  tab.alive('putting the pages together');
  const bound = await tab.call<Bound>('bind', bindingOf(layout, order));
  const places = blockPlaces(composition);
  const diagnostics: readonly Diagnostic[] = [
    ...preparationFindings(prepared),
    ...composition.parts.flatMap((part) => (galleys.get(part.id)?.troubles ?? []).map((trouble) => troubleFinding(trouble, { part, places }))),
    ...bound.strays.map((stray) => strayFinding(stray, { sheets: layout.sheets, places })),
    ...lostTargets([...galleys.values()], layout.anchors),
    ...overfullSheets(composition.parts, galleys),
    ...refusedAddresses([...tab.refused, ...bound.refused]),
    ...(settled ? [] : [UNSETTLED]),
  ];
  return outcome({
    map: pageMap(layout, galleys),
    labels: layout.sheets.map(({ number }) => number),
    places: bound.places,
    lines: { paragraphs: composition.parts.flatMap(({ id }) => galleys.get(id)?.lines.paragraphs ?? []) },
    words: printedWords(composition.parts, { fillings: layout.fillings, furniture: bound.furniture }),
  }, diagnostics);
}

function preparation({ styles, resources }: Composition): unknown {
  const images = resources.filter(({ mediaType }) => mediaType.startsWith('image/')).map(({ href }) => href);
  return { styles, images };
}

interface Laid {
  readonly galleys: ReadonlyMap<ChapterId, Galley>;
  readonly layout: Layout;
  readonly settled: boolean;
}

async function layGalleys({ composition: { parts, metadata }, edition, tab, progress }: Pagination): Promise<Laid> {
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

function bindingOf({ sheets, fillings }: Layout, { composition, edition }: Pagination): unknown {
  return {
    overhang: edition.page.overhang,
    fillings: Object.fromEntries(fillings),
    sheets: sheets.map((sheet) => ({
      side: sheet.side,
      galley: sheet.part === undefined ? undefined : { id: sheet.part.id, page: sheet.page },
      furniture: furnitureOf(sheet, { composition, total: sheets.length }),
    })),
  };
}

function pageMap({ sheets, anchors }: Layout, galleys: ReadonlyMap<ChapterId, Galley>): PageMap {
  return { anchors, pages: sheets.map((sheet) => pageFact(sheet, galleys)) };
}

function pageFact({ index, folio, side, part, page }: Numbered, galleys: ReadonlyMap<ChapterId, Galley>): PageFact {
  if (part === undefined) return { index, folio, side, opening: false, blank: true };
  const first = galleys.get(part.id)?.pages[page]?.first;
  return {
    index, folio, side,
    part: part.id,
    kind: part.kind,
    opening: page === 0,
    blank: part.kind === 'blank',
    ...(first === undefined ? {} : { first }),
  };
}
