// Lengths as authors write them, in millimetres as the rooms use them.
import type { ParsedValue } from './parsed-value.js';
import { MM_PER_INCH, MM_PER_PX, POINTS_PER_INCH } from '../../shared/units.js';

/**
 * Millimetres in one of each unit; px and Q as CSS has them (CSS Values 4, section 6.2), pt the PostScript
 * point.
 */
const MILLIMETRES = {
  mm: 1,
  cm: 10,
  in: MM_PER_INCH,
  pt: MM_PER_INCH / POINTS_PER_INCH,
  pc: MM_PER_INCH / 6,
  px: MM_PER_PX,
  q: 0.25,
} as const;

/** The units as a pattern, for the schemas. */
export const LENGTH_PATTERN = '\\d+(?:\\.\\d+)?\\s*(?:mm|cm|in|pt|pc|px|[qQ])';

/**
 * `20mm`, `0.75in`, `14 pt` as millimetres. CONF-006 when it is no length.
 *
 * @example readLength('1in') // { value: 25.4 }
 */
export function readLength(written: string | number): ParsedValue<number> {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(mm|cm|in|pt|pc|px|q)$/i.exec(String(written).trim());
  const unit = match?.[2]?.toLowerCase();
  if (match && isUnit(unit)) return { value: roundLength(Number(match[1]) * MILLIMETRES[unit]) };
  if (/^0+$/.test(String(written).trim())) return { value: 0 };
  const bare = /^-?[\d.]+$/.test(String(written).trim());
  return {
    fault: {
      code: 'CONF-006',
      message: bare ? `The length ${written} has no unit.` : `"${written}" is not a length.`,
      hint: bare
        ? `Write its unit: "${written}mm".`
        : 'Write a number and its unit: 20mm, 2cm, 0.75in, 14pt, 96px or 80Q.',
    },
  };
}

/** To a ten-thousandth of a millimetre, so that inches come out the same wherever they are reckoned. */
export function roundLength(millimetres: number): number {
  return Math.round(millimetres * 10_000) / 10_000;
}

function isUnit(unit: string | undefined): unit is keyof typeof MILLIMETRES {
  return unit !== undefined && Object.hasOwn(MILLIMETRES, unit);
}
