// Pagination, whole: galleys laid out alone, references filled in until they hold, pages bound batch by batch
// and pressed.
import type { PageMap, PageFact } from '../model/artifact.js';
import { outcome, type Finding, type Outcome } from '../model/finding.js';
import type { LineReport } from '../model/line-report.js';
import type { PageColumn } from '../model/page-column.js';
import type { ExpectedWords } from '../model/expected-words.js';
import {
  blockPlaces,
  lostTargets,
  overfullSheets,
  preparationFindings,
  refusedAddresses,
  shortenedHeads,
  strayFinding,
  troubleFinding,
  unplannedParts,
  UNSETTLED,
} from './pagination-findings.js';
import { createCompositor, type PressForme } from './compositor.js';
import { formesOf, type Batch } from './formes.js';
import type { NumberedPage } from './folios.js';
import type { BookLayout } from './book-layout.js';
import type { BindingOrder, Bound, SheetSettings, Galley } from './messages.js';
import { NO_CACHE, deferWrites } from '../cache/cache.js';
import { keysFor } from './page-cache.js';
import type { Listener } from './tab-pool.js';
import { layGalleys, type Pagination } from './reference-rounds.js';
import { startPageCount } from './page-progress.js';
import { printedWords } from './expected-words.js';
import type { ChapterId } from '../model/cast.js';
import type { Composition, FurniturePage } from '../model/edition.js';
import { coversSheet } from './page-starts.js';

export interface Paginated {
  /** What came of every batch, in book order. */
  readonly printedBatches: readonly Uint8Array[];
  readonly map: PageMap;
  /** Page numbers of all pages, also of those that print none: the PDF's page labels. */
  readonly labels: readonly string[];
  readonly places: Bound['places'];
  /** How the lines of the whole book came out, in book order. */
  readonly lines: LineReport;
  /** What stands on each page, where text flows into it. */
  readonly columns: readonly (PageColumn | undefined)[];
  /** What the finished file has to show, word for word. */
  readonly words: ExpectedWords;
  /**
   * Whether the tabs heard of nothing outside of their galleys (PRESS-007, 008, 010), which they would tell
   * of again.
   */
  readonly tabs: 'clean' | 'spent';
  /** Milliseconds for laying out and for printing. */
  readonly spent: { readonly layout: number; readonly print: number };
}

/**
 * Lays a composition out and has its pages pressed, batch by batch. Findings: PRESS-002 to PRESS-010.
 *
 * @throws when the browser or a tab is lost, or nothing moves for a tab's patience.
 */
export async function paginate(order: Pagination, printToPieces: PressForme): Promise<Outcome<Paginated>> {
  const { composition, pool, memory = NO_CACHE, keyParts = [] } = order;
  const tally = startPageCount(order);
  pool.hear(tellingOnce(() => order.busy?.(pool.idle()), tally.hear));
  const start = performance.now();
  const held = deferWrites(memory);
  const compositor = createCompositor({
    pool,
    memory: held,
    remembers: memory === NO_CACHE ? 'no' : 'yes',
    keys: keysFor(composition, keyParts),
    printToPieces,
  });
  const { galleys, layout, settled } = await layGalleys(order, { compositor, tally });
  const laid = performance.now();
  tally.print(layout.sheets.length);
  const batches = await compositor.printAll(
    formesOf(layout.sheets).map((batch) => ({ batch, order: bindingOf(batch, { layout, order }) })),
    tally.printed,
  );
  const spent = { layout: Math.round(laid - start), print: Math.round(performance.now() - laid) };
  const opened = await pool.opened();
  const outside = [
    ...opened.slice(0, 1).flatMap(({ prepared }) => preparationFindings(prepared, [...galleys.values()])),
    ...refusedAddresses(
      [
        ...new Set([
          ...opened.flatMap(({ tab }) => tab.refused),
          ...batches.flatMap(({ bound }) => bound.refused),
        ]),
      ].sort(),
    ),
  ];
  if (outside.length === 0) held.settle();
  const places = blockPlaces(composition);
  const diagnostics: readonly Finding[] = [
    ...outside,
    ...composition.parts.flatMap((part) =>
      (galleys.get(part.id)?.troubles ?? []).map((trouble) => troubleFinding(trouble, { part, places })),
    ),
    ...batches
      .flatMap(({ bound }) => bound.strays)
      .map((stray) => strayFinding(stray, { sheets: layout.sheets, places })),
    ...shortenedHeads(
      batches.flatMap(({ bound }) => bound.shortened),
      layout.sheets,
    ),
    ...lostTargets([...galleys.values()], layout.anchors),
    ...overfullSheets(composition.parts, galleys),
    ...(settled ? [] : [UNSETTLED]),
    ...unplannedParts(composition.parts, galleys),
  ];
  return outcome(
    {
      printedBatches: batches.map(({ printedBatches }) => printedBatches),
      map: pageMap(layout, galleys),
      labels: layout.sheets.map(({ number }) => number),
      places: Object.assign({}, ...batches.map(({ bound }) => bound.places).toReversed()) as Bound['places'],
      lines: { paragraphs: composition.parts.flatMap(({ id }) => galleys.get(id)?.lines.paragraphs ?? []) },
      columns: layout.sheets.map(({ part, page }) =>
        part === undefined ? undefined : galleys.get(part.id)?.pages[page]?.column,
      ),
      spent,
      tabs: outside.length === 0 ? 'clean' : 'spent',
      words: printedWords(composition.parts, {
        fillings: layout.fillings,
        furniture: batches.flatMap(({ bound }) => bound.furniture),
      }),
    },
    diagnostics,
  );
}

