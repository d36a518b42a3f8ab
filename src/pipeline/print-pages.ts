// The book's pages, laid out in the browser; where its printers decide on the margins, laid out again between
// those that its page count asks for.
import { outcome, type Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import { BROWSER_ENDED, BrowserLost } from '../browser/browser-lost.js';
import type { OpenBrowser } from '../browser/open-browser.js';
import type { Master } from '../pdf/objects/master.js';
import { printMaster } from '../pagination/print-master.js';
import { warmUpChecks } from './early-work.js';
import type { EditionsOrder } from './editions-order.js';
import { fitMargins, type LaidOut } from './printer-margins.js';

interface ToPrint {
  readonly composition: Composition;
  readonly browser: OpenBrowser;
}

export async function printPages(order: EditionsOrder, toPrint: ToPrint): Promise<Outcome<LaidOut>> {
  const {
    compositions: { printWithin },
    config: {
      print: { printers = [] },
    },
  } = order;
  const { value: master, diagnostics } = await layOut(order, toPrint);
  const first = outcome({ composition: toPrint.composition, master }, diagnostics);
  if (!printWithin) return first;
  return fitMargins(first, {
    printers,
    compose: printWithin,
    layOut: (composition) => layOut(order, { ...toPrint, composition }),
  });
}

async function layOut(order: EditionsOrder, { composition, browser }: ToPrint): Promise<Outcome<Master>> {
  const { progress, jobs, memory, session, signal, meanwhile } = order;
  return printMaster({
    composition,
    browser,
    jobs,
    keep: session.keep,
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

/** Whatever was asked of a browser last says no more than that it is gone. */
export async function orLost<T>(browser: OpenBrowser | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (browser?.chromium.connected !== false || cause instanceof BrowserLost) throw cause;
    throw new BrowserLost(BROWSER_ENDED);
  }
}
