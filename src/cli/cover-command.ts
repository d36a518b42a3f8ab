// `foldmark cover`: the cover as one sheet, by itself; the book is laid out to count its pages.
import type { Command } from 'commander';
import type { BuildFlags } from './build-command.js';
import { VERBOSE } from './findings.js';
import { examples } from './help-examples.js';
import { readNames, readPath } from './option-values.js';

type CoverFlags = Pick<
  BuildFlags,
  'out' | 'profile' | 'icc' | 'browser' | 'strict' | 'json' | 'quiet' | 'verbose'
>;

/** Adds the verb to the program; `end` is told its exit code. */
export function addCoverCommand(program: Command, end: (code: number) => void): void {
  program
    .command('cover')
    .description(
      'Make the cover as one sheet: front, spine and back. Foldmark counts the pages to know how wide ' +
        'the spine is.',
    )
    .argument('[folder]', 'the folder that holds book.yml; default: this folder, or manuscript/ inside it')
    .option('-o, --out <folder>', 'write the file to this folder', readPath('--out'), 'dist')
    .option(
      '--profile <printers>',
      'make a cover for each of these printers, with commas between: kdp, ingramspark …',
      readNames('--profile'),
    )
    .option('--icc <file>', 'convert colours with this CMYK profile of your printer', readPath('--icc'))
    .option(
      '--browser <path>',
      'print with this Chrome, Chromium or Edge; "bundled" is the one that npm installs; default: the ' +
        'first one found',
      readPath('--browser'),
    )
    .option('--strict', 'fail on warnings as well as on errors')
    .option('--json', 'print the report, or why there is none, as one JSON document to standard output')
    .option(...VERBOSE)
    .option('-q, --quiet', 'print nothing but findings')
    .addHelpText(
      'after',
      examples([
        'foldmark cover my-novel --profile kdp,ingramspark',
        'a cover for each of the two printers, into dist/',
      ]),
    )
    .action(async (folder: string | undefined, flags: CoverFlags) => {
      const { runBuild } = await import('./build-command.js');
      end(await runBuild({ folder, options: { ...flags, only: ['cover'], sandbox: 'auto', patience: 30 } }));
    });
}