function tellingOnce(busy: () => void, hear: Listener): Listener {
  let telling: (() => void) | undefined = busy;
  return (tab, message) => {
    hear(tab, message);
    telling?.();
    telling = undefined;
  };
}

function bindingOf(
  { sheets, from, galley }: Batch,
  { layout, order: { composition, edition } }: { layout: BookLayout; order: Pagination },
): BindingOrder {
  const filling = layout.fillings.get(galley);
  return {
    from,
    overhang: edition.page.overhang,
    fillings: filling === undefined ? {} : { [galley]: filling },
    sheets: sheets.map((sheet) =>
      sheetOrder(sheet, furnitureOf(sheet, { composition, total: layout.sheets.length })),
    ),
  };
}

function sheetOrder({ side, part, page }: NumberedPage, furniture: string | undefined): SheetSettings {
  return {
    side,
    ...(part === undefined ? {} : { galley: { id: part.id, page } }),
    ...(furniture === undefined ? {} : { furniture }),
  };
}

// Pagination's answer to the rest of the house: which page everything landed on.

/** The page map of a settled layout. */
function pageMap({ sheets, anchors }: BookLayout, galleys: ReadonlyMap<ChapterId, Galley>): PageMap {
  return { anchors, pages: sheets.map((sheet) => pageFact(sheet, galleys)) };
}

function pageFact(
  { index, folio, side, part, page }: NumberedPage,
  galleys: ReadonlyMap<ChapterId, Galley>,
): PageFact {
  if (part === undefined) return { index, folio, side, opening: false, blank: true };
  const first = galleys.get(part.id)?.pages[page]?.first;
  return {
    index,
    folio,
    side,
    part: part.id,
    kind: part.kind,
    opening: page === 0,
    blank: part.kind === 'blank',
    ...(first === undefined ? {} : { first }),
  };
}

// What stands around the text: asks the composition's furniture for every page that has any.

/** The furniture's markup; undefined on blank pages and on pages that are filled to the edge. */
function furnitureOf(
  sheet: NumberedPage,
  { composition, total }: { composition: Composition; total: number },
): string | undefined {
  const { part, index, folio, side } = sheet;
  if (composition.furniture === undefined || part === undefined || part.kind === 'blank' || coversSheet(part))
    return undefined;
  const { metadata } = composition;
  const page: FurniturePage = {
    index,
    total,
    folio,
    side,
    kind: part.kind,
    part: part.id,
    opening: sheet.page === 0,
    openingFolio: sheet.page === 0 && part.role === 'body' && part.folios === 'continuous',
    blank: false,
    bookTitle: metadata.shortTitle ?? metadata.title,
    bookSubtitle: metadata.subtitle ?? '',
    runningHead: part.runningHead,
    number: part.number ?? '',
    turn: index / total,
  };
  return composition.furniture(page);
}
