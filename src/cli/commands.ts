// The verbs and their options, and what each exit code means.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../pipeline/build-order.js';
import { VERSION } from '../shared/version.js';
import { EDITION_NAMES, type EditionName } from '../model/settings.js';
import type { BuildFlags } from './build-command.js';
import { addCoverVerb } from './cover-command.js';
import { EXIT } from './exit-codes.js';
import { tellFailure } from './failure.js';
import { VERBOSE, type FindingFlags } from './findings.js';
import { addImposeVerb } from './impose-command.js';
import type { PreflightFlags } from './preflight-command.js';

/** Runs one command line (without node and the script) and answers with its exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code: number = EXIT.built;
  const program = describeCommands((ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.built : EXIT.usage;
    return tellFailure(cause);
  }
}

/** What a verb works with is loaded when it is called: the help of all of them would take as long to load as all of them. */
function describeCommands(end: (code: number) => void): Command {
  const program = new Command('foldmark')
    .description('Turns a Markdown manuscript into a print PDF, a screen PDF and an EPUB, and reports what it found.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  program
    .command('build')
    .description('Build a book, or several: every edition, every check, one report.')
    .argument('[folders...]', 'the book\'s folder, the one that holds book.yml; by default here, or manuscript/ below; of several books, each is built into a folder of its name below --out')
    .option('-o, --out <folder>', 'where the files go', 'dist')
    .option('--only <editions>', 'make only these, with commas between: print, screen, epub, cover, booklet, minizine …', parseEditions)
    .option('--profile <printers>', 'make files for these, with commas between: home, copy-shop, kdp, ingramspark, lulu, mixam, riso; kindle, kobo, apple, generic', parseNames)
    .option('--icc <file>', 'a printer\'s own ICC profile of four inks, in place of the profiles\' and the book\'s')
    .option('--proof <folder>', 'also make pictures of the pages with the findings marked, and a page that lists them')
    .option('--browser <path>', 'the Chrome, Chromium or Edge to use; "bundled": the one that npm brings along')
    .addOption(new Option('--sandbox <wish>', 'require: no build without the browser\'s sandbox').choices(['auto', 'require']).default('auto'))
    .addOption(new Option('--patience <seconds>', 'how long layout may stand still').argParser(parseSeconds).default(30).hideHelp())
    .option('--jobs <number>', 'how many tabs lay out pages side by side; by default one for each processor', parseJobs)
    .option('--cache <folder>', 'where to keep what was laid out; by default node_modules/.cache/foldmark, or the user\'s own cache folder')
    .option('--no-cache', 'lay everything out anew, and keep nothing')
    .option('-w, --watch', 'build again whenever a file of the book is saved, until Control-C')
    .option('--strict', 'warnings fail the build as errors do')
    .addOption(new Option('--json', 'print the report as JSON, and nothing else, to standard output; one line for each build when watching'))
    .option(...VERBOSE)
    .option('-q, --quiet', 'say nothing but findings')
    .action(async (folders: readonly string[], options: BuildFlags) => {
      end(await runBuild(folders, options));
    });
  program
    .command('check')
    .description('Check a finished EPUB, also one that Foldmark did not make.')
    .argument('<file>', 'the .epub file')
    .option('--json', 'print the findings as JSON to standard output')
    .option(...VERBOSE)
    .action(async (file: string, options: { json?: true } & FindingFlags) => {
      const { checkVerb } = await import('./check-command.js');
      end(await checkVerb({ file, options }));
    });
  addCoverVerb(program, end);
  addImposeVerb(program, end);
  program
    .command('preflight')
    .description('Check a print PDF for a printer, also one that Foldmark did not make.')
    .argument('<file>', 'the .pdf file')
    .requiredOption('--profile <printer>', 'home, copy-shop, kdp, ingramspark, lulu, mixam, riso, or one of the book\'s own')
    .option('--icc <file>', 'the ICC profile that the file is to be made for')
    .option('--book <folder>', 'the book\'s folder, for profiles of its own', '.')
    .option('--sheet <file>', 'also draw all pages, with the findings marked, as PNG: sheet.png, sheet-2.png …')
    .option('--json', 'print the findings as JSON to standard output')
    .option(...VERBOSE)
    .action(async (file: string, options: PreflightFlags) => {
      const { preflightVerb } = await import('./preflight-command.js');
      end(await preflightVerb({ file, options }));
    });
  return program;
}

async function runBuild(folders: readonly string[], options: BuildFlags): Promise<number> {
  const [folder, ...more] = folders;
  if (options.watch && more.length > 0) throw new UsageError('Only one book can be watched at a time.');
  if (options.watch) return (await import('./watch-command.js')).watchVerb({ folder, options });
  return more.length > 0 ? (await import('./books-command.js')).booksVerb({ folders, options }) : (await import('./build-command.js')).buildVerb({ folder, options });
}

const EXIT_CODES = `
Exit codes:
  0    built
  1    the build failed, or a check found an error
  2    the command line or book.yml is wrong
  4    a tool is missing (no browser was found)
  130  interrupted
`;

function parseJobs(value: string): number {
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs;
  throw new InvalidArgumentError(`"${value}" is not a number of tabs from 1 to 64.`);
}

function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (seconds > 0 && seconds < 1e6) return seconds;
  throw new InvalidArgumentError(`"${value}" is not a number of seconds.`);
}

function parseNames(value: string): readonly string[] {
  return value.split(',').map((word) => word.trim());
}

function parseEditions(value: string): readonly EditionName[] {
  return value.split(',').map((word) => {
    const name = EDITION_NAMES.find((one) => one === word.trim());
    if (name !== undefined) return name;
    throw new InvalidArgumentError(`"${word.trim()}" is not an edition. Editions are ${EDITION_NAMES.join(', ')}.`);
  });
}
