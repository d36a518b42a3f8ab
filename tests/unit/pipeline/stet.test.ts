import { describe, expect, test } from 'vitest';
import {
  suppressionFindings,
  suppressionMarks,
  withoutSuppressed,
} from '../../../src/pipeline/suppressions.js';
import { finding, type Finding } from '../../../src/model/finding.js';
import { element, text, type ElementNode, type Flow } from '../../../src/model/flow.js';
import type { Chapter } from '../../../src/model/book.js';
import { chapter } from '../book/chapters.js';

const STET = { class: 'wide stet' };
const words = (
  block: string,
  attributes: Readonly<Record<string, string>> = {},
  children: Flow = [text('Words.')],
): ElementNode => ({ ...element('p', attributes, children), block, at: { path: 'air.md', line: 1 } });
const marksOf = (flow: Flow, said: Partial<Chapter> = {}): ReturnType<typeof suppressionMarks> =>
  suppressionMarks({ chapters: [chapter('air', { flow, ...said })] } as unknown as Parameters<
    typeof suppressionMarks
  >[0]);
const blocks = (flow: Flow, said: Partial<Chapter> = {}): readonly string[] =>
  marksOf(flow, said).map((one) => [...one.blocks].join(' '));
const found = (code: Finding['code'], block?: string): Finding =>
  finding(code, {
    message: 'Something.',
    at: { path: 'air.md', line: 3 },
    ...(block === undefined ? {} : { block }),
  });

describe('a mark', () => {
  test('holds for its block and for no other', () => {
    expect(blocks([words('1'), words('2', STET), words('3')])).toEqual(['2']);
  });

  test('on what holds blocks, holds for all of them', () => {
    expect(
      blocks([element('blockquote', STET, [words('1'), element('ul', {}, [words('2')])]), words('3')]),
    ).toEqual(['1 2']);
  });

  test('on words, holds for the block that they stand in and for none inside of that', () => {
    const dear = element('em', {}, [element('span', STET, [text('DEAR')])]);
    expect(blocks([words('1', {}, [text('My '), dear]), words('2')])).toEqual(['1']);
    expect(
      blocks([{ ...words('1', {}, [dear, element('ul', {}, [words('2'), words('3', STET)])]), tag: 'li' }]),
    ).toEqual(['1', '3']);
  });

  test('on a note holds for the note, and on a heading that begins a chapter for its title', () => {
    expect(
      blocks([words('1')], {
        classes: ['stet'],
        notes: [{ id: 'n', number: 1, flow: [words('n.1', STET)] }] as unknown as Chapter['notes'],
      }),
    ).toEqual(['air', 'n.1']);
  });
});

describe('what is found in marked text', () => {
  const marked = marksOf([words('1'), words('2', STET), words('3', STET), words('4')]);

  test('is let stand where it is a matter of taste, and nothing else is', () => {
    const reported = [
      found('LINE-007', '1'),
      found('LINE-006'),
      found('LOSS-001', '2'),
      found('PRINT-014', '2'),
      found('TEXT-006', '2'),
      found('PAGE-001'),
    ];
    expect(
      withoutSuppressed(
        [found('LINE-007', '2'), ...reported, found('TYPE-003', '2'), found('PAGE-006', '3')],
        marked,
      ),
    ).toEqual(reported);
  });

  test('is counted with its places, and marks that nothing stands by are told where pages were made', () => {
    const all = [
      found('LINE-007', '2'),
      found('TYPE-003', '2'),
      found('LINE-007', '2'),
      found('PAGE-006', '4'),
    ];
    const [sum, idle, ...more] = suppressionFindings(all, { marked, looked: 'at all' });
    expect(sum).toMatchObject({
      code: 'TYPO-008',
      severity: 'info',
      message: 'Suppressed by {.stet}: LINE-007, 2 times; TYPE-003.',
      related: [{ message: 'LINE-007 Something.' }, { message: 'TYPE-003 Something.' }, {}],
    });
    expect(idle).toMatchObject({ code: 'TYPO-009', severity: 'info', at: { path: 'air.md', line: 1 } });
    expect(more).toEqual([]);
    expect(suppressionFindings([], { marked, looked: 'at the text' })).toEqual([]);
  });
});
