import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bookSchemaJson,
  castSchemaJson,
  frontMatterSchemaJson,
  themeSchemaJson,
} from '../../../src/config/index.js';
import { schemasAt } from '../../../src/config/schema/json.js';
import { CONFIG_CODES } from '../../../src/model/codes/config.js';

describe('the JSON Schemas', () => {
  test.each([
    ['book.yml', bookSchemaJson()],
    ['cast.yml', castSchemaJson()],
    ['theme.yml', themeSchemaJson()],
    ['front matter', frontMatterSchemaJson()],
  ])('of %s are closed and plain JSON', (_, schema) => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    const holders = [schema, ...schemasAt(schema, [0])].filter((one) => one.properties);
    expect(holders.length).toBeGreaterThan(0);
    for (const holder of holders) expect(holder.additionalProperties).toBe(false);
  });

  test('of book.yml know the keys an author writes, and only the title is required', () => {
    const schema = bookSchemaJson();
    expect(schema).toMatchObject({ required: ['title'] });
    expect(schemasAt(schema, ['print', 'margins', 'top'])[0]).toMatchObject({ title: 'a length' });
    expect(schemasAt(schema, ['chapters', 0, 'part'])).toHaveLength(1);
    expect(schemasAt(schema, ['nothing'])).toEqual([]);
    expect(schemasAt(schema, ['constructor'])).toEqual([]);
  });
});

test('every code of the config room is shown by a fixture, but those that need a file too large to keep', () => {
  const folders = readdirSync(new URL('../../findings/', import.meta.url)).map(
    (name) => /^CONF-\d+/.exec(name)?.[0],
  );
  expect(Object.keys(CONFIG_CODES).filter((code) => !folders.includes(code))).toEqual(['CONF-016']);
});
