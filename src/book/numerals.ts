// Numbers as books print them.

const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/**
 * A whole number from 1 as a capital roman numeral.
 *
 * @example roman(14) // 'XIV'
 */
export function roman(count: number): string {
  let rest = count;
  let said = '';
  for (const [sign, worth] of ROMAN) {
    while (rest >= worth) {
      said += sign;
      rest -= worth;
    }
  }
  return said;
}

/**
 * A whole number from 1 as capital letters, as appendices are counted: A to Z, then AA, AB …
 *
 * @example letter(28) // 'AB'
 */
export function letter(count: number): string {
  const last = String.fromCharCode(65 + ((count - 1) % 26));
  return count > 26 ? letter(Math.floor((count - 1) / 26)) + last : last;
}
