// The cover as one sheet: composed when the pages are counted, because the spine is as wide as the book is
// thick.
import { composeCoverWrap } from '../edition/compose-cover-wrap.js';
import type { Artifact } from '../model/artifact.js';
import type { Book } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import type { World } from '../model/world.js';
import type { OpenBrowser } from '../browser/open-browser.js';
import { barcode } from '../imposition/cover/barcode.js';
import { spineOf, type Spine } from '../imposition/cover/spine.js';
import { readCoverWords } from '../pdf/read/cover-safe-area.js';
import { finishPdf } from '../pdf/finish/finish-pdf.js';
import { printMaster } from '../pagination/print-master.js';
import type { Plate } from '../pdf/finish/printer-output.js';

/** The cover of a book of so many pages, and its spine. */
export type ComposeCoverWrap = (
  pages: number,
) => Outcome<{ readonly composition: Composition; readonly spine: Spine }>;

/** Findings: COVER-001 to COVER-003, and those of its template. */
export function coverOf(order: { book: Book; config: BookConfig; world: World }): ComposeCoverWrap {
  const {
    config: { coverWrap, metadata, name },
  } = order;
  const isbn = metadata.isbn.print;
  return (pages) => {
    const spine = spineOf(coverWrap, pages);
    const drawn = isbn === undefined ? undefined : barcode({ isbn, price: coverWrap.price });
    const { value, diagnostics } = composeCoverWrap(order, {
      spine: spine.width,
      spineWords: spine.words,
      barcode: drawn,
    });
    return outcome({ composition: value, spine }, [
      ...otherCount(coverWrap.pages, pages),
      ...bareSpine(spine, { pages, name }),
      ...(drawn ? [] : [noBarcode(name)]),
      ...diagnostics,
    ]);
  };
}

export interface CoverWrapOrder {
  readonly composition: Composition;
  readonly browser: OpenBrowser;
  readonly epoch: number | undefined;
  /** What the book's files are called. */
  readonly name: string;
  readonly spine: Spine;
  /** The files for printers; none for one by the book's own measures. */
  readonly plates: readonly Plate[];
}

/**
 * Presses the sheet, for every printer. Findings: COVER-004 and those of the press, but the browser's own,
 * which the book's pages told.
 */
export async function makeCoverWrap({
  composition,
  browser,
  epoch,
  name,
  spine,
  plates,
}: CoverWrapOrder): Promise<Outcome<readonly Artifact[]>> {
  const { value: master, diagnostics } = await printMaster({ composition, browser });
  const files: Artifact[] = [];
  for (const plate of plates.length === 0 ? [undefined] : plates.map(bledAllRound)) {
    const finished = await finishPdf({
      master,
      composition,
      purpose: 'print',
      ...(plate ? { plate } : {}),
      ...(epoch === undefined ? {} : { epoch }),
    });
    files.push({ ...finished, edition: 'cover', name: coverFile(name, plate) });
  }
  const [first] = files;
  const unsafe = first ? (await readCoverWords(first.bytes, { spine: spine.width })).unsafe : [];
  const said = diagnostics.filter((one) => !browser.diagnostics.includes(one));
  return outcome(files, [...said, ...unsafe.map((words) => unsafeFinding(words, coverFile(name)))]);
}

/** A cover is bound nowhere: where pages bleed at their outer edges, it bleeds at all of its own. */
function bledAllRound(plate: Plate): Plate {
  const { width, edges } = plate.profile.bleed;
  return {
    ...plate,
    profile: { ...plate.profile, bleed: { width, edges: edges === 'outer' ? 'all' : edges } },
  };
}

function otherCount(made: number | undefined, pages: number): readonly Finding[] {
  if (made === undefined || made === pages) return [];
  return [
    finding('COVER-001', {
      message: `The cover was made for ${made} pages, and the book has ${pages}.`,
      hint: `Write "pages: ${pages}" under cover-wrap, and look at the spine again.`,
    }),
  ];
}

function bareSpine(
  { width, words }: Spine,
  { pages, name }: { pages: number; name: string },
): readonly Finding[] {
  if (words > 0) return [];
  return [
    finding('COVER-002', {
      message: `The spine of ${pages} pages is ${width} mm wide and carries no words.`,
      hint: 'If your printer gives you another width, write it as "spine:" under "cover-wrap:" in book.yml.',
      seen: { artifact: coverFile(name) },
    }),
  ];
}

function noBarcode(name: string): Finding {
  return finding('COVER-003', {
    message: 'The cover has no bar code, because the book has no ISBN for print.',
    hint: 'Write it in book.yml: "isbn: { print: 978-… }".',
    seen: { artifact: coverFile(name) },
  });
}

function unsafeFinding(words: string, name: string): Finding {
  return finding('COVER-004', {
    message: `“${words.trim()}” stands less than 3.2 mm from an edge or a fold of the cover.`,
    hint: 'Move it inward in the theme, or in a cover template of your own.',
    seen: { artifact: name },
  });
}

function coverFile(name: string, plate?: Plate): string {
  return `${[name, 'cover', plate?.profile.name, plate?.name].filter(Boolean).join('-')}.pdf`;
}
