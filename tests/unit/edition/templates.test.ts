import { describe, expect, test } from 'vitest';
import { EN } from '../../../src/edition/words/en.js';
import { openTemplates } from '../../../src/edition/templates/open-templates.js';
import { serialiseXhtml } from '../../../src/edition/xhtml.js';
import type { Finding } from '../../../src/model/finding.js';
import { element, text } from '../../../src/model/flow.js';
import type { ThemeSettings } from '../../../src/model/theme.js';
import { worldOf } from './worlds.js';

const THEME = { name: 'Plain', folder: 'styles/plain', from: 'home' } as ThemeSettings;

function open(book: Readonly<Record<string, string>>, home: Readonly<Record<string, string>> = {}) {
  const found: Finding[] = [];
  const templates = openTemplates({
    world: worldOf(book, home),
    theme: THEME,
    words: EN,
    report: (one) => found.push(one),
    image: (path, at) => `named/${path}@${at.path}:${at.line}`,
  });
  return { found, templates };
}

/** What one template writes, and what is found. */
function write(
  source: string,
  context: Readonly<Record<string, unknown>> = {},
  others: Readonly<Record<string, string>> = {},
) {
  const { templates, found } = open({ 'templates/x.hbs': source, ...others });
  return {
    said: templates.write('x', context),
    found: found.map((one) => [
      one.code,
      one.at?.path,
      one.at?.line,
      one.at?.column,
      one.message,
      one.hint ?? '',
    ]),
  };
}

describe('a template is found', () => {
  const home = { 'templates/a.hbs': 'home', 'styles/plain/templates/a.hbs': 'theme' };

  test('in the book before the theme, in the theme before Foldmark', () => {
    expect(open({}, { 'templates/a.hbs': 'home' }).templates.write('a', {})).toBe('home');
    expect(open({}, home).templates.write('a', {})).toBe('theme');
    expect(open({ 'templates/a.hbs': 'book' }, home).templates.write('a', {})).toBe('book');
  });

  test('by another template, folders included', () => {
    expect(write('{{> parts/b}}', { who: 'Io' }, { 'templates/parts/b.hbs': '<{{who}}>' }).said).toBe('<Io>');
  });
});

describe('a name that is not given is a finding with its line', () => {
  const at = (line: number, column: number, name: string, hint = '') => [
    ['TPL-002', 'templates/x.hbs', line, column, `The template names "${name}", which does not exist.`, hint],
  ];

  test('as a value, as an argument, in a condition, in a loop', () => {
    const context = { book: { title: 'Io' }, list: [{ n: 1 }] };
    expect(write('\n  {{book.titel}}', context).found).toEqual(at(2, 5, 'titel', 'Did you mean "title"?'));
    expect(write('{{#if boook}}x{{/if}}', context).found).toEqual(at(1, 7, 'boook', 'Did you mean "book"?'));
    expect(write('{{#if (eq book.kind "x")}}x{{/if}}', context).found.map((one) => one[4])).toEqual([
      'The template names "kind", which does not exist.',
    ]);
    expect(write('{{#each list}}{{m}}{{/each}}', context).found).toEqual(at(1, 17, 'm', 'Did you mean "n"?'));
  });

  test('in a partial names the partial', () => {
    expect(
      write('{{> p}}', {}, { 'templates/p.hbs': 'a\n{{who}}' }).found.map((one) => one.slice(0, 3)),
    ).toEqual([['TPL-002', 'templates/p.hbs', 2]]);
  });

  test('but null, false and the empty string are given', () => {
    expect(write('{{#if a}}x{{else}}y{{/if}}{{b}}{{c}}', { a: null, b: '', c: false })).toEqual({
      said: 'yfalse',
      found: [],
    });
  });
});

describe('faults', () => {
  test('of grammar have their line', () => {
    expect(write('a\n{{#if x}}\nb').found.map((one) => one.slice(0, 3))).toEqual([
      ['TPL-001', 'templates/x.hbs', 3],
    ]);
    expect(write('a\n{{#if x}}{{/each}}', { x: 1 }).found.map((one) => [one[0], one[2], one[4]])).toEqual([
      ['TPL-001', 2, "The template does not parse: if doesn't match each."],
    ]);
  });

  test('of an unknown partial are found before anything is filled in, with the nearest name', () => {
    expect(
      open({ 'templates/x.hbs': '\n {{> chaptr}}' }).found.map((one) => [one.code, one.at, one.hint]),
    ).toEqual([['TPL-003', { path: 'templates/x.hbs', line: 2, column: 2 }, 'Did you mean "chapter"?']]);
  });

  test('of sums with words are found', () => {
    expect(write('{{add "a" 1}}').found.map((one) => [one[0], one[4]])).toEqual([
      ['TPL-005', 'The template fails: a number is wanted, not "a".'],
    ]);
  });

  test('of an unknown word are found', () => {
    expect(write('\n{{t "contnets"}}').found).toEqual([
      ['TPL-002', 'templates/x.hbs', 2, 1, 'There is no word called "contnets".', 'Did you mean "contents"?'],
    ]);
  });
});

describe('a template cannot', () => {
  test.each(['{{constructor}}', '{{book.constructor}}', '{{book.__proto__}}', '{{book.toString}}'])(
    'reach behind its values: %s',
    (source) => {
      expect(write(source, { book: { title: 'x' } }).said).toBe('');
    },
  );

  test('write markup that it was given as text', () => {
    expect(write('{{a}}', { a: '<b>&' }).said).toBe('&lt;b&gt;&amp;');
  });
});

describe('functions', () => {
  test.each([
    ['{{t "contents"}}', 'Contents'],
    ['{{add 1 "2"}}', '3'],
    ['{{mul 2 0.5}}', '1'],
    ['{{round 1.005 1}}', '1'],
    ['{{cos 0 10}},{{sin 0 10}}', '0,-10'],
    ['{{cos 0.25 10}},{{sin 0.25 10}}', '10,0'],
    ['{{cos 0.5 10}},{{sin 0.5 10}}', '0,10'],
    ['{{#if (and 1 (not 0))}}y{{/if}}{{#if (or 0 "")}}n{{/if}}{{#if (eq "a" "a")}}e{{/if}}', 'ye'],
    ['\n{{image "a.png"}}', '\nnamed/a.png@templates/x.hbs:2'],
  ])('%s', (source, said) => {
    expect(write(source)).toEqual({ said, found: [] });
  });
});

describe('a text in a template', () => {
  const render = (source: string, count = 1) => {
    const { templates } = open({ 'templates/x.hbs': source });
    const flow = [text('‘Ah’ '), element('em', { id: 'e' }, [text('{{x}}')])];
    const made = templates.render('x', {
      body: templates.slots.put(flow, 'air.1'),
      none: templates.slots.put([]),
    });
    return serialiseXhtml(made, { blocks: 'kept' }).repeat(count);
  };

  test('is placed with two braces or three, and names the element it stands in', () => {
    expect(render('<p>{{body}}</p>')).toBe('<p data-block="air.1">‘Ah’ <em id="e">{{x}}</em></p>');
    expect(render('<p>{{{body}}}</p>')).toBe(render('<p>{{body}}</p>'));
  });

  test('loses its ids and its name when it is placed again', () => {
    expect(render('<p>{{body}}</p><i>{{body}}</i>')).toBe(
      '<p data-block="air.1">‘Ah’ <em id="e">{{x}}</em></p><i>‘Ah’ <em>{{x}}</em></i>',
    );
  });

  test('that is empty is false', () => {
    expect(render('{{#if none}}yes{{else}}no{{/if}}')).toBe('no');
  });
});
