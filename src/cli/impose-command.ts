// `foldmark impose`: the pages of any PDF on sheets to be folded, cut and bound.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readLength } from '../config/values/length.js';
import { readTrim } from '../config/values/trim.js';
import type { Reading } from '../config/values/parsed-value.js';
import { LAYOUT_NAMES, USUAL_IMPOSITION, type ImposeSettings, type LayoutName } from '../model/imposition.js';
import type { Imposed } from '../pdf/finish/impose-pdf.js';
import { EXIT } from './exit-codes.js';
import { tellFindings, VERBOSE, type FindingFlags } from './findings.js';
import { COLOURS } from './terminal.js';

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
}

/** Adds the verb to the program; `end` is told its exit code. */
export function addImposeVerb(program: Command, end: (code: number) => void): void {
  program
    .command('impose')
    .description('Put the pages of any PDF on sheets to be folded, cut and bound.')
    .argument('<file>', 'the .pdf file')
    .addOption(new Option('-l, --layout <layout>', 'how the pages lie').choices(LAYOUT_NAMES).default('booklet'))
    .option('--paper <size>', 'the paper: a name or a measure', by(readTrim), USUAL_IMPOSITION.paper)
    .addOption(new Option('--duplex <edge>', 'the edge over which the printer turns the sheet; by default the one that turns it like a leaf of a book').choices(['long-edge', 'short-edge']))
    .option('--margin <length>', 'what the printer leaves white at the paper\'s edges', by(readLength), 0)
    .option('--creep <length>', 'the paper\'s thickness, by which inner sheets are pushed out', by(readLength), 0)
    .option('--sheets <number>', 'sheets in a signature, at most', parseCount, USUAL_IMPOSITION.sheets)
    .addOption(new Option('--binding <side>', 'where the spine is').choices(['left', 'right']).default('left'))
    .option('--back-cover <pages>', 'how many pages at the end are the back cover: blank pages go before them', parseCount, 0)
    .option('--no-marks', 'draw no fold, cut and collation marks')
    .option('-o, --out <file>', 'the file to write; by default FILE-LAYOUT.pdf beside the other')
    .option(...VERBOSE)
    .action(async (file: string, flags: ImposeFlags) => {
      end(await imposeVerb(file, flags));
    });
}

async function imposeVerb(file: string, { layout, out = usualName(file, layout), backCover, marks, verbose, ...settings }: ImposeFlags): Promise<number> {
  if (!existsSync(file)) {
    process.stderr.write(`There is no file ${file}.\n`);
    return EXIT.usage;
  }
  if (resolve(out) === resolve(file)) {
    process.stderr.write('The sheets cannot be written over the file whose pages they hold.\n');
    return EXIT.usage;
  }
  const [{ imposePdf }, { publish }] = await Promise.all([import('../pdf/finish/impose-pdf.js'), import('../pipeline/publish.js')]);
  const { value, diagnostics } = await imposePdf({
    bytes: readFileSync(file), name: basename(file), layout, tail: backCover, settings: { ...settings, marks: marks ? 'drawn' : 'none' },
  });
  tellFindings(diagnostics, verbose ? { verbose } : {}, (text) => process.stderr.write(`${text}\n`));
  if (!value) return EXIT.failed;
  publish({ folder: dirname(resolve(out)), files: [{ name: basename(out), bytes: value.bytes }] });
  process.stderr.write(`${COLOURS.bold(out)}  ${told(value)}\n`);
  return EXIT.built;
}

function usualName(file: string, layout: LayoutName): string {
  return join(dirname(file), `${basename(file, extname(file))}-${layout}.pdf`);
}

function told({ plan: { sheets, duplex, paper } }: Imposed): string {
  const count = `${sheets.length} sheet${sheets.length === 1 ? '' : 's'} of ${paper.width} x ${paper.height} mm`;
  return duplex === undefined ? `${count}, one side` : `${count}, both sides, turned over the ${duplex.replace('-', ' ')}`;
}

/** One of book.yml's readers for an option of the command line. */
function by<T>(reader: (written: string) => Reading<T>): (written: string) => T {
  return (written) => {
    const reading = reader(written);
    if ('value' in reading) return reading.value;
    throw new InvalidArgumentError(`${reading.fault.message} ${reading.fault.hint}`);
  };
}

function parseCount(written: string): number {
  if (/^[1-9]\d{0,3}$/.test(written)) return Number(written);
  throw new InvalidArgumentError(`"${written}" is not a number of things.`);
}
