// docs/reference/book-yml.md: every key of book.yml, written from its JSON Schema and the table of keys.
import { SYNONYMS } from '../synonyms.js';
import { BOOK_KEYS } from './book-keys.js';
import type { JsonSchema } from './json.js';

/** The page as Markdown. */
export function bookReferencePage(schema: JsonSchema): string {
  const sections = Object.entries(schema.properties ?? {}).map(([key, one]) => sectionOf(key, one));
  return (
    [
      '# book.yml',
      'Every key of `book.yml`. Only `title` is required. `npm run docs` writes this page from the ' +
        'schema. Editors that know JSON Schema complete and check the file with ' +
        '[book.schema.json](book.schema.json).',
      ...sections,
      synonymsTable(),
    ].join('\n\n') + '\n'
  );
}

function synonymsTable(): string {
  const rows = Object.entries(SYNONYMS).map(
    ([name, { means }]) => `| \`${name}\` | \`${means.join(': ')}\` |`,
  );
  return [
    '## Other spellings',
    'Foldmark reads these keys as well:',
    ['| you write | it means |', '|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

/** Every path of the schema that a table of keys must explain: `print.trim`, `contributors[].name`. */
export function pathsOf(schema: JsonSchema, path = ''): readonly string[] {
  return innerOf(schema).flatMap(([suffix, key, one]) => {
    const own = `${path}${suffix}${path === '' && suffix === '' ? '' : '.'}${key}`;
    return [own, ...pathsOf(one, own)];
  });
}

function sectionOf(key: string, schema: JsonSchema): string {
  const rows = pathsOf(schema, key).map((path) => {
    const { about = '', example, usual } = BOOK_KEYS[path] ?? {};
    return (
      `| \`${path.slice(key.length).replace(/^(\[\])?\./, '')}\` | ${about} | ${usual ?? ''} | ` +
      `${example === undefined ? '' : `\`${example.replaceAll('|', '\\|')}\``} |`
    );
  });
  const { about = '', example, usual } = BOOK_KEYS[key] ?? {};
  const lines = [`## ${key}`, about];
  if (usual !== undefined) lines.push(`Default: ${usual}.`);
  if (example !== undefined) lines.push(`\`\`\`yaml\n${key}: ${example}\n\`\`\``);
  if (rows.length > 0)
    lines.push(['| key | meaning | default | example |', '|---|---|---|---|', ...rows].join('\n'));
  return lines.filter(Boolean).join('\n\n');
}

/** The keys of a map, of the items of a list, and of every choice between such. */
function innerOf(
  schema: JsonSchema,
): readonly (readonly [suffix: string, key: string, schema: JsonSchema])[] {
  const own = Object.entries(schema.properties ?? {}).map(([key, one]) => ['', key, one] as const);
  const items =
    schema.items === undefined
      ? []
      : innerOf(schema.items).map(([suffix, key, one]) => [`[]${suffix}`, key, one] as const);
  const choices = (schema.anyOf ?? []).flatMap((one) => innerOf(one));
  const every = [...own, ...items, ...choices];
  const listed = new Set(every.flatMap(([suffix, key]) => (suffix === '' ? [] : [key])));
  // one person, or a list of them: the same keys
  const all = every.filter(([suffix, key]) => suffix !== '' || !listed.has(key));
  return all.filter(
    ([suffix, key], index) => all.findIndex((other) => other[0] === suffix && other[1] === key) === index,
  );
}
