// Line ends between Chinese and Japanese characters.
import { expect, test } from 'vitest';
import { joinCjkLines } from '../../../src/edition/cjk-lines.js';
import { element, text, textOf } from '../../../src/model/flow.js';

test('a line end between two Chinese or Japanese characters is no space', () => {
  const flow = [
    element('p', {}, [
      text('潮は\n満ちて、\n'),
      element('em', {}, [text('きた。')]),
      text('\n英語の\nwords\nと한국\n어'),
      element('code', {}, [text('漢\n字')]),
      text('\n字'),
    ]),
  ];
  expect(textOf(joinCjkLines(flow))).toBe('潮は満ちて、きた。英語の\nwords\nと한국\n어漢\n字\n字');
});

test('other text is the same object', () => {
  const flow = [element('p', {}, [text('one\ntwo')])];
  expect(joinCjkLines(flow)).toBe(flow);
});
