// Images that cannot be had: a frame with their description in both editions, one warning, and nothing fetched.
import { encode as encodePng } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { bookOf } from './book-of.js';

const PNG = encodePng({ width: 2, height: 1, data: new Uint8Array(6), channels: 3 });

describe('an image that cannot be had', () => {
  test.each([
    ['![A lamp](https://example.org/lamp.png?x=1 "A *lamp*")', 'TEXT-009:3'],
    ['![A lamp](//example.org/lamp.png "A *lamp*")', 'TEXT-009:3'],
    ['![A lamp](/img/lamp.png "A *lamp*")', 'TEXT-009:3'],
    ['![A lamp](gone.png "A *lamp*")', 'FIG-001:3'],
    ['![A lamp](broken.png "A *lamp*")', 'FIG-003:3'],
    ['![A lamp](flat.svg "A *lamp*")', 'FIG-005:3'],
  ])('has its description in a frame, and its caption: %s', (markdown, told) => {
    const book = bookOf({
      '01.md': `# One\n\n${markdown}\n`,
      'broken.png': 'no image',
      'flat.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
    });
    expect(book.told.map((one) => one.split(' ')[0])).toEqual([told]);
    expect(book.findings[0]?.severity).toBe('warning');
    for (const html of Object.values(book.shown)) {
      expect(html).toContain(
        '<div class="missing-image">A lamp</div><figcaption>A <em>lamp</em></figcaption>',
      );
      expect(html).not.toMatch(/<img|example\.org/);
    }
  });

  test('stands among words, in a cell and without a description', () => {
    const { shown } = bookOf({
      '01.md':
        '# One\n\nWords ![a lamp](gone.png) and ![](x/lost.png){.decorative}.\n\n|a|\n|-|\n|![b](c.png)|\n',
    });
    expect(shown.ebook).toContain(
      'ords <span id="chapter-01--image-1" class="missing-image">a lamp</span> and',
    );
    expect(shown.ebook).toContain('class="missing-image">lost.png</span>');
    expect(shown.ebook).toContain('class="missing-image">b</span></td>');
  });
});

describe('an image is found', () => {
  test.each([
    ['images/caf\u00e9.png', 'images/cafe\u0301.png', []],
    ['images/map.png?raw=true', 'images/map.png', ['FIG-001:3']],
    ['/images/map.png', 'images/map.png', ['FIG-001:3']],
    ['Images/Map.PNG', 'images/map.png', ['FIG-001:3']],
    ['images\\\\map.png', 'images/map.png', ['FIG-001:3']],
    ['images/the%20map.png', 'images/the%20map.png', ['FIG-001:3']],
    ['images/the%20map.png', 'images/the map.png', []],
  ])('by %s where its file is %s', (written, file, told) => {
    const book = bookOf({ '01.md': `# One\n\n![A map](${written})\n`, [file]: PNG });
    expect(book.told.map((one) => one.split(' ')[0])).toEqual(told);
    expect(book.shown.print).toContain('<img src="images/');
  });

  test('under one name however it is written', () => {
    const book = bookOf({ '01.md': '# One\n\n![A](a.png)\n\n![B](A.png)\n\n![C](a.png?x)\n', 'a.png': PNG });
    expect(book.ebook.resources.filter(({ mediaType }) => mediaType === 'image/png')).toHaveLength(1);
  });
});
