// Pagination, whole: galleys laid out alone, references filled in until they hold, pages bound forme by forme and pressed.
import type { PageMap } from '../../model/artifact.js';
import { outcome, type Diagnostic, type Outcome } from '../../model/diagnostic.js';
import type { LineReport } from '../../model/line.js';
import type { ExpectedWords } from '../../model/words.js';
import type { Tab } from '../browser/tab.js';
import { blockPlaces, lostTargets, overfullSheets, preparationFindings, refusedAddresses, strayFinding, troubleFinding, UNSETTLED } from './findings.js';
import { furnitureOf } from './furniture.js';
import { formesOf, type Forme } from './formes.js';
import type { Numbered } from './folios.js';
import type { Layout } from './layout.js';
import type { BindingOrder, Bound, SheetOrder } from './messages.js';
import { pageMap } from './page-map.js';
import { readyTabs, runWhere, type Works } from './pool.js';
import { layGalleys, type Laid, type Pagination } from './rounds.js';
import { printedWords } from './words.js';

/** What a tab is to do with every forme while its pages stand there. */
export type PressForme<T> = (tab: Tab, forme: Forme) => Promise<T>;

export interface Paginated<T> {
  /** What came of every forme, in book order. */
  readonly pressed: readonly T[];
  readonly map: PageMap;
  /** Page numbers of all pages, also of those that print none: the PDF's page labels. */
  readonly labels: readonly string[];
  readonly places: Bound['places'];
  /** How the lines of the whole book came out, in book order. */
  readonly lines: LineReport;
  /** What the finished file has to show, word for word. */
  readonly words: ExpectedWords;
}

/**
 * Lays a composition out and has its pages pressed, forme by forme. Findings: PRESS-002 to PRESS-010.
 *
 * @throws when the browser or a tab is lost, or nothing moves for a tab's patience.
 */
export async function paginate<T>(order: Pagination, press: PressForme<T>): Promise<Outcome<Paginated<T>>> {
  const { composition } = order;
  const pool = readyTabs(order.tabs, composition);
  const laid = await layGalleys(order, pool);
  const { galleys, layout, settled } = laid;
  const formes = await pressFormes({ laid, order, press });
  const all = await Promise.all(pool.works);
  const places = blockPlaces(composition);
  const diagnostics: readonly Diagnostic[] = [
    ...all.slice(0, 1).flatMap(({ prepared }) => preparationFindings(prepared)),
    ...composition.parts.flatMap((part) => (galleys.get(part.id)?.troubles ?? []).map((trouble) => troubleFinding(trouble, { part, places }))),
    ...formes.flatMap(({ bound }) => bound.strays).map((stray) => strayFinding(stray, { sheets: layout.sheets, places })),
    ...lostTargets([...galleys.values()], layout.anchors),
    ...overfullSheets(composition.parts, galleys),
    ...refusedAddresses([...new Set([...all.flatMap(({ tab }) => tab.refused), ...formes.flatMap(({ bound }) => bound.refused)])].sort()),
    ...(settled ? [] : [UNSETTLED]),
  ];
  return outcome({
    pressed: formes.map(({ pressed }) => pressed),
    map: pageMap(layout, galleys),
    labels: layout.sheets.map(({ number }) => number),
    places: Object.assign({}, ...formes.map(({ bound }) => bound.places).toReversed()) as Bound['places'],
    lines: { paragraphs: composition.parts.flatMap(({ id }) => galleys.get(id)?.lines.paragraphs ?? []) },
    words: printedWords(composition.parts, { fillings: layout.fillings, furniture: formes.flatMap(({ bound }) => bound.furniture) }),
  }, diagnostics);
}

interface Pressing<T> {
  readonly laid: Laid;
  readonly order: Pagination;
  readonly press: PressForme<T>;
}

interface PressedForme<T> {
  readonly bound: Bound;
  readonly pressed: T;
}

/** Every forme in the tab that laid it out. */
async function pressFormes<T>({ laid: { layout, works }, order, press }: Pressing<T>): Promise<readonly PressedForme<T>[]> {
  const formes = formesOf(layout.sheets);
  const done: PressedForme<T>[] = [];
  const tasks = formes.map((forme, index) => ({ forme, index, works: works.get(forme.galley ?? '') ?? [...works.values()][0] }));
  await runWhere(tasks.filter(hasWorks), async ({ forme, index, works: { tab } }) => {
    tab.alive(`putting the pages from ${forme.from + 1} on together`);
    const bound = await tab.call<Bound>('bind', bindingOf(forme, { layout, order }));
    done[index] = { bound, pressed: await press(tab, forme) };
  });
  return done;
}

function hasWorks<T extends { readonly works: Works | undefined }>(task: T): task is T & { readonly works: Works } {
  return task.works !== undefined;
}

function bindingOf({ sheets, from, galley }: Forme, { layout, order: { composition, edition } }: { layout: Layout; order: Pagination }): BindingOrder {
  const filling = galley === undefined ? undefined : layout.fillings.get(galley);
  return {
    from,
    overhang: edition.page.overhang,
    fillings: galley === undefined || filling === undefined ? {} : { [galley]: filling },
    sheets: sheets.map((sheet) => sheetOrder(sheet, furnitureOf(sheet, { composition, total: layout.sheets.length }))),
  };
}

function sheetOrder({ side, part, page }: Numbered, furniture: string | undefined): SheetOrder {
  return {
    side,
    ...(part === undefined ? {} : { galley: { id: part.id, page } }),
    ...(furniture === undefined ? {} : { furniture }),
  };
}
