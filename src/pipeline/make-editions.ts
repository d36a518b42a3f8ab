// The editions that a run asked for: pages are printed once for the print and screen files, the sheets and
// the cover, and the EPUB names them. A browser is opened only for what has pages or a drawn cover.
import type { Artifact } from '../model/artifact.js';
import { hasError, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import type { LineReport } from '../model/line-report.js';
import type { ExpectedWords } from '../model/expected-words.js';
import type { OpenBrowser } from '../browser/open-browser.js';
import { drawCover, printCover, type CoverImage } from '../pagination/cover-image.js';
import { spineOf } from '../imposition/cover/spine.js';
import { printEdition, type Master } from '../pdf/objects/master.js';
import { beginWithPages, platesFor, warmUpChecks } from './early-work.js';
import { packEpubs } from './pack-epubs.js';
import { orLost, printPages } from './print-pages.js';
import { finishFiles } from './finish-files.js';
import type { EditionsOrder } from './editions-order.js';
import { makeCoverWrap } from './make-cover-wrap.js';
import { takeOwnCover } from './own-cover.js';
import { isSettled, untilAborted } from './cancellation.js';
import { checkTypography } from './typographic-report.js';
import type { LaidOut } from './printer-margins.js';
import { makeSheets } from './imposed-sheets.js';

export interface MadeEditions {
  readonly artifacts: readonly Artifact[];
  /** Files that others were made of, to be checked and not published. */
  readonly sources: readonly Artifact[];
  /** What the pages of the PDFs have to show. */
  readonly printed: ExpectedWords | undefined;
  /** What they were made from in the end. */
  readonly print: Composition | undefined;
  /** How their lines came out. */
  readonly lines: LineReport;
}

/** @throws MissingTool without a browser; the signal's reason when it was aborted. */
export async function makeEditions(order: EditionsOrder): Promise<Outcome<MadeEditions>> {
  const {
    compositions: { print, cover },
    session,
    signal,
    meanwhile,
  } = order;
  const browser = print || cover ? await untilAborted(signal, session.browser()) : undefined;
  return untilAborted(
    signal,
    (async () => {
      const printed = await orLost(browser, printAll(order, browser));
      await meanwhile();
      await session.printed();
      return finishAll(order, printed);
    })(),
  );
}

/** All that a browser is needed for. */
interface Printed {
  readonly pages: Outcome<LaidOut> | undefined;
  readonly wrap: Outcome<readonly Artifact[]>;
  readonly picture: Promise<CoverImage> | undefined;
}

async function printAll(order: EditionsOrder, browser: OpenBrowser | undefined): Promise<Printed> {
  const { print, cover } = order.compositions;
  if (!browser) return { pages: undefined, wrap: outcome([]), picture: undefined };
  const pages = print ? await printPages(order, { composition: print, browser }) : undefined;
  if (pages) await beginWithPages(order, pages.value.master);
  const wrap = pages ? await printWrap(order, { master: pages.value.master, browser }) : outcome([]);
  const { memory } = order;
  const page =
    cover && (await printCover({ composition: cover, browser, ...(memory === undefined ? {} : { memory }) }));
  const picture = page && drawCover(page, memory);
  picture?.catch(() => undefined); // the EPUB asks for it
  return { pages, wrap, picture };
}

async function finishAll(order: EditionsOrder, printed: Printed): Promise<Outcome<MadeEditions>> {
  const said: Finding[] = [];
  const take = <T>({ value, diagnostics }: Outcome<T>): T => {
    said.push(...diagnostics);
    return value;
  };
  const { composition, master } = printed.pages === undefined ? {} : take(printed.pages);
  const packing = await beginPacking(order, { master, picture: printed.picture });
  const finished: Finished =
    composition && master
      ? await finishFiles(order, { composition, master })
      : { files: [], pagesForSheets: undefined };
  if (composition && master) said.push(...typography(order, { composition, master, finished }));
  const { files, pagesForSheets } = finished;
  const sheets = pagesForSheets ? take(await makeSheets(order, pagesForSheets)) : [];
  const wrap = take(printed.wrap);
  const epubs = take(await packing());
  return outcome(
    {
      artifacts: [...files, ...sheets, ...wrap, ...epubs],
      sources: pagesForSheets && !files.includes(pagesForSheets) ? [pagesForSheets] : [],
      printed: master?.words,
      print: composition,
      lines: master?.lines ?? { paragraphs: [] },
    },
    said,
  );
}

type Finished = Awaited<ReturnType<typeof finishFiles>>;

/**
 * The EPUBs are packed before the PDFs are finished, and checked beside that; while their cover is still
 * being drawn, the PDFs go first.
 */
async function beginPacking(
  order: EditionsOrder,
  { master, picture }: { master: Master | undefined; picture: Promise<CoverImage> | undefined },
): Promise<() => Promise<Outcome<readonly Artifact[]>>> {
  const { ebook } = order.compositions;
  const packing = ebook
    ? packEpubs(order, { composition: ebook, master, picture })
    : Promise.resolve(outcome([]));
  packing.catch(() => undefined); // asked for at the end
  if (await isSettled(picture)) await packing;
  else warmUpChecks(order);
  return () => packing;
}

function typography(
  { config, stet }: EditionsOrder,
  { composition, master, finished }: LaidOut & { readonly finished: Finished },
): readonly Finding[] {
  const file = finished.files[0] ?? finished.pagesForSheets;
  return checkTypography({ master, composition, artifact: file?.name ?? `${config.name}-print.pdf`, stet });
}

/** The cover as one sheet, around as many pages as were counted. */
async function printWrap(
  { compositions: { coverWrap, ownCover, print }, config, epoch, memory, progress }: EditionsOrder,
  { master, browser }: { master: Master; browser: OpenBrowser },
): Promise<Outcome<readonly Artifact[]>> {
  if (!coverWrap) return outcome([]);
  progress.step({ edition: 'cover', doing: 'making the sheet' });
  const pages = master.pages.pages.length;
  if (ownCover && print) {
    return takeOwnCover({
      bytes: ownCover,
      path: config.coverWrap.file ?? '',
      name: `${config.name}-cover.pdf`,
      page: printEdition(print).page,
      spine: spineOf(config.coverWrap, pages).width,
      pages,
    });
  }
  const { value, diagnostics } = coverWrap(pages);
  if (hasError(diagnostics)) return outcome([], diagnostics);
  const printedBatches = await makeCoverWrap({
    ...value,
    browser,
    epoch,
    name: config.name,
    plates: await platesFor({ config, memory }),
  });
  return outcome(printedBatches.value, [...diagnostics, ...printedBatches.diagnostics]);
}
