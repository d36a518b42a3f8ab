// `foldmark impose`: the pages of any PDF on sheets to be folded, cut and bound.
import { statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { readLength } from '../config/values/length.js';
import { readTrim } from '../config/values/trim.js';
import { LAYOUT_NAMES, USUAL_IMPOSITION, type ImposeSettings, type LayoutName } from '../model/imposition.js';
import type { Imposed } from '../pdf/finish/impose-pdf.js';
import { UsageError } from '../pipeline/build-order.js';
import { reportFinding } from '../pipeline/report/report.js';
import { VERSION } from '../shared/version.js';
import { setActivity } from './activity.js';
import { EXIT } from './exit-codes.js';
import { printFindings, VERBOSE, type FindingFlags } from './findings.js';
import { examples } from './help-examples.js';
import { readInput } from './input-file.js';
import { printJson } from './json-output.js';
import { readAs, readChoice, readPath, readWhole } from './option-values.js';
import { TERMINAL_COLOURS } from './terminal.js';

interface ImposeFlags extends FindingFlags {
  readonly layout: LayoutName;
  readonly paper: ImposeSettings['paper'];
  readonly duplex?: 'long-edge' | 'short-edge';
  readonly margin: number;
  readonly creep: number;
  readonly sheets: number;
  readonly binding: 'left' | 'right';
  readonly marks: boolean;
  readonly backCover: number;
  readonly out?: string;
  readonly json?: true;
}

/** Adds the verb to the program; `end` is told its exit code. */
export function addImposeCommand(program: Command, end: (code: number) => void): void {
  program
    .command('impose')
    .description('Put the pages of any PDF on sheets to fold, cut and bind.')
    .argument('<file>', 'the .pdf file')
    .addOption(
      new Option('-l, --layout <layout>', 'how the pages lie on the sheets')
        .choices(LAYOUT_NAMES)
        .default('booklet')
        .argParser(readChoice('--layout', LAYOUT_NAMES, 'layout')),
    )
    .addOption(
      new Option('--paper <size>', 'the paper: a name (A4, letter) or a measure (210mm x 297mm)')
        .argParser(readAs('--paper', readTrim))
        .default(USUAL_IMPOSITION.paper, 'A4'),
    )
    .addOption(
      new Option(
        '--duplex <edge>',
        'the edge over which your printer turns the sheet; default: the one that suits the layout',
      )
        .choices(DUPLEX)
        .argParser(readChoice('--duplex', DUPLEX, 'edge')),
    )
    .addOption(
      new Option('--margin <length>', 'the white edge that your printer cannot print on, as in 5mm')
        .argParser(readAs('--margin', readLength))
        .default(0, '0mm'),
    )
    .addOption(
      new Option(
        '--creep <length>',
        'the thickness of the paper, as in 0.1mm: inner pages move towards the spine by it',
      )
        .argParser(readAs('--creep', readLength))
        .default(0, '0mm'),
    )
    .option(
      '--sheets <number>',
      'the most sheets in one signature',
      readWhole('--sheets', { least: 1, most: 9999 }),
      USUAL_IMPOSITION.sheets,
    )
    .addOption(
      new Option('--binding <side>', 'the side of the spine, seen from the front')
        .choices(BINDING)
        .default('left')
        .argParser(readChoice('--binding', BINDING, 'side')),
    )
    .option(
      '--back-cover <pages>',
      'how many pages at the end are the back cover; blank pages are added before them',
      readWhole('--back-cover', { least: 0, most: 9999 }),
      0,
    )
    .option('--no-marks', 'draw no fold, cut and collation marks')
    .option(
      '-o, --out <file>',
      'write the sheets to this file; default: FILE-LAYOUT.pdf beside the other',
      readPath('--out'),
    )
    .option(
      '--json',
      'print how many sheets were made and the findings, or why there are none, as one JSON document ' +
        'to standard output',
    )
    .option(...VERBOSE)
    .addHelpText(
      'after',
      examples(
        ['foldmark impose zine.pdf', 'a booklet to staple: zine-booklet.pdf'],
        [
          'foldmark impose zine.pdf --layout minizine --paper letter',
          'eight pages on one sheet to fold and cut',
        ],
        [
          'foldmark impose novel.pdf --layout signatures --sheets 4 --creep 0.1mm',
          'signatures of four sheets to sew',
        ],
      ),
    )
    .action(async (file: string, flags: ImposeFlags) => {
      end(await imposeVerb(file, flags));
    });
}

async function imposeVerb(
  file: string,
  { layout, out = usualName(file, layout), backCover, marks, json, verbose, ...settings }: ImposeFlags,
): Promise<number> {
  const bytes = readInput(file);
  assertOther(out, file);
  setActivity(`imposing ${basename(file)}`);
  const [{ imposePdf }, { publish }] = await Promise.all([
    import('../pdf/finish/impose-pdf.js'),
    import('../pipeline/publish.js'),
  ]);
  const { value, diagnostics } = await imposePdf({
    bytes,
    name: basename(file),
    layout,
    tail: backCover,
    settings: { ...settings, marks: marks ? 'drawn' : 'none' },
  });
  if (!json)
    printFindings(diagnostics, verbose ? { verbose } : {}, (text) => process.stderr.write(`${text}\n`));
  if (value) publish({ folder: dirname(resolve(out)), files: [{ name: basename(out), bytes: value.bytes }] });
  if (json)
    await printJson({
      foldmark: VERSION,
      outcome: value ? 'built' : 'failed',
      ...(value ? sheetsOf(out, value) : {}),
      diagnostics: diagnostics.map((one) => reportFinding(one)),
    });
  else if (value) process.stderr.write(`${TERMINAL_COLOURS.bold(out)}  ${told(value)}\n`);
  return value ? EXIT.built : EXIT.failed;
}

/** @throws UsageError where the sheets cannot be written there. */
function assertOther(out: string, file: string): void {
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder && resolve(out) !== resolve(file)) return;
  throw new UsageError(
    isFolder ? `${out} is a folder, not a file.` : `${out} is the file whose pages are to be imposed.`,
    { code: 'RUN-004', place: '--out', hint: 'Name another file for the sheets.' },
  );
}

function sheetsOf(file: string, { plan: { sheets, duplex, paper } }: Imposed): object {
  return { file, sheets: sheets.length, paper, ...(duplex === undefined ? {} : { duplex }) };
}

function usualName(file: string, layout: LayoutName): string {
  return join(dirname(file), `${basename(file, extname(file))}-${layout}.pdf`);
}

function told({ plan: { sheets, duplex, paper } }: Imposed): string {
  const count =
    `${sheets.length} sheet${sheets.length === 1 ? '' : 's'} of ` + `${paper.width} x ${paper.height} mm`;
  return duplex === undefined
    ? `${count}, one side`
    : `${count}, both sides, turned over the ${duplex.replace('-', ' ')}`;
}

const DUPLEX = ['long-edge', 'short-edge'] as const;
const BINDING = ['left', 'right'] as const;
