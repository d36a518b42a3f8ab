// Margins that the printers decide on: they depend on the page count, which depends on the margins. Two
// layouts at most.
import type { Composition } from '../model/edition.js';
import { finding, outcome, type Outcome } from '../model/finding.js';
import { widestMargins, type LeastMargins, type PrinterProfile } from '../model/profile.js';
import { printEdition, type Master } from '../pdf/objects/master.js';

/** A composition and its pages. */
export interface LaidOut {
  readonly composition: Composition;
  readonly master: Master;
}

export interface MarginFit {
  readonly printers: readonly PrinterProfile[];
  compose(least: LeastMargins): Composition;
  layOut(composition: Composition): Promise<Outcome<Master>>;
}

/**
 * The book once more, where its page count asks for a wider inside margin than it has; for the second layout
 * the pages that the wider margin will add are reckoned with. Finding: PRINT-051, when that was not enough.
 */
export async function fitMargins(
  first: Outcome<LaidOut>,
  { printers, compose, layOut }: MarginFit,
): Promise<Outcome<LaidOut>> {
  const wanted = widestMargins(printers, countOf(first.value));
  if (wanted.inside <= insideOf(first.value.composition)) return first;
  const composition = compose(
    widestMargins(printers, Math.ceil(countOf(first.value) * growth(first.value.composition, wanted))),
  );
  const { value: master, diagnostics } = await layOut(composition);
  const settled = widestMargins(printers, countOf({ composition, master }));
  const short = settled.inside > insideOf(composition);
  return outcome({ composition, master }, [
    ...diagnostics,
    ...(short
      ? [
          finding('PRINT-051', {
            message:
              `With an inside margin of ${round(insideOf(composition))} mm the book has ` +
              `${countOf({ composition, master })} pages, which need ${round(settled.inside)} mm.`,
            hint: `Write the margins into book.yml, with inside: ${round(settled.inside)}mm.`,
          }),
        ]
      : []),
  ]);
}

function countOf({ master }: LaidOut): number {
  return master.pages.pages.length;
}

function insideOf(composition: Composition): number {
  return printEdition(composition).page.margins.inside;
}

/**
 * How many times as many pages narrower lines make; lines that hold fewer words are filled a little worse,
 * too.
 */
function growth(composition: Composition, { inside }: LeastMargins): number {
  const { trim, margins } = printEdition(composition).page;
  const line = trim.width - margins.outside - margins.inside;
  return (line / Math.max(1, line - (inside - margins.inside))) * 1.01;
}

function round(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}
