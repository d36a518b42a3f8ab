// Trim sizes by name or by measure.
import { closest } from '../decode-text.js';
import { readLength, roundLength } from './length.js';
import { didYouMean, type ParsedValue } from './parsed-value.js';
import { MM_PER_INCH } from '../../shared/units.js';

export interface Trim {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

const INCH = MM_PER_INCH;

/**
 * Upright sizes in millimetres. A and B: ISO 216. Letter, half letter, legal, tabloid: ANSI/ASME Y14.1 and US
 * usage. Trade sizes in inches: as KDP and IngramSpark list them. British sizes (A format, B format, demy,
 * royal, crown): as British printers (CPI, Clays) list them. JIS B: JIS P 0138.
 */
export const TRIM_SIZES: Readonly<Record<string, Trim>> = {
  A3: { width: 297, height: 420 },
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  A6: { width: 105, height: 148 },
  A7: { width: 74, height: 105 },
  B4: { width: 250, height: 353 },
  B5: { width: 176, height: 250 },
  B6: { width: 125, height: 176 },
  'JIS-B5': { width: 182, height: 257 },
  'JIS-B6': { width: 128, height: 182 },
  letter: inches(8.5, 11),
  'half-letter': inches(5.5, 8.5),
  statement: inches(5.5, 8.5),
  'quarter-letter': inches(4.25, 5.5),
  legal: inches(8.5, 14),
  tabloid: inches(11, 17),
  digest: inches(5.5, 8.5),
  pocket: inches(4.25, 6.87),
  'mass-market': inches(4.25, 6.87),
  novella: inches(5, 8),
  'small-trade': inches(5.25, 8),
  trade: inches(6, 9),
  'us-trade': inches(6, 9),
  executive: inches(7, 10),
  comic: inches(6.625, 10.25),
  square: inches(8.5, 8.5),
  'small-square': inches(7, 7),
  'a-format': { width: 111, height: 178 },
  'b-format': { width: 129, height: 198 },
  demy: { width: 138, height: 216 },
  'c-format': { width: 135, height: 216 },
  royal: { width: 156, height: 234 },
  'crown-octavo': { width: 123, height: 186 },
  'crown-quarto': { width: 189, height: 246 },
  'pinched-crown-quarto': { width: 174, height: 246 },
  'demy-quarto': { width: 216, height: 279 },
};

const BY_LOWER_CASE: ReadonlyMap<string, Trim> = new Map(
  Object.entries(TRIM_SIZES).map(([name, size]) => [name.toLowerCase(), size]),
);

/**
 * `A5`, `Half Letter`, `148mm x 210mm`, `5.5in × 8.5in`, `6x9in`, `6" by 9"`. CONF-007 when it is neither,
 * CONF-006 when a measure's length is wrong.
 */
export function readTrim(written: string): ParsedValue<Trim> {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const known = BY_LOWER_CASE.get(name);
  if (known) return { value: known };
  const plain = written.trim().replace(/["″]|''|\binch(?:es)?\b/gi, 'in');
  const measure = /^([\d.]+\s*[a-z]*?)\s*(?:[x×*]|\bby\b)\s*([\d.]+\s*[a-z]+)$/i.exec(plain);
  if (measure) return readMeasure(measure[1] ?? '', measure[2] ?? '');
  return {
    fault: {
      code: 'CONF-007',
      message: `There is no trim size called "${written}".`,
      hint:
        withUnit(plain) ??
        didYouMean(
          closest(name, Object.keys(TRIM_SIZES)),
          'Name a size (A5, half-letter, trade) or give its measure: 148mm x 210mm.',
        ),
    },
  };
}

/** Numbers alone: no page is 20 mm wide and none 30 inches. */
function withUnit(written: string): string | undefined {
  const sides = /^([\d.]+)\s*(?:[x×*]|by)\s*([\d.]+)$/i.exec(written);
  if (!sides) return undefined;
  const unit = Number(sides[1]) < 20 ? 'in' : 'mm';
  return `Write its unit: "${sides[1]}${unit} x ${sides[2]}${unit}".`;
}

function readMeasure(first: string, second: string): ParsedValue<Trim> {
  const unit = second.replace(/[\d.\s]+/, '');
  const width = readLength(/[a-z]/i.test(first) ? first : first + unit);
  const height = readLength(second);
  if ('fault' in width) return width;
  if ('fault' in height) return height;
  return { value: { width: width.value, height: height.value } };
}

function inches(width: number, height: number): Trim {
  return { width: roundLength(width * INCH), height: roundLength(height * INCH) };
}
