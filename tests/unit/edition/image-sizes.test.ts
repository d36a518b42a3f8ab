// How large the images of a book are: as their authors ask, and never wider than their pixels allow.
import { encode as encodePng } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { readImageStyle } from '../../../src/manuscript/image-sizes.js';
import { bookOf, sizesOf } from './book-of.js';

const png = (width: number, height: number): Uint8Array =>
  encodePng({ width, height, data: new Uint8Array(width * height * 3).fill(90), channels: 3 });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 204.481 85.751"><path d="M0 0h9"/></svg>';
const FILES = { 'stamp.png': png(240, 160), 'wall.png': png(1300, 10), 'map.svg': SVG };

/** The image's element in both editions, and the rules of its size. */
function sized(markdown: string): {
  readonly print: string;
  readonly ebook: string;
  readonly rules: { readonly print: string; readonly ebook: string };
  readonly told: readonly string[];
} {
  const book = bookOf({ ...FILES, '01.md': `# One\n\n${markdown}\n` });
  const image = (html: string): string => /<figure[^>]*>\s*<img[^>]*>|<img[^>]*>/.exec(html)?.[0] ?? '';
  return {
    print: image(book.shown.print),
    ebook: image(book.shown.ebook),
    rules: { print: sizesOf(book.print), ebook: sizesOf(book.ebook) },
    told: book.told,
  };
}

describe('a size that an author gives', () => {
  test.each([
    ['![A](map.svg){width=60%}', 'calc(var(--measure) * 0.6)', 'width: 60%'],
    ['![A](map.svg){width=3cm}', '3cm', 'width: 3cm'],
    ['![A](map.svg){width=300}', '300px', 'width: 300px'],
    ['![A](map.svg){width=500px}', '500px', 'width: 100%; max-width: 500px'],
    ['![A](map.svg){width="1.5in"}', '1.5in', 'width: 1.5in'],
    ['![A](map.svg){height=2em}', '4.769em', 'width: 4.769em'],
    ['![A](map.svg){width=9cm height=10mm}', '23.846mm', 'width: 23.846mm'],
    ['<img src="map.svg" alt="A" width="50%">', 'calc(var(--measure) * 0.5)', 'width: 50%'],
    ['<img src="map.svg" alt="A" width="40" height="auto">', '40px', 'width: 40px'],
    ['<img src="map.svg" alt="A" width="9%" style="width: 50%">', 'calc(var(--measure) * 0.5)', 'width: 50%'],
    ['<img src="map.svg" alt="A" style="max-width: 4cm; height: auto;">', '4cm', 'width: 4cm'],
    ['Words ![A](map.svg){height=1em} among words.', '2.385em', 'width: 2.385em'],
  ])('is followed in both editions: %s', (markdown, print, ebook) => {
    const { rules, told, ...shown } = sized(markdown);
    const name = /class="[^"]*\b(image-wide-[\w-]+)/.exec(shown.print)?.[1] ?? 'none';
    expect(shown.ebook).toContain(name);
    expect(rules.print).toBe(`.${name} { --wide: ${print}; }`);
    expect(rules.ebook).toBe(`.${name} img, img.${name} { ${ebook}; }`);
    expect(shown.ebook).not.toMatch(/width="[^"]*[^\d"]|style=/);
    expect(told).toEqual([]);
  });

  test.each([
    ['<img src="map.svg" alt="A" width="wide">', 'width'],
    ['<img src="map.svg" alt="A" style="width: 50%; float: left">', 'style'],
    ['![A](map.svg){height=50%}', 'height'],
  ])('is told where it is no size: %s', (markdown, name) => {
    expect(sized(markdown).told).toEqual([`TEXT-007:3 The attribute "${name}" of <img> is left out.`]);
  });

  test('is no place for an address', () => {
    expect(readImageStyle('width: url(https://example.org/)')).toEqual({ hasMore: true });
    expect(readImageStyle('width: 50%; background: url(x)')).toEqual({ width: '50%', hasMore: true });
  });
});

describe('a figure without a size', () => {
  test('is as wide as its pixels allow, 150 to the inch', () => {
    const { rules, print, ebook } = sized('![A](stamp.png)');
    expect(print).toContain('class="figure image-pixels-240"');
    expect(rules.print).toBe('.image-pixels-240 { --wide: 1.6in; }');
    expect(ebook).toContain('class="figure image-natural"');
    expect(rules.ebook).toBe('.image-natural img, img.image-natural { width: auto; }');
  });

  test.each(['wall.png', 'map.svg'])('is as wide as the text where that is enough: %s', (file) => {
    const { rules, print } = sized(`![A](${file})`);
    expect(rules).toEqual({ print: '', ebook: '' });
    expect(print).toContain('class="figure"');
  });

  test('has attributes in whole numbers', () => {
    expect(sized('![A](map.svg)').print).toContain('width="238" height="100"');
  });
});
