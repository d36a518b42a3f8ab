// Writes the pages of docs/ that come from the code: the findings, and the schemas that editors complete book.yml by.
import { writeFileSync } from 'node:fs';
import { findingsPage } from '../lib/build/report/findings-page.js';
import { bookSchemaJson, castSchemaJson } from '../lib/config/schema-json.js';

const docs = new URL('../docs/', import.meta.url);
writeFileSync(new URL('findings.md', docs), findingsPage());
writeFileSync(new URL('book.schema.json', docs), `${JSON.stringify(bookSchemaJson(), undefined, 2)}\n`);
writeFileSync(new URL('cast.schema.json', docs), `${JSON.stringify(castSchemaJson(), undefined, 2)}\n`);
