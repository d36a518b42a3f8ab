// Lines as they are painted, from left to right, and as they are read.
import { describe, expect, it } from 'vitest';
import { letters } from '../../../src/check/conservation/letters.js';
import { inLineReadingOrder } from '../../../src/check/conservation/reading-order.js';
import type { PaintedText } from '../../../src/pdf/read/pdf-text.js';

describe('the pieces of a line', () => {
  it('stay as they were painted where nothing runs to the left', () => {
    expect(read(['One ', '12', ' two'])).toEqual(['One ', '12', ' two']);
  });

  it('are read from the right in Arabic, figures and foreign words in their own order', () => {
    expect(read(['الآن', ' ', 'to', ' ', 'read', ' ', 'كتاب'])).toEqual([
      'كتاب',
      ' ',
      'to',
      ' ',
      'read',
      ' ',
      'الآن',
    ]);
    expect(read(['جرة', ' ', '12', ' ', 'الماء العذب في'])).toEqual([
      'الماء العذب في',
      ' ',
      '12',
      ' ',
      'جرة',
    ]);
  });

  it('stay on their line where a vowel sign raises a letter or draws it to the left', () => {
    const line = painted(['المد', ' ', 'جاء'], 100).map((one, index) =>
      index === 2 ? { ...one, y: one.y + one.size * 0.8 } : one,
    );
    expect(inLineReadingOrder(line).map(({ text }) => text)).toEqual(['جاء', ' ', 'المد']);
  });

  it('are turned inside of a line that runs to the right', () => {
    expect(read(['He wrote ', 'ا', 'بحر', ' and left it there'])).toEqual([
      'He wrote ',
      'بحر',
      'ا',
      ' and left it there',
    ]);
  });

  it('are parted where one holds letters of both ways', () => {
    const line = painted(['He wrote ا', 'ئ', 'and left. 2 كان بحر 7 هاد'], 100).map((one, index) =>
      index === 2 ? { ...one, way: 'rtl' as const } : one,
    );
    expect(inLineReadingOrder(line).map(({ text }) => text)).toEqual([
      'He wrote ',
      'كان بحر 7 هاد',
      'ئ',
      'ا',
      'and left. 2 ',
    ]);
  });

  it('are read as the book has them where a figure may belong to either side', () => {
    const line = ['He counted 34', ' ', 'كان', ' ', 'boats, in 19', ' ', 'سنة'];
    expect(read(line, 'He counted كان 34 boats, in 19 سنة')).toEqual([
      'He counted ',
      'كان',
      ' ',
      '34',
      ' ',
      'boats, in ',
      '19',
      ' ',
      'سنة',
    ]);
    expect(read(line, 'He counted 34 كان boats, in سنة 19')).toEqual([
      'He counted ',
      '34',
      ' ',
      'كان',
      ' ',
      'boats, in ',
      'سنة',
      ' ',
      '19',
    ]);
    expect(read(['Foldmark 12', ' ', 'كتب أحدهم كلمة'], 'كتب أحدهم كلمة 12 Foldmark')).toEqual([
      'كتب أحدهم كلمة',
      ' ',
      '12',
      'Foldmark ',
    ]);
    expect(read(['Foldmark 12', ' ', 'كتب أحدهم كلمة'], 'كتب أحدهم كلمة Foldmark 12')).toEqual([
      'كتب أحدهم كلمة',
      ' ',
      'Foldmark ',
      '12',
    ]);
  });

  it('are read as the book has them where a line of code has more Arabic than Latin', () => {
    const line = ['say("', 'كان البحر', '", x)'];
    expect(read(line, 'say("كان البحر", x)')).toEqual(line);
    expect(read(line, 'x كان البحر say')).toEqual(line.toReversed());
  });

  it('do not mix with those of the next line', () => {
    const lines = [...painted(['هاد', 'كان'], 100), ...painted(['خبز', 'الملح'], 80)];
    expect(inLineReadingOrder(lines).map(({ text }) => text)).toEqual(['كان', 'هاد', 'الملح', 'خبز']);
  });
});

/** `book`: the words that it has. */
function read(texts: readonly string[], book = ''): readonly string[] {
  return inLineReadingOrder(painted(texts, 100), (words) => letters(book).includes(words)).map(
    ({ text }) => text,
  );
}

function painted(texts: readonly string[], y: number): readonly PaintedText[] {
  return texts.map((text, index) => ({
    text,
    x: 50 + index * 20,
    y,
    width: 20,
    size: 10,
    direction: [1, 0],
    inside: true,
  }));
}
