// `foldmark init`: a folder with a small book in it that builds at once. Nothing that exists is changed.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { Option } from 'commander';
import { outputUnwritable } from '../pipeline/output-access.js';
import { UsageError } from '../pipeline/build-order.js';
import { EXIT } from './exit-codes.js';
import { examples } from './help-examples.js';
import { printJson } from './json-output.js';
import { readChoice, readPath } from './option-values.js';
import { STARTERS, STARTER_HINTS, starterFiles, type NewBook, type StarterName } from './starter-files.js';

interface InitFlags {
  readonly template?: StarterName;
  readonly title?: string;
  readonly author?: string;
  readonly language?: string;
  readonly yes?: true;
  readonly json?: true;
}

/** Adds the verb to the program; `end` is told its exit code. */
export function addInitCommand(program: Command, end: (code: number) => void): void {
  program
    .command('init')
    .description('Begin a book: a folder with settings and short chapters to write over. It builds at once.')
    .argument('[folder]', 'the folder of the book; default: this folder')
    .addOption(
      new Option('-t, --template <kind>', 'the kind of book; default: zine')
        .choices(STARTERS)
        .argParser(readChoice('--template', STARTERS, 'kind of book')),
    )
    .option('--title <title>', "the book's title; default: the folder's name", readPath('--title'))
    .option('--author <name>', 'who wrote it', readPath('--author'))
    .option('--language <tag>', 'its language, such as en-GB, de or ja; default: en', readPath('--language'))
    .option('-y, --yes', 'ask nothing')
    .option('--json', 'print the paths of the new files as one JSON document to standard output')
    .addHelpText(
      'after',
      examples(
        ['foldmark init my-zine', 'asks for a title and begins a zine'],
        ['foldmark init tide --template novel --author "Ada Fenn" --yes', 'begins a novel and asks nothing'],
      ),
    )
    .action(async (folder: string | undefined, flags: InitFlags) => {
      end(await runInit(folder ?? '.', flags));
    });
}

async function runInit(folder: string, flags: InitFlags): Promise<number> {
  const path = resolve(folder);
  const chapters = chaptersIn(path, folder);
  const book = await decided({ ...flags, hasChapters: chapters > 0 }, basename(path));
  const { written, kept } = writeNew(path, starterFiles(book));
  if (flags.json) await printJson({ folder: path, written, kept });
  else process.stdout.write(said({ folder, written, kept, chapters }));
  return EXIT.built;
}

/** How many Markdown files are there. @throws UsageError where the folder is a book already, or a file. */
function chaptersIn(path: string, folder: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory())
    throw new UsageError(`${folder} is a file, not a folder.`, {
      code: 'RUN-004',
      place: 'command line',
      hint: 'Name a folder that does not exist yet.',
    });
  if (['book.yml', 'book.yaml'].some((name) => existsSync(join(path, name))))
    throw new UsageError(`There is a book in ${folder === '.' ? 'this folder' : folder} already.`, {
      code: 'RUN-006',
      place: 'command line',
      hint: 'Build it with "foldmark build", or name another folder.',
    });
  return readdirSync(path).filter((name) => /\.(?:md|markdown)$/i.test(name) && !isReadme(name)).length;
}

function isReadme(name: string): boolean {
  return /^(?:readme|changelog|contributing|license)\b/i.test(name);
}

/** What the command line leaves open is asked on a terminal; elsewhere it has defaults. */
async function decided(
  {
    template,
    title,
    author,
    language,
    yes,
    json,
    hasChapters,
  }: InitFlags & { readonly hasChapters: boolean },
  folderName: string,
): Promise<NewBook> {
  const defaults = {
    starter: template ?? 'zine',
    title: title ?? titleFrom(folderName),
    author: author ?? '',
    language: language ?? 'en',
    date: new Date().toISOString().slice(0, 10),
    hasChapters,
  };
  if (yes || json || !process.stdin.isTTY || !process.stdout.isTTY) return defaults;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ask = async (question: string, usual: string): Promise<string> => {
    const answer = (
      await terminal.question(usual === '' ? `${question}: ` : `${question} (${usual}): `)
    ).trim();
    return answer === '' ? usual : answer;
  };
  try {
    return {
      ...defaults,
      title: title ?? (await ask('Title', defaults.title)),
      author: author ?? (await ask('Author', '')),
      starter: template ?? (await askForStarter(ask)),
    };
  } finally {
    terminal.close();
  }
}

async function askForStarter(
  ask: (question: string, usual: string) => Promise<string>,
): Promise<StarterName> {
  process.stdout.write(
    `${STARTERS.map((name) => `  ${name.padEnd(8)} ${STARTER_HINTS[name]}`).join('\n')}\n`,
  );
  for (;;) {
    const answer = await ask('Kind of book', 'zine');
    const found = STARTERS.find((name) => name === answer.toLowerCase());
    if (found !== undefined) return found;
    process.stdout.write(`"${answer}" is none of them.\n`);
  }
}

/** `low-water` is Low Water. */
function titleFrom(folderName: string): string {
  const words = folderName.split(/[\s_-]+/).filter((word) => word !== '');
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return title === '' ? 'My Book' : title;
}

interface Written {
  readonly written: readonly string[];
  /** Files that were there already, and were left alone. */
  readonly kept: readonly string[];
}

function writeNew(path: string, files: ReadonlyMap<string, string>): Written {
  const [written, kept]: [string[], string[]] = [[], []];
  for (const [name, text] of files) {
    const file = join(path, name);
    if (existsSync(file)) {
      kept.push(name);
      continue;
    }
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
    } catch (cause) {
      throw outputUnwritable(path, cause);
    }
    written.push(name);
  }
  return { written, kept };
}

function said({
  folder,
  written,
  kept,
  chapters,
}: Written & { readonly folder: string; readonly chapters: number }): string {
  const there = relative('', resolve(folder));
  const lines = [
    `A new book in ${there === '' ? 'this folder' : there}:`,
    ...written.map((name) => `  ${name}`),
    ...(kept.length === 0 ? [] : [`Left as they were: ${kept.join(', ')}.`]),
    ...(chapters === 0
      ? []
      : [`Its ${chapters === 1 ? 'chapter is' : `${chapters} chapters are`} the Markdown here.`]),
    '',
    'Next:',
    ...(there === '' ? [] : [`  cd ${/[^\w./-]/.test(there) ? JSON.stringify(there) : there}`]),
    '  npx foldmark build            makes the book, into dist/',
    '  npx foldmark build --watch    makes it again whenever you save',
  ];
  return `${lines.join('\n')}\n`;
}
