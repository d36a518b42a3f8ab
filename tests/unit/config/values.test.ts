import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/config/values/date.js';
import { readIsbn } from '../../../src/config/values/isbn.js';
import { directionOf, readLanguage } from '../../../src/config/values/language.js';
import { readLength } from '../../../src/config/values/length.js';
import { readPath } from '../../../src/config/values/settings-path.js';
import { quotesOf, readQuotes } from '../../../src/config/values/quotes.js';
import { MARC_RELATORS, readRole } from '../../../src/config/values/roles.js';
import { readTrim, TRIM_SIZES } from '../../../src/config/values/trim.js';
import type { ParsedValue } from '../../../src/config/values/parsed-value.js';
import { readVariable, readVariableName } from '../../../src/config/values/plain-text.js';

/** The value, or the code it was refused with. */
const read = <T>(reading: ParsedValue<T>) => ('value' in reading ? reading.value : reading.fault.code);

describe('a length', () => {
  test.each([
    ['20mm', 20],
    ['2cm', 20],
    ['1in', 25.4],
    ['72pt', 25.4],
    ['6pc', 25.4],
    ['96px', 25.4],
    ['4Q', 1],
    ['0.125 in', 3.175],
    ['.5in', 12.7],
    ['0', 0],
  ])('%s is %d mm', (written, millimetres) => {
    expect(read(readLength(written))).toBe(millimetres);
  });
  test.each(['20', '-3mm', '1e3mm', '20 mm 3', 'mm', '', '20em', '٢٠mm'])('"%s" is refused', (written) => {
    expect(read(readLength(written))).toBe('CONF-006');
  });
});

describe('a trim size', () => {
  test.each([
    ['A5', 148, 210],
    ['a5', 148, 210],
    ['Half Letter', 139.7, 215.9],
    ['half-letter', 139.7, 215.9],
    ['148mm x 210mm', 148, 210],
    ['5.5in × 8.5in', 139.7, 215.9],
    ['6x9in', 152.4, 228.6],
    ['6 x 9 in', 152.4, 228.6],
    ['6" x 9"', 152.4, 228.6],
    ['6 by 9 inches', 152.4, 228.6],
  ])('%s is %d x %d mm', (written, width, height) => {
    expect(read(readTrim(written))).toEqual({ width, height });
  });
  test.each([
    ['A55', 'CONF-007'],
    ['148x210', 'CONF-007'],
    ['constructor', 'CONF-007'],
    ['6xx9in', 'CONF-006'],
    ['148mm x 210em', 'CONF-006'],
  ])('%s is refused', (written, code) => {
    expect(read(readTrim(written))).toBe(code);
  });
  test('by name is upright or square', () => {
    for (const [name, { width, height }] of Object.entries(TRIM_SIZES))
      expect(height, name).toBeGreaterThanOrEqual(width);
  });
});

describe('a language', () => {
  test.each([
    ['en-gb', 'en-GB'],
    ['de', 'de'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['grc', 'grc'],
    ['en_GB', 'en-GB'],
    ['English', 'en'],
    ['Deutsch', 'de'],
    ['englsh', 'CONF-009'],
    ['constructor', 'CONF-009'],
    ['xx', 'CONF-009'],
    ['', 'CONF-009'],
    ['e', 'CONF-009'],
  ])('%s gives %s', (written, wanted) => {
    expect(read(readLanguage(written))).toBe(wanted);
  });
  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['yi', 'rtl'],
    ['ja', 'ltr'],
  ])('%s runs %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('quotation marks', () => {
  test.each([
    ['en-GB', '“”‘’'],
    ['en-US', '“”‘’'],
    ['de', '„“‚‘'],
    ['de-CH', '«»‹›'],
    ['fr', '«\u202f\u202f»“”'],
    ['sv', '””’’'],
    ['pl', '„”«»'],
    ['pt-BR', '“”‘’'],
    ['pt', '«»“”'],
    ['tlh', '“”‘’'],
  ])('of %s are %s', (language, marks) => {
    expect(quotesOf(language).join('')).toBe(marks);
  });
  test('of the author go by their kind to the double and the single quote of the keyboard', () => {
    expect(read(readQuotes('‘’“”'))).toEqual(['“', '”', '‘', '’']);
    expect(read(readQuotes('“”‘’'))).toEqual(['“', '”', '‘', '’']);
    expect(read(readQuotes('«»„“'))).toEqual(['«', '»', '„', '“']);
    expect(read(readQuotes(['« ', ' »', '“', '”']))).toEqual(['« ', ' »', '“', '”']);
    expect(read(readQuotes('""'))).toBe('CONF-003');
    expect(read(readQuotes(['«', '', '“', '”']))).toBe('CONF-003');
  });
});

