import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assembleBook } from '../../../src/book/assemble-book.js';
import { composeCover, composeEbook, composePrint } from '../../../src/edition/compose-edition.js';
import { partFile } from '../../../src/edition/part-file-names.js';
import { serialiseXhtml } from '../../../src/edition/xhtml.js';
import type { Chapter } from '../../../src/model/book.js';
import type { Composition } from '../../../src/model/edition.js';
import type { World } from '../../../src/model/world.js';
import { chapter, CONFIG, manuscript, member, section } from '../book/chapters.js';
import { MOON, SMALL_BOOK } from './small-book.js';
import { worldOf } from './worlds.js';

function bookOf(chapters: readonly Chapter[]) {
  return assembleBook({
    manuscript: manuscript(chapters, [member('sam', { name: 'Sam', playedBy: 'M. Q.' })]),
    config: CONFIG,
  }).value;
}

const order = { book: bookOf(SMALL_BOOK), config: CONFIG, world: worldOf({ 'images/Moon.svg': MOON }) };

/** Every part, one after the other, soft hyphens shown. */
function written({ parts }: Composition): string {
  const one = (part: Composition['parts'][number]): string =>
    `== ${part.id}: ${part.title} | ${part.runningHead} | ${part.start} | ` +
    `${part.folios}\n${serialiseXhtml(part.flow, { blocks: 'kept' }).trim()}\n`;
  return parts.map(one).join('\n').replaceAll('\u00ad', '·').replaceAll('\u00a0', '~');
}

/** UPDATE=1 writes what is now made; the difference is to be read before it is committed. */
function golden(name: string, made: string): string {
  const path = join(import.meta.dirname, 'fixtures/golden', name);
  if (process.env['UPDATE'] === '1') writeFileSync(path, made);
  return readFileSync(path, 'utf8');
}

describe('a small book', () => {
  test('in print', () => {
    const { value, diagnostics } = composePrint(order);
    expect(diagnostics).toEqual([]);
    expect(written(value)).toBe(golden('print.txt', written(value)));
  });

  test('as an EPUB', () => {
    const { value, diagnostics } = composeEbook(order);
    expect(diagnostics).toEqual([]);
    expect(written(value)).toBe(golden('ebook.txt', written(value)));
  });

  test('is composed the same way twice', () => {
    expect(JSON.stringify(composePrint(order))).toBe(JSON.stringify(composePrint(order)));
  });

  test('has its images under plain names and its faces beside them', () => {
    expect(composePrint(order).value.resources.map((one) => [one.href, one.mediaType])).toEqual([
      ['images/moon.svg', 'image/svg+xml'],
      ['fonts/Plain.ttf', 'font/ttf'],
    ]);
  });

  test('has no faces in an EPUB that wants none', () => {
    const config = { ...CONFIG, epub: { ...CONFIG.epub, fonts: 'none' } } as const;
    const { value } = composeEbook({ ...order, config });
    expect(value.fonts).toEqual([]);
    expect(value.styles.map((one) => one.name)).not.toContain('fonts.css');
  });

  test('names its documents in reading order', () => {
    const { value } = composeEbook(order);
    expect(value.parts.map((part) => partFile(value, part.id))).toEqual([
      '1-contents.xhtml',
      '2-dedication.xhtml',
      '3-air.xhtml',
      '4-fire.xhtml',
      '5-cast.xhtml',
    ]);
    expect(() => partFile(value, 'cover')).toThrow('The composition has no part "cover".');
  });

  test('lends its cover alone, and a book without one gets it too', () => {
    for (const book of [order.book, bookOf([chapter('air')])]) {
      const { value } = composeCover({ ...order, book });
      expect(value.parts.map((part) => part.kind)).toEqual(['cover']);
    }
  });

  test('draws its furniture for any page', () => {
    const page = {
      index: 2,
      total: 8,
      folio: '3',
      side: 'recto',
      kind: 'chapter',
      part: 'air',
      opening: false,
      blank: false,
      bookTitle: '',
      bookSubtitle: '',
      runningHead: 'A & B',
      number: '',
      turn: 0.25,
    } as const;
    expect(composePrint(order).value.furniture?.(page)).toBe(
      '<p class="recto">A &amp; B 3</p><i style="left: 10mm">3</i>\n',
    );
  });
});

