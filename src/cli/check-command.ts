// `foldmark check`: the findings about one finished file.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkEpub } from '../check/epub/check-epub.js';
import { reportDiagnostic } from '../pipeline/report/report.js';
import { hasError } from '../model/finding.js';
import { EXIT } from './exit-codes.js';
import { moreFindings, tellFindings, type FindingFlags } from './findings.js';

export async function checkVerb({ file, options }: { file: string; options: { json?: true } & FindingFlags }): Promise<number> {
  if (!existsSync(file)) {
    process.stderr.write(`There is no file ${file}.\n`);
    return EXIT.usage;
  }
  const found = await checkEpub({ bytes: readFileSync(file), name: basename(file) });
  if (options.json) process.stdout.write(`${JSON.stringify(found.map((one) => reportDiagnostic(one)), undefined, 2)}\n`);
  else tellFindings(found, options, (text) => process.stdout.write(`${text}\n`));
  if (!options.json) process.stdout.write(`${found.length === 0 ? 'Nothing found' : `${found.length} found`} in ${file}${moreFindings(found, options)}.\n`);
  return hasError(found) ? EXIT.failed : EXIT.built;
}
