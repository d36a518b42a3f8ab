import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanSvg, svgSource } from '../../../src/edition/resources/clean-svg.js';
import { decodeImage } from '../../../src/edition/resources/decode-image.js';
import { withoutWebFonts, withOutlines } from '../../../src/edition/resources/svg-copy.js';
import { readPhotograph } from '../../../src/images/jpeg/validate-jpeg.js';
import { loadSvgText } from '../../../src/images/svg-text.js';
import { openWorld } from '../../../src/pipeline/world-files.js';

const bytes = (source: string): Uint8Array => new TextEncoder().encode(source);
const cleaned = (source: string | Uint8Array): string =>
  new TextDecoder().decode(cleanSvg(typeof source === 'string' ? bytes(source) : source));
const NS = 'xmlns="http://www.w3.org/2000/svg"';

describe('cleanSvg', () => {
  test('leaves a plain drawing as it is, byte for byte', () => {
    const drawing = bytes(
      `<?xml version="1.0"?><!-- a --><svg ${NS} viewBox='0 0 9 9'><path id='a' d="M0 0"/></svg>\n`,
    );
    expect(cleanSvg(drawing)).toBe(drawing);
  });

  test('fills in entities, and leaves the document type out', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [' +
      '<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY red "#f00">]>';
    expect(cleaned(`${doctype}<svg xmlns="&ns_svg;" viewBox="0 0 9 9"><path fill="&red;"/></svg>`)).toBe(
      `<svg ${NS} viewBox="0 0 9 9"><path fill="#f00"></path></svg>`,
    );
  });

  test.each([
    ['an entity of a file', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<g/>'],
    ['entities that grow', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '<text>&b;</text>'],
    ['a script', '<!DOCTYPE svg>', '<script/>'],
    ['HTML', '<!DOCTYPE svg>', '<foreignObject/>'],
  ])('does not touch what is unsafe, so that it is refused: %s', (_, before, inside) => {
    const drawing = bytes(`${before}<svg ${NS} viewBox="0 0 9 9">${inside}</svg>`);
    expect(cleanSvg(drawing)).toBe(drawing);
    expect(decodeImage(drawing, { photograph: readPhotograph })).toMatchObject({ problem: 'harmful' });
  });

  test('writes prefixed elements plainly, and drops what a drawing program keeps for itself', () => {
    expect(
      cleaned(
        '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:ink="http://www.inkscape.org/namespaces/inkscape" ' +
          'viewBox="0 0 9 9" ink:zoom="2"><ink:view/><svg:metadata>x</svg:metadata>' +
          '<svg:g ink:label="a" data-x="1"><svg:path d="M0 0"/></svg:g></svg:svg>',
      ),
    ).toBe(`<svg ${NS} viewBox="0 0 9 9"><g><path d="M0 0"></path></g></svg>`);
  });

  test('gives ids that XML allows, once each, and references follow', () => {
    expect(
      cleaned(
        `<svg ${NS} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><g id="Layer 1"/><g id="1st"/>` +
          '<g id="1st"/><use xlink:href="#1st"/><rect fill="url(#Layer 1)" vector-effect="none"/></svg>',
      ),
    ).toBe(
      `<svg ${NS} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><g id="Layer-1"></g>` +
        '<g id="x-1st"></g><g></g><use xlink:href="#x-1st"></use>' +
        '<rect fill="url(#Layer-1)" style="vector-effect:none"></rect></svg>',
    );
  });

  test('reads UTF-16', () => {
    const source = `<?xml version="1.0" encoding="utf-16"?><svg ${NS} viewBox="0 0 9 9"><title>é</title></svg>`;
    const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(source, 'utf16le')]);
    expect(svgSource(wide)).toContain('<title>é');
    expect(cleaned(wide)).toBe(`<svg ${NS} viewBox="0 0 9 9"><title>é</title></svg>`);
  });

  test('leaves other files alone', () => {
    expect(svgSource(bytes('\u0089PNG'))).toBeUndefined();
    expect(svgSource(bytes('hello <svg>'))).toBeUndefined();
  });
});

describe('withoutWebFonts', () => {
  test('takes out fonts that would be fetched, and keeps those that stand in the drawing', () => {
    const drawing = (address: string): Uint8Array =>
      bytes(`<svg ${NS}><style>@font-face{font-family:A;src:url(${address})} text{fill:red}</style></svg>`);
    expect(new TextDecoder().decode(withoutWebFonts(drawing('"https://example.org/a.woff"')).bytes)).toBe(
      `<svg ${NS}><style> text{fill:red}</style></svg>`,
    );
    expect(withoutWebFonts(drawing('data:font/woff;base64,AA')).had).toBe(false);
  });
});

describe('withOutlines', () => {
  beforeAll(loadSvgText);
  const world = openWorld({ folder: fileURLToPath(new URL('../../books/tiny', import.meta.url)) });
  const outlined = (inside: string): { svg: string; codes: readonly string[] } => {
    const drawing = bytes(`<svg ${NS} width="20.4" height="10" viewBox="0 0 20 10">${inside}</svg>`);
    const { bytes: made, found } = withOutlines(drawing, { path: 'a.svg', world });
    return { svg: new TextDecoder().decode(made), codes: found.map(({ code }) => code) };
  };

  test('draws words as paths, in whole sizes, with the words as a description', () => {
    const { svg, codes } = outlined('<text y="8" font-family="Arial">Low <tspan>water</tspan></text>');
    expect(svg).toMatch(/^<svg width="20" height="10" viewBox="0 0 20 10"/);
    expect(svg).toContain('<desc>Low water</desc>');
    expect(svg).not.toMatch(/<text|font-family/);
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(0);
    expect(codes).toEqual([]);
  });

  test('sets a family of its kind for one that is not there', () => {
    const shape = (family: string): string => outlined(`<text y="8" font-family="${family}">Rg</text>`).svg;
    expect(shape('Helvetica')).toBe(shape('sans-serif'));
    expect(shape('Times New Roman')).toBe(shape('serif'));
    expect(shape('Courier')).toBe(shape('monospace'));
    expect(shape('Helvetica')).not.toBe(shape('Georgia'));
    expect(outlined('<text y="8" style="font: bold 8px Courier">Rg</text>').svg).not.toBe(
      outlined('<text y="8" style="font: bold 8px Arial">Rg</text>').svg,
    );
  });

  test('reports characters that no font has', () => {
    expect(outlined('<text y="8">Io 鳥</text>').codes).toEqual(['FIG-008']);
    expect(outlined('<text y="8">α → ☃ Жя ∑</text>').codes).toEqual([]);
  });

  test('leaves a drawing without words as it is', () => {
    const drawing = bytes(`<svg ${NS} viewBox="0 0 9 9"><path d="M0 0"/></svg>`);
    expect(withOutlines(drawing, { path: 'a.svg', world }).bytes).toBe(drawing);
  });
});
