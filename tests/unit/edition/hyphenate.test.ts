import { describe, expect, test } from 'vitest';
import { openHyphenation } from '../../../src/edition/hyphenate.js';
import { element, text, textOf, type Flow } from '../../../src/model/flow.js';

/** A block of the manuscript, hyphens shown as middle dots. */
function hyphens(
  children: Flow,
  {
    language = 'en-GB',
    tag = 'p',
    attributes = {},
  }: { language?: string; tag?: string; attributes?: Record<string, string> } = {},
): string {
  const block = { ...element(tag, attributes, children), block: 'a.1' };
  const { value } = openHyphenation('en-GB');
  return textOf([value(element('section', {}, [block]), language)]).replaceAll('\u00ad', '·');
}

describe('soft hyphens', () => {
  test('go by the language of the text', () => {
    expect(hyphens([text('remarkable')])).toBe('remark·able');
    expect(hyphens([text('Donaudampfschiff')], { language: 'de' })).toBe('Donau·dampf·schiff');
    expect(hyphens([text('and '), element('em', { lang: 'fr' }, [text('magnifique')])])).toBe(
      'and magni·fique',
    );
  });

  test('leave three letters at either end and words of five whole', () => {
    for (const word of hyphens([text('astronaut atmosphere eleven again extremely communication')]).split(
      ' ',
    )) {
      expect(word.split('·').at(0)?.length ?? 0).toBeGreaterThanOrEqual(3);
      expect(word.split('·').at(-1)?.length ?? 0).toBeGreaterThanOrEqual(3);
    }
    expect(hyphens([text('again')])).toBe('again');
  });

  test('stand in captions only in words that no margin column could hold', () => {
    expect(hyphens([text('remarkable')], { tag: 'figcaption' })).toBe('remarkable');
    expect(hyphens([text('ineinandergelegt')], { tag: 'figcaption', language: 'de' })).toBe(
      'inein·an·der·ge·legt',
    );
  });

  test.each(['h2', 'pre', 'code', 'table'])('stay out of <%s>', (tag) => {
    expect(hyphens([text('remarkable')], { tag })).toBe('remarkable');
  });

  test.each(['sc', 'verse', 'epigraph', 'attribution', 'label', 'note', 'leaf'])(
    'stay out of .%s',
    (name) => {
      expect(hyphens([element('span', { class: name }, [text('remarkable')])])).toBe('remarkable');
    },
  );

  test('stay out of addresses, acronyms and words that the author divided', () => {
    expect(hyphens([element('a', { href: '#' }, [text('https://remarkable.example/')])])).toBe(
      'https://remarkable.example/',
    );
    expect(hyphens([text('UNESCOCOM rem\u00adarkable')])).toBe('UNESCOCOM rem·arkable');
  });

  test('stay out of a word that goes on in a neighbouring element', () => {
    expect(hyphens([element('span', { class: 'drop-cap' }, [text('R')]), text('emarkable remarkable')])).toBe(
      'Remarkable remark·able',
    );
  });

  test('stay out of words that a template wrote', () => {
    const { value } = openHyphenation('en-GB');
    expect(textOf([value(element('p', {}, [text('remarkable')]), 'en-GB')])).toBe('remarkable');
  });

  test('are missing where a language has no patterns, which is said', () => {
    expect(openHyphenation('tlh').diagnostics.map((one) => one.code)).toEqual(['TPL-010']);
    expect(openHyphenation('en-US').diagnostics).toEqual([]);
    expect(hyphens([text('remarkable')], { language: '../../x' })).toBe('remarkable');
  });
});
