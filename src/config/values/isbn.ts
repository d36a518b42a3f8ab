// ISBN-13 with its check digit (ISO 2108; GS1 General Specifications, section 7.9).
import type { ParsedValue } from './parsed-value.js';

/**
 * The thirteen digits without hyphens: `978-3-16-148410-0` gives `9783161484100`. CONF-010 when a digit is
 * wrong. An old ISBN of ten digits is refused with the thirteen it has become.
 */
export function readIsbn(written: string | number): ParsedValue<string> {
  const digits = String(written)
    .trim()
    .replace(/^(urn:)?ISBN(-1[03])?:?/i, '')
    .replace(/[\s\u2010-\u2013-]/g, '')
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) {
    const check = checkDigit(digits);
    if (digits.endsWith(check)) return { value: digits };
    return fault(
      written,
      'its last digit does not check the others',
      `If the other digits are right, the last one is ${check}.`,
    );
  }
  if (/^\d{9}[\dX]$/.test(digits)) {
    const longer = `978${digits.slice(0, 9)}`;
    return fault(
      written,
      'it has ten digits, and thirteen are needed',
      `Its longer form is ${longer}${checkDigit(longer)}.`,
    );
  }
  return fault(
    written,
    'it is not thirteen digits beginning with 978 or 979',
    'Write it as your agency gave it: 978-3-16-148410-0.',
  );
}

/** The thirteenth digit: the others weighted 1 and 3 in turn, filled up to a multiple of ten. */
function checkDigit(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function fault(written: string | number, reason: string, hint: string): ParsedValue<string> {
  return { fault: { code: 'CONF-010', message: `"${written}" is not an ISBN: ${reason}.`, hint } };
}
