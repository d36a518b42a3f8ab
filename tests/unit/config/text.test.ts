import { describe, expect, test } from 'vitest';
import { formatFinding } from '../../../src/pipeline/report/format-finding.js';
import { closest, decodeText } from '../../../src/config/decode-text.js';

const bytes = (...values: (string | number)[]) =>
  Uint8Array.from(
    values.flatMap((one) => (typeof one === 'number' ? [one] : [...new TextEncoder().encode(one)])),
  );
const printed = (given: Uint8Array) => decodeText(given, '01.md').diagnostics.map(formatFinding).join('\n');

describe('decodeText', () => {
  test('takes off a byte order mark and turns CRLF and CR to LF', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 'Io\r\nmoon\rlit\n'), '01.md')).toEqual({
      value: 'Io\nmoon\nlit\n',
      diagnostics: [],
    });
  });

  test('keeps every character that is UTF-8', () => {
    const text = 'é – 🜂 ﷽\u00ad\u202f';
    expect(decodeText(bytes(text), '01.md')).toEqual({ value: text, diagnostics: [] });
  });

  test('names the line and column of the first byte that is not UTF-8', () => {
    expect(printed(bytes('Io\r\ncaf', 0xe9, ' noir\n'))).toContain(
      '01.md:2:4 error CONF-014 The file is not UTF-8: byte 0xE9 does not belong here.',
    );
    expect(printed(bytes('é\n', 0xff, 'x'))).toContain(
      '01.md:2:1 error CONF-014 The file is not UTF-8: byte 0xFF',
    );
    expect(printed(bytes('Io ', 0xf0, 0x9f, 0x9c))).toContain(
      '01.md:1:4 error CONF-014 The file is not UTF-8: byte 0xF0',
    );
    expect(printed(bytes('a', 0xc0, 0xaf))).toContain('01.md:1:2 error CONF-014');
    expect(printed(bytes('a', 0xed, 0xa0, 0x80))).toContain('01.md:1:2 error CONF-014');
  });

  test('knows UTF-16 by its mark', () => {
    expect(printed(bytes(0xff, 0xfe, 'I', 0))).toContain('01.md:1:1 error CONF-014 The file is UTF-16');
  });

  test('refuses a NUL at its line', () => {
    expect(printed(bytes('Io\nmo', 0, 'on'))).toContain('01.md:2:3 error CONF-015 The text holds a NUL');
  });
});

describe('closest', () => {
  test.each([
    ['titel', ['trim', 'title'], 'title'],
    ['autor', ['actor', 'author'], 'author'],
    ['mry', ['micah', 'mary'], 'mary'],
    ['CoverPage', ['cover', 'title-page', 'coverpage'], 'coverpage'],
    ['price', ['print'], undefined],
    ['xyz', ['print', 'epub'], undefined],
    ['', ['print'], undefined],
  ])('for %s of %j is %s', (word, choices, wanted) => {
    expect(closest(word, choices)).toBe(wanted);
  });
});
