// Presses what a run asked for: one master for the print and screen files, and the EPUB, which names the
// pages of that master. A browser is asked for only when something needs it.
import type { Artifact } from '../model/artifact.js';
import { hasError, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import type { BlockId } from '../model/flow.js';
import type { LineReport } from '../model/line-report.js';
import type { ExpectedWords } from '../model/expected-words.js';
import { BROWSER_ENDED, BrowserLost } from '../browser/browser-lost.js';
import type { OpenBrowser } from '../browser/open-browser.js';
import { buildEpub } from '../epub/build-epub.js';
import { drawCover, printCover, type CoverImage } from '../pagination/cover-image.js';
import { spineOf } from '../imposition/cover/spine.js';
import { printEdition, type Master } from '../pdf/objects/master.js';
import { printMaster } from '../pagination/print-master.js';
import { startColourConversion, platesFor, startReadingLinks, warmUpChecks } from './early-work.js';
import type { Compositions } from './compose-editions.js';
import { checkEbookFile } from './epub-check-worker.js';
import { finishFiles, type FinishFilesOrder } from './finish-files.js';
import { makeCoverWrap } from './make-cover-wrap.js';
import { takeOwnCover } from './own-cover.js';
import type { BrowserSession } from './browser-session.js';
import { isSettled, untilAborted, pause } from './cancellation.js';
import { checkTypography } from './typographic-report.js';
import { fitMargins, type LaidOut } from './printer-margins.js';
import { makeSheets } from './imposed-sheets.js';

export interface EditionsOrder extends FinishFilesOrder {
  readonly compositions: Compositions;
  /** Where the browser stands. */
  readonly room: BrowserSession;
  /** How many tabs lay out pages side by side. */
  readonly jobs: number;
  /** What there is to do while tabs lay out. It is asked for then, and again before anything is finished. */
  readonly meanwhile: () => Promise<void>;
  /** Blocks that are marked {.stet}. */
  readonly stet: ReadonlySet<BlockId>;
}

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
    room,
    signal,
    meanwhile,
  } = order;
  const browser = print || cover ? await untilAborted(signal, room.browser()) : undefined;
  return untilAborted(
    signal,
    (async () => {
      const printed = await orLost(browser, printAll(order, browser));
      await meanwhile();
      await room.printed();
      return finishAll(order, printed);
    })(),
  );
}

/** Whatever was asked of a browser last says no more than that it is gone. */
async function orLost<T>(browser: OpenBrowser | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (browser?.chromium.connected !== false || cause instanceof BrowserLost) throw cause;
    throw new BrowserLost(BROWSER_ENDED);
  }
}

/** All that a browser is needed for. */
interface Printed {
  readonly laidOut: Outcome<LaidOut> | undefined;
  readonly wrap: Outcome<readonly Artifact[]>;
  readonly picture: Promise<CoverImage> | undefined;
}

async function printAll(order: EditionsOrder, browser: OpenBrowser | undefined): Promise<Printed> {
  const {
    compositions: { print, cover },
    memory,
  } = order;
  const laidOut = print && browser ? await layOut(order, { composition: print, browser }) : undefined;
  if (laidOut) {
    startReadingLinks(order, laidOut.value.master);
    await startColourConversion(order, laidOut.value.master);
  }
  const wrap =
    laidOut && browser ? await pressWrap(order, { master: laidOut.value.master, browser }) : outcome([]);
  const page =
    cover && browser
      ? await printCover({ composition: cover, browser, ...(memory === undefined ? {} : { memory }) })
      : undefined;
  const picture = page && drawCover(page, memory);
  picture?.catch(() => undefined); // the EPUB asks for it
  return { laidOut, wrap, picture };
}

