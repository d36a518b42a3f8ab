// The commands and their options, and what each exit code means.
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../pipeline/build-order.js';
import { VERSION } from '../shared/version.js';
import type { BuildFlags } from './build-command.js';
import { addCoverCommand } from './cover-command.js';
import { EXIT } from './exit-codes.js';
import { reportFailure } from './failure.js';
import { VERBOSE, type FindingFlags } from './findings.js';
import { examples } from './help-examples.js';
import { addExplainCommand } from './explain-command.js';
import { addImposeCommand } from './impose-command.js';
import { addInitCommand } from './init-command.js';
import { outputOf } from './json-output.js';
import { readChoice, readEditions, readNames, readPath, readSeconds, readWhole } from './option-values.js';
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
    if (!(cause instanceof CommanderError)) return reportFailure(cause, outputOf(args));
    if (cause.exitCode === 0) return EXIT.built; // help or the version
    const name = program.commands.find((one) => one.name() === args[0])?.name();
    if (args.length === 0) process.stderr.write(program.helpInformation());
    return reportFailure(
      usageError(cause, name === undefined ? 'foldmark' : `foldmark ${name}`),
      outputOf(args),
    );
  }
}

/** The code of a command is loaded when it is called: loading all of it takes as long as a small build. */
function describeCommands(end: (code: number) => void): Command {
  const program = new Command('foldmark')
    .description(
      'Turns a Markdown manuscript into a print PDF, a screen PDF and an EPUB, and reports every ' +
        'problem that it finds.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ writeErr: () => undefined }) // what is wrong is reported by reportFailure
    .exitOverride()
    .addHelpText('after', AFTER_ALL);
  addInitCommand(program, end);
  program
    .command('build')
    .description(
      'Build a book: every edition, every check, one report. With several folders, build several books.',
    )
    .argument(
      '[folders...]',
      'the folder that holds book.yml; default: this folder, or manuscript/ inside it. Several books ' +
        'are each built into a folder of their own name below --out',
    )
    .option('-o, --out <folder>', 'write the files to this folder', readPath('--out'), 'dist')
    .option(
      '--only <editions>',
      'make only these, with commas between: print, screen, epub, cover, booklet, signatures, ' +
        'minizine, quarter, sixteen, 2-up, 4-up',
      readEditions('--only'),
    )
    .option(
      '--profile <names>',
      'make files for these printers (home, copy-shop, kdp, ingramspark, lulu, mixam, riso) and ' +
        'stores (kindle, kobo, apple, generic), with commas between',
      readNames('--profile'),
    )
    .option(
      '--icc <file>',
      'convert colours with this CMYK profile of your printer, and ignore the ones of book.yml and --profile',
      readPath('--icc'),
    )
    .option(
      '--proof <folder>',
      'also draw every page as a picture with the findings marked, and write a web page that lists them',
      readPath('--proof'),
    )
    .option(
      '--browser <path>',
      'print with this Chrome, Chromium or Edge; "bundled" is the one that npm installs; default: the ' +
        'first one found',
      readPath('--browser'),
    )
    .addOption(
      new Option('--sandbox <mode>', '"require" stops the build where the browser cannot have its sandbox')
        .choices(SANDBOX)
        .default('auto')
        .argParser(readChoice('--sandbox', SANDBOX, 'mode')),
    )
    .addOption(
      new Option('--patience <seconds>', 'give up when layout does not move for so long')
        .argParser(readSeconds('--patience'))
        .default(30)
        .hideHelp(),
    )
    .option(
      '--jobs <number>',
      'lay out pages in so many browser tabs at once; default: one for each processor',
      readWhole('--jobs', { least: 1, most: 64 }),
    )
    .option(
      '--cache <folder>',
      'keep laid-out pages here; default: node_modules/.cache/foldmark, or the cache folder of your user',
      readPath('--cache'),
    )
    .option('--no-cache', 'lay out everything again, and keep nothing')
    .option('-w, --watch', 'build again whenever you save a file of the book, until Control-C')
    .option('--strict', 'fail on warnings as well as on errors')
    .option(
      '--keep-going',
      'write the editions without errors, also where another has some; still exits with 1',
    )
    .option(
      '--json',
      'print the report, or why there is none, as one JSON document to standard output; with --watch, ' +
        'one line for each build',
    )
    .option(...VERBOSE)
    .option('-q, --quiet', 'print nothing but findings')
    .addHelpText(
      'after',
      examples(
        ['foldmark build', 'the book in this folder, into dist/'],
        ['foldmark build my-zine --only print,booklet', 'pages, and the same pages on sheets to fold'],
        ['foldmark build novel --profile kdp,kobo --out shops', 'a PDF for KDP and an EPUB for Kobo'],
        ['foldmark build one two three --json', 'three books, one JSON list of reports'],
      ),
    )
    .action(async (folders: readonly string[], options: BuildFlags) => {
      end(await runBuild(folders, options));
    });
  program
    .command('check')
    .description('Check an EPUB, whoever made it.')
    .argument('<file>', 'the .epub file')
    .option('--json', 'print the findings, or why there are none, as one JSON document to standard output')
    .option(...VERBOSE)
    .addHelpText(
      'after',
      examples(['foldmark check dist/tide.epub', 'everything that a shop or a reading system would reject']),
    )
    .action(async (file: string, options: { json?: true } & FindingFlags) => {
      const { runCheck } = await import('./check-command.js');
      end(await runCheck({ file, options }));
    });
  addCoverCommand(program, end);
  addImposeCommand(program, end);
  program
    .command('preflight')
    .description('Check a print PDF against the rules of a printer, whoever made it.')
    .argument('<file>', 'the .pdf file')
    .requiredOption(
      '--profile <printer>',
      'home, copy-shop, kdp, ingramspark, lulu, mixam, riso, or a profile of your book',
      readPath('--profile'),
    )
    .option('--icc <file>', 'the CMYK profile that the file should be made for', readPath('--icc'))
    .option('--book <folder>', 'the folder of your book, to find its own profiles', readPath('--book'), '.')
    .option(
      '--sheet <file>',
      'also draw all pages with the findings marked, as sheet.png, sheet-2.png …',
      readPath('--sheet'),
    )
    .option('--json', 'print the findings, or why there are none, as one JSON document to standard output')
    .option(...VERBOSE)
    .addHelpText(
      'after',
      examples(
        ['foldmark preflight cover.pdf --profile kdp', 'what KDP would reject'],
        [
          'foldmark preflight zine.pdf --profile riso --sheet proof.png',
          'the same for a riso printer, with pictures',
        ],
      ),
    )
    .action(async (file: string, options: PreflightFlags) => {
      const { runPreflight } = await import('./preflight-command.js');
      end(await runPreflight({ file, options }));
    });
  addExplainCommand(program, end);
  return program;
}

async function runBuild(folders: readonly string[], options: BuildFlags): Promise<number> {
  const [folder, ...more] = folders;
  if (options.watch && more.length > 0)
    throw new UsageError('Only one book can be watched at a time.', {
      code: 'RUN-003',
      place: '--watch',
      hint: 'Name one folder, or leave out --watch.',
    });
  if (options.watch) return (await import('./watch-command.js')).runWatch({ folder, options });
  return more.length > 0
    ? (await import('./books-command.js')).runBooks({ folders, options })
    : (await import('./build-command.js')).runBuild({ folder, options });
}

const SANDBOX = ['auto', 'require'] as const;

const AFTER_ALL = `
Examples:
  foldmark init my-zine                     a new book to write over
  foldmark build                            the book in this folder, into dist/
  foldmark build my-zine --watch            again whenever you save a file
  foldmark check dist/tide.epub             an EPUB, whoever made it
  foldmark impose zine.pdf                  its pages on sheets to fold and staple

"foldmark COMMAND --help" lists the options of a command.

Exit codes:
  0    built, or nothing wrong found
  1    the build failed, or a check found an error
  2    the command line or book.yml is wrong
  4    something is not installed: a browser, or a newer Node.js
  130  interrupted
`;

// Commander's complaints about a command line, in our words and with a place.

/** @param command as its help is called for: `foldmark build` */
function usageError({ code, message }: CommanderError, command: string): UsageError {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const option = /--[\w-]+/.exec(name)?.[0] ?? name;
  const meant = /\(Did you mean (.*?)\?\)/s.exec(message)?.[1];
  const hint = meant === undefined ? `See ${command} --help.` : `Did you mean ${meant}?`;
  const said = SAID[code]?.({ name, option, command }) ?? {
    message: `${message.replace(/^error: /, '').split('\n', 1)[0]}.`,
  };
  return new UsageError(said.message, { code: 'RUN-001', place: said.place ?? 'command line', hint });
}

interface Complaint {
  readonly name: string;
  readonly option: string;
  readonly command: string;
}

const SAID: Readonly<
  Record<string, (complaint: Complaint) => { readonly message: string; readonly place?: string }>
> = {
  'commander.help': () => ({ message: 'No command is given.' }),
  'commander.unknownOption': ({ name, command }) => ({ message: `${command} has no option ${name}.` }),
  'commander.unknownCommand': ({ name }) => ({ message: `There is no command "${name}".` }),
  'commander.missingArgument': ({ name, command }) => ({ message: `${command} needs a ${name}.` }),
  'commander.excessArguments': ({ command }) => ({ message: `${command} got more arguments than it takes.` }),
  'commander.optionMissingArgument': ({ option }) => ({ message: `${option} needs a value.`, place: option }),
  'commander.missingMandatoryOptionValue': ({ option, command }) => ({
    message: `${command} needs the option ${option}.`,
  }),
};
