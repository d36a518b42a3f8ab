// Pagination, whole: galleys laid out alone, references filled in until they hold, pages bound in one document.
import type { PageMap } from '../../model/artifact.js';
import { outcome, type Diagnostic, type Outcome } from '../../model/diagnostic.js';
import type { Composition } from '../../model/edition.js';
import type { LineReport } from '../../model/line.js';
import type { ExpectedWords } from '../../model/words.js';
import { blockPlaces, lostTargets, overfullSheets, preparationFindings, refusedAddresses, strayFinding, troubleFinding, UNSETTLED } from './findings.js';
import { furnitureOf } from './furniture.js';
import type { Layout } from './layout.js';
import type { Bound, Prepared } from './messages.js';
import { pageMap } from './page-map.js';
import { layGalleys, type Pagination } from './rounds.js';
import { printedWords } from './words.js';

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