describe('an ISBN', () => {
  test.each([
    ['978-3-16-148410-0', '9783161484100'],
    ['ISBN 9783161484100', '9783161484100'],
    ['urn:isbn:978-3-16-148410-0', '9783161484100'],
    ['979-10-90636-07-1', '9791090636071'],
    ['978-3-16-148410-1', 'CONF-010'],
    ['3-16-148410-X', 'CONF-010'],
    ['123', 'CONF-010'],
    ['977-3-16-148410-0', 'CONF-010'],
  ])('%s gives %s', (written, wanted) => {
    expect(read(readIsbn(written))).toBe(wanted);
  });
});

describe('a date', () => {
  test.each([
    ['2026', '2026'],
    ['2026-11', '2026-11'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1900-02-29', 'CONF-011'],
    ['2026-02-29', 'CONF-011'],
    ['2026-13-01', 'CONF-011'],
    ['2026-00-01', 'CONF-011'],
    ['26-11-23', 'CONF-011'],
    ['2026-11-23T00:00', 'CONF-011'],
  ])('%s gives %s', (written, wanted) => {
    expect(read(readDate(written))).toBe(wanted);
  });
});

describe('a role', () => {
  test.each([
    ['author', 'aut'],
    ['AUT', 'aut'],
    ['Illustrator', 'ill'],
    ['writer of foreword', 'wfw'],
    ['writer-of-foreword', 'wfw'],
    ['foreword', 'wfw'],
    ['cover designer', 'cov'],
    ['xyz', 'CONF-008'],
    ['constructor', 'CONF-008'],
    ['', 'CONF-008'],
  ])('%s is %s', (written, code) => {
    expect(read(readRole(written))).toBe(code);
  });
  test('of the MARC list is known by its code and by its word, and no word stands twice', () => {
    for (const code of Object.keys(MARC_RELATORS)) expect(read(readRole(code)), code).toBe(code);
    expect(new Set(Object.values(MARC_RELATORS)).size).toBe(Object.keys(MARC_RELATORS).length);
  });
});

describe('a path', () => {
  test.each([
    ['images/cover.png', 'images/cover.png'],
    ['./images//cover.png', 'images/cover.png'],
    ['a..b/c…d.md', 'a..b/c…d.md'],
    ['ünïcode.md', 'ünïcode.md'],
  ])('%s is %s', (written, wanted) => {
    expect(read(readPath(written))).toBe(wanted);
  });
  test.each([
    '../x',
    'a/../../x',
    '/etc/passwd',
    '~/x',
    'C:/x',
    'file:x',
    'https://example.org/x',
    'a\\b',
    'a\0b',
    'a\nb',
    '.',
    '',
  ])('%j is refused', (written) => {
    expect(read(readPath(written))).toBe('CONF-020');
  });
});

describe('a variable', () => {
  test.each(['#ff5c39', '14pt', '0.5', 'calc(2 * 14pt)', '"Alegreya Sans", sans-serif', 'rgb(0 0 0 / 50%)'])(
    'may be %s',
    (value) => {
      expect(read(readVariable(value))).toBe(value);
    },
  );
  test.each([
    'red; x: y',
    'red}',
    'url(x)',
    'URL (x)',
    'image-set("x" 1x)',
    '/* x',
    'red)',
    '(red',
    '"red',
    '\\75rl(x)',
    '@import',
    'x\ny',
    '',
    'red !important',
  ])('may not be %j', (value) => {
    expect(read(readVariable(value))).toBe('CONF-025');
  });
  test('is named in kebab-case, with its dashes or without', () => {
    expect([read(readVariableName('spot')), read(readVariableName('--spot-ink'))]).toEqual([
      '--spot',
      '--spot-ink',
    ]);
    expect([
      read(readVariableName('a b')),
      read(readVariableName('a;b')),
      read(readVariableName('1')),
    ]).toEqual(['CONF-025', 'CONF-025', 'CONF-025']);
  });
});
