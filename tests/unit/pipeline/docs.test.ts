import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsPage } from '../../../src/pipeline/report/findings-page.js';
import { BOOK_KEYS } from '../../../src/config/schema/book-keys.js';
import { pathsOf } from '../../../src/config/schema/reference-page.js';
import {
  bookKeysSchema,
  bookReferencePage,
  bookSchemaJson,
  castSchemaJson,
  frontMatterSchemaJson,
  themeSchemaJson,
} from '../../../src/config/index.js';

const page = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

test('docs/reference/findings.md is what the tables of codes say (npm run docs)', () => {
  expect(page('reference/findings.md')).toBe(findingsPage());
});

test.each([
  ['book', bookSchemaJson],
  ['cast', castSchemaJson],
  ['front-matter', frontMatterSchemaJson],
  ['theme', themeSchemaJson],
] as const)('docs/reference/%s.schema.json is what the tool reads by (npm run docs)', (name, schema) => {
  expect(JSON.parse(page(`reference/${name}.schema.json`))).toEqual(JSON.parse(JSON.stringify(schema())));
});

test('docs/reference/book-yml.md is what the schema says (npm run docs)', () => {
  expect(page('reference/book-yml.md')).toBe(bookReferencePage(bookKeysSchema()));
});

test('every key of book.yml is explained, and no other', () => {
  expect([...new Set(pathsOf(bookKeysSchema()))].sort()).toEqual(Object.keys(BOOK_KEYS).sort());
});