describe('what an author wrote', () => {
  const hostile = '{{book.title}} <% boom %> {{> chapter}} <fm-slot key="0"> ${1}';

  test('is never read by a template', () => {
    const air = chapter('air', {
      title: [{ type: 'text', value: hostile }],
      flow: [{ type: 'text', value: hostile }],
    });
    const { value, diagnostics } = composePrint({ ...order, book: bookOf([air, section('contents')]) });
    expect(diagnostics).toEqual([]);
    const escaped = '{{book.title}} &lt;% boom %&gt; {{&gt; chapter}} &lt;fm-slot key="0"&gt; ${1}';
    expect(serialiseXhtml(value.parts[0]?.flow ?? [], { blocks: 'dropped' })).toContain(
      `<h1>${escaped}</h1><div class="body">${escaped}</div>`,
    );
  });
});

describe('faults', () => {
  const found = (world: World, chapters: readonly Chapter[] = [chapter('air')]) =>
    composeEbook({ book: bookOf(chapters), config: CONFIG, world }).diagnostics.map((one) => [
      one.code,
      one.at?.path,
      one.at?.line,
      one.message,
      one.hint,
    ]);

  test('of a template name its file and line', () => {
    const broken = '<section id="x">\n  {{#if book.titel}}x{{/if}}\n</section>';
    expect(found(worldOf({ 'templates/chapter.hbs': broken }))).toEqual([
      [
        'TPL-002',
        'templates/chapter.hbs',
        2,
        'The template names "titel", which does not exist.',
        'Did you mean "title"?',
      ],
    ]);
  });

  test('of a section without a template are at the section', () => {
    const cover = section('cast', { at: { path: 'book.yml', line: 8 } });
    const world = worldOf({});
    const without: World = {
      ...world,
      home: {
        ...world.home,
        list: (folder) => world.home.list(folder).filter((path) => !path.endsWith('cast.hbs')),
      },
    };
    expect(found(without, [cover])).toEqual([
      [
        'TPL-004',
        'book.yml',
        8,
        'There is no template for a section of the kind "cast".',
        "Put a template cast.hbs into the book's templates/ folder.",
      ],
    ]);
  });

  test('of a template that makes two sections are reported once, and nothing is lost', () => {
    const world = worldOf({ 'templates/chapter.hbs': '<section>{{body}}</section><p>more</p>' });
    expect(found(world)).toEqual([
      [
        'TPL-006',
        'templates/chapter.hbs',
        1,
        'The template makes 2 root elements instead of one section.',
        'Put everything inside one <section>.',
      ],
    ]);
  });

  test('of markup in an attribute are found', () => {
    const world = worldOf({
      'templates/chapter.hbs': '<section title="{{{part.title}}}">{{body}}</section>',
    });
    expect(found(world).map(([code]) => code)).toEqual(['TPL-007']);
  });

  test('of one figure template in many figures are one fault', () => {
    const figures = SMALL_BOOK.flatMap((one) => one.flow).filter(
      (node) => node.type === 'element' && node.tag === 'figure',
    );
    const world = worldOf({ 'images/Moon.svg': MOON, 'templates/figure.hbs': '{{caption.x.y}}' });
    expect(found(world, [chapter('air', { flow: [...figures, ...figures] })])).toHaveLength(1);
  });

  test('of a missing theme leave the book composed', () => {
    const { value, diagnostics } = composePrint({ ...order, config: { ...CONFIG, theme: 'plian' } });
    expect(diagnostics.map((one) => one.code)).toEqual(['CONF-018']);
    expect(value.parts).toHaveLength(7);
  });

  test('of a missing face are at the theme', () => {
    const world: World = {
      ...worldOf({ 'images/Moon.svg': MOON }),
      font: () => ({ problem: 'missing' }),
      fontFiles: () => undefined,
    };
    expect(found(world)).toEqual([
      [
        'TPL-009',
        'styles/plain/theme.yml',
        9,
        'The font package plain-font is not installed.',
        'Run "npm install plain-font" in the book\'s folder, or name a font file of the book instead ' +
          '(fonts/Name-Regular.ttf).',
      ],
    ]);
  });
});
