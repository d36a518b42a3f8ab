// Which raised text a theme's faces draw by themselves, and what parts two calls of notes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/edition/template-html.js';
import type { Faces } from '../../../src/edition/resources/theme-fonts.js';
import { substitutedCharacters } from '../../../src/edition/resources/substitutes.js';
import { markSuperiors } from '../../../src/edition/print-renderer.js';
import { separateCalls } from '../../../src/edition/medium/note-commas.js';
import { serialiseXhtml } from '../../../src/edition/xhtml.js';
import { element, type Flow } from '../../../src/model/flow.js';

const require = createRequire(import.meta.url);
const font = (file: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/${file}`));
const GARAMOND = font('eb-garamond/400Regular/EBGaramond_400Regular.ttf');
const ALEGREYA = font('alegreya/400Regular/Alegreya_400Regular.ttf');
const STIX = font('stix-two-math/400Regular/STIXTwoMath_400Regular.ttf');
const SOURCE = font('source-serif-4/400Regular/SourceSerif4_400Regular.ttf');

const signs = (bytes: Uint8Array, feature: string): string =>
  [...substitutedCharacters(bytes, feature)].sort().join('');

describe('the characters that a feature replaces', () => {
  it('are those of its single substitutions', () => {
    expect(signs(ALEGREYA, 'subs')).toBe('0123456789');
    expect(signs(SOURCE, 'subs')).toBe('(),.0123456789[]');
    const superiors = substitutedCharacters(GARAMOND, 'sups');
    expect(['3', 'n', '+', ','].map((sign) => superiors.has(sign))).toEqual([true, true, true, true]);
    expect(superiors.has('−')).toBe(false);
  });

  it('are none in a font without the feature, a damaged one, and what is no font', () => {
    expect(signs(STIX, 'sups')).toBe('');
    expect(signs(GARAMOND, 'none')).toBe('');
    expect(signs(GARAMOND.subarray(0, 40_000), 'sups')).toBe('');
    expect(signs(new Uint8Array([0, 1, 0, 0, 9]), 'sups')).toBe('');
  });
});

const faces = (...files: readonly (readonly [family: string, bytes: Uint8Array])[]): Faces => ({
  fonts: files.map(([family], n) => ({
    family,
    style: 'normal',
    weight: 400,
    href: `fonts/${n}.ttf`,
    name: family,
    packageName: family,
    licence: 'OFL-1.1',
    subset: true,
  })),
  resources: files.map(([, bytes], n) => ({ href: `fonts/${n}.ttf`, mediaType: 'font/ttf', bytes })),
});
const written = (flow: Flow): string => serialiseXhtml(flow).trim();
const marked = (html: string, set: Faces): string =>
  written(markSuperiors(element('p', {}, readHtml(html)), set).children);

describe('raised and lowered text', () => {
  const garamond = faces(['Text', GARAMOND], ['Mono', STIX]);

  it('is marked where every face of running text draws all of it', () => {
    expect(
      marked('10<sup>3</sup> 10<sup>−6</sup> H<sub>2</sub>O <a class="note-call">12</a>', garamond),
    ).toBe(
      '10<sup class="superior">3</sup> 10<sup>−6</sup> H<sub class="inferior">2</sub>O <a ' +
        'class="note-call superior">12</a>',
    );
    expect(
      marked('19<sup><em>th</em></sup> v<sub>max</sub>', faces(['Text', GARAMOND], ['Label', ALEGREYA])),
    ).toBe('19<sup class="superior"><em>th</em></sup> v<sub>max</sub>');
    expect(marked('10<sup>3</sup>', faces(['Text', GARAMOND], ['Label', STIX]))).toBe('10<sup>3</sup>');
    expect(marked('10<sup>3</sup>', faces())).toBe('10<sup>3</sup>');
  });

  it('is not marked in code, around what is raised again, or where it is empty', () => {
    expect(marked('<code>x<sup>2</sup></code>', garamond)).toBe('<code>x<sup>2</sup></code>');
    expect(marked('x<sup>a<sup>2</sup></sup>', garamond)).toBe('x<sup>a<sup class="superior">2</sup></sup>');
    expect(marked('x<sup></sup>', garamond)).toBe('x<sup></sup>');
  });
});

describe('calls of notes', () => {
  const parted = (html: string): string => written(separateCalls(readHtml(html)));
  const comma = '<span class="note-comma generated">,</span>';

  it('that follow one another have a comma between them, also through emphasis and the notes in the text', () => {
    expect(parted('a<i class="note-call">1</i><i class="note-call">2</i><i class="note-call">3</i>')).toBe(
      `a<i class="note-call">1</i>${comma}<i class="note-call">2</i>${comma}<i class="note-call">3</i>`,
    );
    expect(
      parted(
        'a<i class="note-call">1</i><span class="note">One.</span><em><i class="note-call">2</i><span ' +
          'class="note">Two.</span></em>',
      ),
    ).toBe(
      `a<i class="note-call">1</i><span class="note">One.</span><em>${comma}<i ` +
        'class="note-call">2</i><span class="note">Two.</span></em>',
    );
  });

  it.each([
    'a<i class="note-call">1</i> <i class="note-call">2</i>',
    '<p>a<i class="note-call">1</i></p><p><i class="note-call">2</i></p>',
    '<p>a<i class="note-call">1</i><img src="x"><i class="note-call">2</i></p>',
    'a<i class="note-call">1</i><span class="note">b<i class="note-call">2</i></span>',
  ])('elsewhere stand as they are: %s', (html) => {
    expect(parted(html)).toBe(written(readHtml(html)));
  });
});
