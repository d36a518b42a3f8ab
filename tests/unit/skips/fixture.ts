// Tests of every kind that is skipped, and two that are not. skips.test.ts runs them by themselves.
import { beforeAll, describe, expect, test } from 'vitest';
import { needsThat } from '../../needs.js';

test('one that runs', () => {
  expect(1).toBe(1);
});
test('one that needs the moon', needsThat(false, 'there is no moon'), () => {
  throw new Error('It ran.');
});
test('one that has what it needs', needsThat(true, 'there is no earth'), () => {
  expect(1).toBe(1);
});
test('one that finds out by itself', ({ skip }) => {
  skip('there is no sun');
});
test.skip('one that says nothing', () => undefined);
describe('several that need the moon', needsThat(false, 'there is no moon'), () => {
  test.each([1, 2])('number %i', () => {
    throw new Error('It ran.');
  });
});
describe('several whose preparation fails', () => {
  beforeAll(() => {
    throw new Error('It fails.');
  });
  test.each([1, 2])('number %i', () => undefined);
});
