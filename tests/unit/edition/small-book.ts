// One small book with everything an edition has to say its own way.
import type { Chapter } from '../../../src/model/book.js';
import { element, text, type BlockId, type ElementNode, type Flow } from '../../../src/model/flow.js';
import { chapter, mention, section } from '../book/chapters.js';

export const MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle r="9"/></svg>';

const block = (tag: string, name: BlockId, children: Flow): ElementNode => ({
  ...element(tag, {}, children),
  block: name,
});
const named = (count: number, words: string): ElementNode =>
  element('fm-mention', { cast: 'sam', id: `m-sam-${count}` }, [text(words)]);
const link = (
  target: string,
  children: Flow = [],
  more: Readonly<Record<string, string>> = {},
): ElementNode => element('fm-ref', { target, ...more }, children);

const FIGURE: ElementNode = {
  ...element('figure', { id: 'moon', class: 'wide' }, [
    element('img', { src: 'images/Moon.svg', alt: 'A moon' }, []),
    block('figcaption', 'air.3', [text('The '), element('em', {}, [text('moon')]), text('.')]),
  ]),
  at: { path: 'air.md', line: 9 },
};

const NOTES: Chapter['notes'] = [
  {
    id: 'note-air-1',
    number: 1,
    at: { path: 'air.md', line: 20 },
    flow: [
      block('p', 'note-air-1.1', [text('A remark by '), named(3, 'her'), text('.')]),
      element('ul', {}, [block('li', 'note-air-1.2', [text('listed')])]),
    ],
  },
];

const AIR = chapter('air', {
  title: [text('Thin '), element('em', {}, [text('air')]), element('fm-note', { ref: 'note-air-1' }, [])],
  shortTitle: 'Air',
  headings: [{ anchor: 'air--up', level: 2, title: [text('Up')] }],
  notes: NOTES,
  mentions: [mention('sam', 1, 'air'), mention('sam', 2, 'air'), mention('sam', 3, 'air')],
  flow: [
    block('p', 'air.1', [
      text('‘Breathing is remarkable,’ says '),
      named(1, 'Sam'),
      text(' & '),
      link('file:fire.md', [named(2, 'she'), text(' burns')]),
      text('.'),
    ]),
    element('fm-break', {}, []),
    { ...element('h2', { id: 'air--up' }, [text('Up')]), block: 'air.2' },
    FIGURE,
    block('p', 'air.4', [
      text('See '),
      link('file:fire.md'),
      text(', '),
      link('file:air.md#moon'),
      text(', '),
      link('file:air.md#up', [text('above')], { 'data-page': 'also' }),
      text(', '),
      element('a', { href: 'https://example.org/' }, [text('elsewhere')]),
      text('.'),
    ]),
    element('div', { class: 'verse' }, [
      block('p', 'air.5', [element('span', { class: 'verse-line' }, [text('remarkable lines')])]),
    ]),
  ],
});

const FIRE = chapter('fire', {
  title: [],
  language: 'de',
  mentions: [mention('sam', 4, 'fire')],
  flow: [block('p', 'fire.1', [text('Feuerwehrmann '), named(4, 'Sam'), text('.')])],
});

export const SMALL_BOOK: readonly Chapter[] = [
  section('cover'),
  section('blank', { id: 'blank' }),
  section('contents'),
  chapter('dedication', {
    kind: 'dedication',
    role: 'front',
    title: [],
    numbered: false,
    listed: false,
    flow: [block('p', 'dedication.1', [text('For those who stayed.')])],
  }),
  AIR,
  FIRE,
  section('cast'),
];
