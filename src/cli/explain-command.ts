// `foldmark explain`: what the code of a finding means, in the words of the reference.
import type { Command } from 'commander';
import { CODES, type DiagnosticCode } from '../model/codes.js';
import { UsageError } from '../pipeline/build-order.js';
import { closest } from '../config/decode-text.js';
import { EXIT } from './exit-codes.js';
import { examples } from './help-examples.js';
import { printJson } from './json-output.js';

/** Adds the verb to the program; `end` is told its exit code. */
export function addExplainCommand(program: Command, end: (code: number) => void): void {
  program
    .command('explain')
    .description('Say what the code of a finding means, and what to do. Without a code, list all of them.')
    .argument('[codes...]', 'codes as a report prints them, in small or capital letters')
    .option('--json', 'print the codes as one JSON document to standard output')
    .addHelpText(
      'after',
      examples(
        ['foldmark explain TYPO-002', 'what it means, and what to do'],
        ['foldmark explain', 'all codes with their titles'],
      ),
    )
    .action(async (codes: readonly string[], options: { json?: true }) => {
      end(await runExplain({ codes, options }));
    });
}

async function runExplain({
  codes,
  options,
}: {
  codes: readonly string[];
  options: { json?: true };
}): Promise<number> {
  const asked = codes.length === 0 ? ALL : codes.map(codeNamed);
  if (options.json) await printJson(asked.map((code) => ({ code, ...CODES[code] })));
  else
    process.stdout.write(
      codes.length === 0
        ? `${asked.map(titleLine).join('\n')}\n\n"foldmark explain CODE" says more of one.\n`
        : `${asked.map(explained).join('\n\n')}\n`,
    );
  return EXIT.built;
}

const ALL = Object.keys(CODES) as readonly DiagnosticCode[];

/** @throws UsageError where there is no such code. */
function codeNamed(given: string): DiagnosticCode {
  const name = given.toUpperCase();
  const code = ALL.find((one) => one === name);
  if (code !== undefined) return code;
  const meant = closest(name, ALL);
  throw new UsageError(`There is no code "${given}".`, {
    code: 'RUN-002',
    place: 'command line',
    hint:
      meant === undefined
        ? 'A code is as TYPO-002. "foldmark explain" lists all of them.'
        : `Did you mean ${meant}? "foldmark explain" lists all codes.`,
  });
}

function titleLine(code: DiagnosticCode): string {
  return `${code.padEnd(12)}${CODES[code].severity.padEnd(9)}${CODES[code].title}`;
}

function explained(code: DiagnosticCode): string {
  const { severity, title, about, exit, suppressible } = CODES[code];
  const marks = [
    severity,
    ...(exit === undefined ? [] : [`exit code ${exit}`]),
    ...(suppressible ? ['{.stet} on the block suppresses it'] : []),
  ];
  return `${code}: ${title}\n(${marks.join('; ')})\n\n${wrapped(about.replaceAll('`', ''))}`;
}

/** At 80 columns. */
function wrapped(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= 80) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
