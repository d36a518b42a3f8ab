// `foldmark preflight`: what a printer would say about one PDF.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { preflight } from '../build/preflight.js';
import { formatDiagnostic } from '../build/report/format.js';
import { reportDiagnostic } from '../build/report/report.js';
import { hasError } from '../model/diagnostic.js';
import { EXIT } from './exit.js';
import { COLOURS } from './screen.js';

interface PreflightFlags {
  readonly profile: string;
  readonly icc?: string;
  readonly book: string;
  readonly json?: true;
}

export async function preflightVerb({ file, options: { profile, icc, book, json } }: { file: string; options: PreflightFlags }): Promise<number> {
  const missing = [file, book].find((path) => !existsSync(path));
  if (missing !== undefined) {
    process.stderr.write(`There is no ${missing === file ? 'file' : 'folder'} ${missing}.\n`);
    return EXIT.usage;
  }
  const found = await preflight({ bytes: readFileSync(file), name: basename(file), profile, icc, folder: book });
  if (json) process.stdout.write(`${JSON.stringify(found.map(reportDiagnostic), undefined, 2)}\n`);
  else for (const one of found) process.stdout.write(`${COLOURS[one.severity](formatDiagnostic(one))}\n`);
  if (!json) process.stdout.write(`${found.length === 0 ? 'Nothing found' : `${found.length} found`} in ${file} for ${profile}.\n`);
  if (found.some(({ code }) => code === 'PRINT-001')) return EXIT.usage;
  return hasError(found) ? EXIT.failed : EXIT.built;
}
