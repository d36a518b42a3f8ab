// Writes the pages of docs/ that come from the code: the findings, and the schemas that editors complete
// book.yml by.
import { writeFileSync } from 'node:fs';
import { findingsPage } from '../lib/pipeline/report/findings-page.js';
import {
  bookKeysSchema,
  bookReferencePage,
  bookSchemaJson,
  castSchemaJson,
  frontMatterSchemaJson,
  profileSchemaJson,
  themeSchemaJson,
} from '../lib/config/index.js';

const SCHEMAS = {
  book: bookSchemaJson,
  cast: castSchemaJson,
  'front-matter': frontMatterSchemaJson,
  profile: profileSchemaJson,
  theme: themeSchemaJson,
};

const docs = new URL('../docs/', import.meta.url);
writeFileSync(new URL('reference/findings.md', docs), findingsPage());
writeFileSync(new URL('reference/book-yml.md', docs), bookReferencePage(bookKeysSchema()));
for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(
    new URL(`reference/${name}.schema.json`, docs),
    `${JSON.stringify(schema(), undefined, 2)}\n`,
  );
}
