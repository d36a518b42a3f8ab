// Words of a cover that the knife or a fold may reach: covers shift by a millimetre or more when they are
// trimmed.
import { mm } from '../objects/page-geometry.js';
import { loadPdf } from '../objects/load-pdf.js';
import { readPdfText, type PaintedText } from './pdf-text.js';
import { POINTS_PER_MM } from '../../shared/units.js';

/** An eighth of an inch, as all printers of books ask for. */
const SAFE_MM = 3.175;
/** Letters are measured by their font's box, which is higher than they are. */
const SLACK_PT = 1;

export interface CoverWords {
  /** What stands too near to an edge or a fold, in painting order. */
  readonly unsafe: readonly string[];
  /** The trimmed sheet, in millimetres. */
  readonly width: number;
  readonly height: number;
}

/** Reads a finished cover of one page. `spine`: its width in millimetres. */
export async function readCoverWords(bytes: Uint8Array, { spine }: { spine: number }): Promise<CoverWords> {
  const doc = await loadPdf(bytes);
  const trim = doc.getPage(0).getTrimBox();
  const [page] = await readPdfText(bytes);
  const middle = trim.x + trim.width / 2;
  const folds = [middle - mm(spine / 2), middle + mm(spine / 2)];
  const near = mm(SAFE_MM) - SLACK_PT;
  const isUnsafe = ({ x, y, width }: PaintedText): boolean => {
    // the spine has its own rule for what fits
    if (x >= (folds[0] ?? 0) && x <= (folds[1] ?? 0)) return false;
    const right = x + width;
    return (
      x < trim.x + near ||
      right > trim.x + trim.width - near ||
      y < trim.y + near ||
      y > trim.y + trim.height - near ||
      folds.some((fold) => x < fold + near && right > fold - near)
    );
  };
  const unsafe = (page?.texts ?? [])
    .filter((one) => one.text.trim() !== '' && isUnsafe(one))
    .map(({ text }) => text);
  return { unsafe, width: trim.width / POINTS_PER_MM, height: trim.height / POINTS_PER_MM };
}
