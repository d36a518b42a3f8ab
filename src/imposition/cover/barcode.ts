// The bar code of a book: its ISBN as EAN-13 and the price as EAN-5, as vectors.
// ISO/IEC 15420; GS1 General Specifications, sections 5.2.1 and 5.2.2.5.
import { element, text, type ElementNode, type Flow } from '../../model/flow.js';

/** A digit's seven modules as set A has them; C is A inverted, and B is C read backwards. */
const SET_A = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
] as const;
/** Which sets the left half uses says the first digit: `1` is B. */
const FIRST = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
] as const;
/** Which digits of an EAN-5 are from B, by its check digit. */
const CHECK_5 = [
  '11000',
  '10100',
  '10010',
  '10001',
  '01100',
  '00110',
  '00011',
  '01010',
  '01001',
  '00101',
] as const;

/** The 95 modules of thirteen digits, `1` for a bar. @example ean13('9783161484100').length // 95 */
export function ean13(digits: string): string {
  const [first, ...rest] = numbers(digits);
  const left = rest
    .slice(0, 6)
    .map((digit, place) => (FIRST[first ?? 0]?.[place] === '1' ? setB(digit) : setA(digit)));
  const right = rest.slice(6).map((digit) => inverted(setA(digit)));
  return `101${left.join('')}01010${right.join('')}101`;
}

/** The 47 modules of the five digits beside it. @example ean5('51299').length // 47 */
export function ean5(digits: string): string {
  const five = numbers(digits);
  const check = five.reduce((sum, digit, place) => sum + digit * (place % 2 === 0 ? 3 : 9), 0) % 10;
  const encoded = five.map((digit, place) => (CHECK_5[check]?.[place] === '1' ? setB(digit) : setA(digit)));
  return `1011${encoded.join('01')}`;
}

/** Millimetres of one module at the full size, which all scanners read. */
const MODULE = 0.33;
/**
 * In modules: quiet zones, the gap before the add-on, bars without their digits, and how far guards go down.
 */
const [QUIET_LEFT, QUIET_RIGHT, GAP, HEIGHT, GUARD, HEAD, FOOT] = [11, 7, 10, 69, 5, 11, 11];
const GUARDS: readonly (readonly [number, number])[] = [
  [0, 3],
  [45, 50],
  [92, 95],
];
const DIGIT = 9;

/**
 * The drawing at its full size on a white field, with the digits below and the ISBN above. `isbn`: thirteen
 * digits.
 */
export function barcode({ isbn, price }: { isbn: string; price?: string | undefined }): ElementNode {
  const width = QUIET_LEFT + 95 + (price === undefined ? QUIET_RIGHT : GAP + 47 + QUIET_RIGHT);
  const height = HEAD + HEIGHT + FOOT;
  const size = {
    width: `${round(width * MODULE)}mm`,
    height: `${round(height * MODULE)}mm`,
    viewBox: `0 0 ${width} ${height}`,
  };
  return element('svg', { class: 'barcode', ...size, role: 'img', 'aria-label': `ISBN ${isbn}` }, [
    element('rect', { width: String(width), height: String(height), fill: '#fff' }, []),
    element(
      'path',
      { d: [...mainBars(isbn), ...(price === undefined ? [] : addOnBars(price))].join(''), fill: '#000' },
      [],
    ),
    words(`ISBN ${isbn}`, { x: String(QUIET_LEFT), y: HEAD - 3 }),
    words(isbn.slice(0, 1), { x: '2', y: height - 2 }),
    words(isbn.slice(1, 7), { x: places(QUIET_LEFT + 3, 6, 7), y: height - 2 }),
    words(isbn.slice(7), { x: places(QUIET_LEFT + 50, 6, 7), y: height - 2 }),
    ...(price === undefined
      ? []
      : [words(price, { x: places(QUIET_LEFT + 95 + GAP + 4, 5, 9), y: HEAD + DIGIT - 1 })]),
  ]);
}

function mainBars(isbn: string): readonly string[] {
  return bars(ean13(isbn)).map(([from, length]) => {
    const guard = GUARDS.some(([start, end]) => from >= start && from < end);
    return bar({ x: QUIET_LEFT + from, y: HEAD, width: length, height: HEIGHT + (guard ? GUARD : 0) });
  });
}

/** The add-on's digits stand above its bars. */
function addOnBars(price: string): readonly string[] {
  const top = HEAD + DIGIT + 1;
  return bars(ean5(price)).map(([from, length]) =>
    bar({ x: QUIET_LEFT + 95 + GAP + from, y: top, width: length, height: HEAD + HEIGHT + GUARD - top }),
  );
}

/** Where bars begin and how wide they are. */
function bars(modules: string): readonly (readonly [number, number])[] {
  return [...modules.matchAll(/1+/g)].map((run) => [run.index, run[0].length] as const);
}

function bar({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

function words(digits: string, { x, y }: { x: string; y: number }): ElementNode {
  const children: Flow = [text(digits)];
  return element('text', { x, y: String(y), 'font-size': String(DIGIT), fill: '#000' }, children);
}

/** One place for each digit, in the middle of its modules. */
function places(start: number, count: number, step: number): string {
  return Array.from({ length: count }, (_, index) => start + index * step + 1).join(' ');
}

function numbers(digits: string): readonly number[] {
  return [...digits].map(Number);
}

function setA(digit: number): string {
  return SET_A[digit] ?? '';
}

function setB(digit: number): string {
  return [...inverted(setA(digit))].reverse().join('');
}

function inverted(modules: string): string {
  return [...modules].map((module) => (module === '1' ? '0' : '1')).join('');
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}
