// A finished cover of the author's own: measured against the book it goes around, and handed on as it is.
import type { Artifact } from '../model/artifact.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { PageGeometry } from '../model/edition.js';
import { openSource } from '../pdf/finish/imposition-source.js';
import { MM_PER_INCH } from '../shared/units.js';

export interface OwnCover {
  readonly bytes: Uint8Array;
  /** The file as the author called it, and as it is called when it is handed on. */
  readonly path: string;
  readonly name: string;
  readonly page: PageGeometry;
  /** Millimetres. */
  readonly spine: number;
  readonly pages: number;
}

/** Printers refuse a cover that is wrong by more than a sixteenth of an inch. */
const TOLERANCE_MM = MM_PER_INCH / 16;

/** Findings: COVER-001 where it has not the book's size, FOLD-001 where it cannot be read. */
export async function takeOwnCover(own: OwnCover): Promise<Outcome<readonly Artifact[]>> {
  const { value: source, diagnostics } = await openSource(own.bytes, own.path);
  if (!source) return outcome([], diagnostics);
  const wrong = wrongSize(source.size, own);
  if (wrong) return outcome([], [wrong]);
  return outcome([
    { edition: 'cover', name: own.name, mediaType: 'application/pdf', bytes: own.bytes, spent: {} },
  ]);
}

/** A file without a trim box is measured with its bleed. */
function wrongSize(
  size: { width: number; height: number },
  { page: { trim, bleed }, spine, pages, path }: OwnCover,
): Finding | undefined {
  const [width, height] = [2 * trim.width + spine, trim.height];
  const fits = [0, 2 * bleed].some(
    (more) =>
      Math.abs(size.width - width - more) <= TOLERANCE_MM &&
      Math.abs(size.height - height - more) <= TOLERANCE_MM,
  );
  if (fits) return undefined;
  return finding('COVER-001', {
    message:
      `The cover is ${shown(size.width)} x ${shown(size.height)} mm; ${pages} pages with a spine of ` +
      `${shown(spine)} mm need ${shown(width)} x ${shown(height)} mm, without bleed.`,
    at: { path, line: 1 },
    hint: 'Make the cover again for the pages that the book has now.',
  });
}

function shown(millimetres: number): string {
  return String(Math.round(millimetres * 10) / 10);
}
