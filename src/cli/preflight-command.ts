// `foldmark preflight`: what a printer would say about one PDF.
import { statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { preflight } from '../pipeline/preflight-file.js';
import { sheetsOf } from '../pipeline/proof/make-proof.js';
import { publish } from '../pipeline/publish.js';
import { reportFinding } from '../pipeline/report/report.js';
import { hasError } from '../model/finding.js';
import { UsageError } from '../pipeline/build-order.js';
import { setActivity } from './activity.js';
import { EXIT } from './exit-codes.js';
import { moreFindings, printFindings, type FindingFlags } from './findings.js';
import { readInput } from './input-file.js';
import { printJson } from './json-output.js';

export interface PreflightFlags extends FindingFlags {
  readonly profile: string;
  readonly icc?: string;
  readonly book: string;
  readonly json?: true;
  readonly sheet?: string;
}

export async function runPreflight({
  file,
  options: { profile, icc, book, json, sheet, ...flags },
}: {
  file: string;
  options: PreflightFlags;
}): Promise<number> {
  const bytes = readInput(file);
  if (!statSync(book, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder ${book}.`, {
      code: 'RUN-004',
      place: '--book',
      hint: 'Name the folder that holds book.yml.',
    });
  setActivity(`checking ${basename(file)}`);
  const found = await preflight({ bytes, name: basename(file), profile, icc, folder: book });
  const sheets =
    sheet !== undefined && !found.some(({ code }) => UNREADABLE.has(code))
      ? await sheetsOf({ bytes, name: basename(file), findings: found })
      : [];
  if (sheet !== undefined && sheets.length > 0)
    publish({
      folder: dirname(resolve(sheet)),
      files: sheets.map((one, index) => ({ name: sheetName(sheet, index), bytes: one })),
    });
  if (json) await printJson(found.map((one) => reportFinding(one)));
  else printFindings(found, flags, (text) => process.stdout.write(`${text}\n`));
  if (!json)
    process.stdout.write(
      `${found.length === 0 ? 'Nothing found' : `${found.length} found`} in ${file} for ` +
        `${profile}${moreFindings(found, flags)}.\n`,
    );
  if (found.some(({ option }) => option !== undefined)) return EXIT.usage;
  return hasError(found) ? EXIT.failed : EXIT.built;
}

/** Nothing can be shown of a file that cannot be read; without a profile nothing was looked at. */
const UNREADABLE: ReadonlySet<string> = new Set(['PRINT-001', 'PRINT-002', 'PRINT-005']);

/** `out.png`, `out-2.png` … */
function sheetName(path: string, index: number): string {
  const end = extname(path);
  return index === 0 ? basename(path) : `${basename(path, end)}-${index + 1}${end}`;
}
