// `foldmark cover`: the cover as one sheet, by itself; the book is laid out to count its pages.
import type { Command } from 'commander';
import type { BuildFlags } from './build-command.js';
import { VERBOSE } from './findings.js';

type CoverFlags = Pick<BuildFlags, 'out' | 'profile' | 'icc' | 'browser' | 'strict' | 'json' | 'quiet' | 'verbose'>;

/** Adds the verb to the program; `end` is told its exit code. */
export function addCoverVerb(program: Command, end: (code: number) => void): void {
  program
    .command('cover')
    .description('Make the cover as one sheet, front, spine and back, as wide as the book\'s pages are thick.')
    .argument('[folder]', 'the book\'s folder, the one that holds book.yml; by default here, or manuscript/ below')
    .option('-o, --out <folder>', 'where the file goes', 'dist')
    .option('--profile <printers>', 'make a cover for each of these, with commas between: kdp, ingramspark …', (value: string) => value.split(',').map((word) => word.trim()))
    .option('--icc <file>', 'the printer\'s own ICC profile of four inks')
    .option('--browser <path>', 'the Chrome, Chromium or Edge to use; "bundled": the one that npm brings along')
    .option('--strict', 'warnings fail the cover as errors do')
    .option('--json', 'print the report as JSON, and nothing else, to standard output')
    .option(...VERBOSE)
    .option('-q, --quiet', 'say nothing but findings')
    .action(async (folder: string | undefined, flags: CoverFlags) => {
      const { buildVerb } = await import('./build-command.js');
      end(await buildVerb({ folder, options: { ...flags, only: ['cover'], sandbox: 'auto', patience: 30 } }));
    });
}
