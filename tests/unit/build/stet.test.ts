import { describe, expect, test } from 'vitest';
import { aboutStet, markedIn, withoutStet } from '../../../src/build/stet.js';
import { finding, type Diagnostic } from '../../../src/model/diagnostic.js';
import { element, text, type ElementNode, type Flow } from '../../../src/model/flow.js';
import { chapter } from '../book/chapters.js';

const at = (line: number, node: ElementNode): ElementNode => ({ ...node, at: { path: 'air.md', line } });
const words = (line: number, attributes: Readonly<Record<string, string>> = {}, children: Flow = [text('Words.')]): ElementNode => ({ ...at(line, element('p', attributes, children)), block: `air.${line}` });
const STET = { class: 'wide stet' };
const bookOf = (flow: Flow): Parameters<typeof markedIn>[0] => ({ chapters: [chapter('air', { flow })] }) as unknown as Parameters<typeof markedIn>[0];
const lines = (flow: Flow): readonly string[] => markedIn(bookOf(flow)).map((one) => `${one.at.line}-${one.to}`);
const said = (code: Diagnostic['code'], line: number, path = 'air.md'): Diagnostic => finding(code, { message: 'Something.', at: { path, line } });

describe('a mark', () => {
  test('holds from where its block begins to where the next one does', () => {
    expect(lines([words(1), words(3, STET), words(7), words(9, STET)])).toEqual(['3-6', '9-Infinity']);
  });

  test('on what holds blocks, holds for all of them', () => {
    expect(lines([at(1, element('blockquote', STET, [words(1), words(4)])), words(8)])).toEqual(['1-7']);
  });

  test('on words, holds for their paragraph and for no other', () => {
    const some = at(4, element('span', STET, [text('DEAR')]));
    expect(lines([words(3, {}, [at(3, element('em', {}, [text('My')])), some, at(5, element('em', {}, []))]), words(7)])).toEqual(['3-6']);
    expect(lines([at(1, element('li', {}, [words(1), words(2, {}, [some])]))])).toEqual(['2-Infinity']);
  });
});

describe('what is found in marked text', () => {
  const marked = markedIn(bookOf([words(1), words(3, STET), words(7, STET), words(9)]));

  test('is let stand where it is a matter of taste, and nothing else is', () => {
    const told = [said('LINE-007', 1), said('LINE-007', 9), said('LINE-007', 3, 'fire.md'), said('LOSS-001', 3), said('PRINT-014', 3), said('TEXT-006', 4)];
    expect(withoutStet([said('LINE-007', 3), ...told, said('TYPE-003', 3), said('TYPO-004', 6)], marked)).toEqual(told);
  });

  test('is counted, and marks that nothing stands by are told where pages were made', () => {
    const found = [said('LINE-007', 3), said('TYPE-003', 3), said('LINE-007', 3), said('PAGE-006', 9)];
    const [sum, idle, ...more] = aboutStet(found, { marked, looked: 'at all' });
    expect(sum).toMatchObject({ code: 'TYPO-008', severity: 'info', message: 'Let stand, as the author marked them: LINE-007, 2 times; TYPE-003.' });
    expect(idle).toMatchObject({ code: 'TYPO-009', severity: 'info', at: { path: 'air.md', line: 7 } });
    expect(more).toEqual([]);
    expect(aboutStet([], { marked, looked: 'at the text' })).toEqual([]);
  });
});