async function finishAll(order: EditionsOrder, printed: Printed): Promise<Outcome<MadeEditions>> {
  const { ebook } = order.compositions;
  const said: Finding[] = [];
  const take = <T>({ value, diagnostics }: Outcome<T>): T => {
    said.push(...diagnostics);
    return value;
  };
  const { composition: print, master } = printed.laidOut === undefined ? {} : take(printed.laidOut);
  const pressing = ebook
    ? pressEbooks(order, { composition: ebook, master, picture: printed.picture })
    : Promise.resolve(outcome([])); // first: they are checked beside all that follows
  pressing.catch(() => undefined); // asked below
  if (await isSettled(printed.picture))
    await pressing; // else the PDFs are finished while its cover is drawn
  else warmUpChecks(order);
  const { files: pdfs, pagesForSheets } =
    print && master
      ? await finishFiles(order, { composition: print, master })
      : { files: [], pagesForSheets: undefined };
  if (print && master)
    said.push(
      ...checkTypography({
        master,
        composition: print,
        artifact: (pdfs[0] ?? pagesForSheets)?.name ?? `${order.config.name}-print.pdf`,
        stet: order.stet,
      }),
    );
  const sheets = pagesForSheets ? take(await makeSheets(order, pagesForSheets)) : [];
  const wrap = take(printed.wrap);
  const epubs = take(await pressing);
  const sources = pagesForSheets && !pdfs.includes(pagesForSheets) ? [pagesForSheets] : [];
  return outcome(
    {
      artifacts: [...pdfs, ...sheets, ...wrap, ...epubs],
      sources,
      printed: master?.words,
      print,
      lines: master?.lines ?? { paragraphs: [] },
    },
    said,
  );
}

/**
 * The book between its margins, where they are its own or its theme's; else between those that its page count
 * asks for.
 */
async function layOut(
  order: EditionsOrder,
  { composition, browser }: { composition: Composition; browser: OpenBrowser },
): Promise<Outcome<LaidOut>> {
  const {
    compositions: { printWithin },
    config: {
      print: { printers = [] },
    },
  } = order;
  const { value: master, diagnostics } = await pressMaster(order, { composition, browser });
  const first = outcome({ composition, master }, diagnostics);
  return printWithin
    ? fitMargins(first, {
        printers,
        compose: printWithin,
        layOut: (other) => pressMaster(order, { composition: other, browser }),
      })
    : first;
}

async function pressMaster(
  order: EditionsOrder,
  { composition, browser }: { composition: Composition; browser: OpenBrowser },
): Promise<Outcome<Master>> {
  const { progress, jobs, memory, room, signal, meanwhile } = order;
  return printMaster({
    composition,
    browser,
    jobs,
    keep: room.keep,
    signal,
    busy: (idle) => {
      if (idle > 0) warmUpChecks(order);
      meanwhile().catch(() => undefined); // who asks again hears of it
    },
    ...(memory === undefined ? {} : { memory }),
    progress: (step) => {
      progress.step({ edition: 'print', ...step });
    },
  });
}

/** The cover as one sheet, around as many pages as were counted. */
async function pressWrap(
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
  const pressed = await makeCoverWrap({
    ...value,
    browser,
    epoch,
    name: config.name,
    plates: await platesFor({ config, memory }),
  });
  return outcome(pressed.value, [...diagnostics, ...pressed.diagnostics]);
}

interface Ebook {
  readonly composition: Composition;
  readonly master: Master | undefined;
  readonly picture: Promise<CoverImage> | undefined;
}

/** A file for each store; what is found in one is found in all. */
async function pressEbooks(
  { config, epoch, memory, progress, signal }: EditionsOrder,
  { composition, master, picture }: Ebook,
): Promise<Outcome<readonly Artifact[]>> {
  progress.step({ edition: 'epub', doing: 'packing the book' });
  const made: Outcome<Artifact>[] = [];
  const cover = picture && ((await isSettled(picture)) ? await picture : { drawing: picture });
  for (const store of config.epub.stores) {
    await pause(signal);
    const pressed = await buildEpub({
      composition,
      name: config.name,
      pages: master?.pages,
      cover,
      store,
      epoch,
      memory,
    });
    void checkEbookFile(pressed.value).catch(() => undefined);
    made.push(pressed);
  }
  return outcome(
    made.map(({ value }) => value),
    made[0]?.diagnostics,
  );
}
