// `foldmark check`: the findings about one finished file.
import { basename } from 'node:path';
import { checkEpub } from '../check/epub/check-epub.js';
import { reportFinding } from '../pipeline/report/report.js';
import { hasError } from '../model/finding.js';
import { setActivity } from './activity.js';
import { EXIT } from './exit-codes.js';
import { moreFindings, printFindings, type FindingFlags } from './findings.js';
import { readInput } from './input-file.js';
import { printJson } from './json-output.js';

export async function runCheck({
  file,
  options,
}: {
  file: string;
  options: { json?: true } & FindingFlags;
}): Promise<number> {
  const bytes = readInput(file);
  setActivity(`checking ${basename(file)}`);
  const found = await checkEpub({ bytes, name: basename(file) });
  if (options.json) await printJson(found.map((one) => reportFinding(one)));
  else printFindings(found, options, (text) => process.stdout.write(`${text}\n`));
  if (!options.json)
    process.stdout.write(
      `${found.length === 0 ? 'Nothing found' : `${found.length} found`} in ` +
        `${file}${moreFindings(found, options)}.\n`,
    );
  return hasError(found) ? EXIT.failed : EXIT.built;
}
