// Printers' profiles: data files of styles/profiles/, the book's own before Foldmark's, and what the book
// wants otherwise.
import type { BookConfig } from '../model/settings.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { PrinterProfile, PrintingCondition } from '../model/profile.js';
import type { SourcePath, Span } from '../model/source-span.js';
import type { World } from '../model/world.js';
import { readBySchema } from './validate-tree.js';
import { readSettings } from './settings-file.js';
import { inOrder } from './sort-findings.js';
import { given } from './metadata.js';
import { profileSchema, type ProfileFile } from './schema/profile.js';
import { closest } from './decode-text.js';
import { didYouMean } from './values/parsed-value.js';
import { POINTS_PER_MM } from '../shared/units.js';

const FOLDER = 'styles/profiles';
/** What a book that names no printer is made for. */
const USUAL_PROFILE = 'usual';

/**
 * The printers that a book is made for, at least one. Without a profile it is the book's own bleed and marks,
 * and the name is empty. Findings: PRINT-001 to PRINT-004, and those of any settings file.
 */
export function readProfiles(world: World, { print }: BookConfig): Outcome<readonly PrinterProfile[]> {
  const wanted: BookConfig['print']['profiles'] =
    print.profiles.length === 0 ? [{ name: USUAL_PROFILE, at: print.instead.at }] : print.profiles;
  const read = wanted.map((one) => readProfile(world, { ...one, instead: print.instead }));
  const printers = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const own =
    print.profiles.length === 0
      ? printers.map((one) => ({
          ...one,
          name: '',
          marks: print.marks,
          bleed: { width: print.bleed, edges: 'all' as const },
        }))
      : printers;
  return outcome(own, [...read.flatMap(({ diagnostics }) => diagnostics), ...noMargins(print, own)]);
}

function noMargins(
  { marginsBy, instead: { at } }: BookConfig['print'],
  printers: readonly PrinterProfile[],
): readonly Finding[] {
  if (
    marginsBy === undefined ||
    printers.some(({ margins }) => margins.inside.length > 0 || margins.outside !== undefined)
  )
    return [];
  return [
    finding('PRINT-004', {
      message: "The margins are to be the printers', and no printer of the book asks for any.",
      at,
      hint: 'Name a printer, as in print: { profile: kdp, margins: by-profile }, or write the margins.',
    }),
  ];
}

export interface ProfileOrder {
  readonly name: string;
  /** Where it was asked for. */
  readonly at: Span;
  /** The option of the command line that asked for it. */
  readonly option?: string;
  readonly instead: BookConfig['print']['instead'];
}

/** One printer's profile by its name; undefined when there is none, or nothing can be read from it. */
export function readProfile(
  world: World,
  { name, at, option, instead }: ProfileOrder,
): Outcome<PrinterProfile | undefined> {
  const path = `${FOLDER}/${name}.yml`;
  const from = world.book.list(FOLDER).includes(path) ? world.book : world.home;
  const file = readSettings(from, {
    path,
    missing: [noProfile(world, { name, ...(option === undefined ? { at } : { option }) })],
  });
  if (!file.value) return outcome(undefined, file.diagnostics);
  const read = readBySchema(file.value, { schema: profileSchema });
  const diagnostics = inOrder([...file.diagnostics, ...read.diagnostics]);
  if (!read.value) return outcome(undefined, diagnostics);
  const settled = settledProfile(read.value.value, { name, instead });
  const condition = readCondition(world, { file: settled, instead });
  const profile = profileOf(settled, { name, ...(condition.value ? { condition: condition.value } : {}) });
  return outcome(profile, [
    ...diagnostics,
    ...condition.diagnostics,
    ...mismatches(profile, { at, conditionFailed: condition.diagnostics.length > 0 }),
  ]);
}

function noProfile(
  world: World,
  { name, ...where }: { name: string } & Pick<Finding, 'at' | 'option'>,
): Finding {
  const known = [...world.book.list(FOLDER), ...world.home.list(FOLDER)].flatMap(
    (file) => /([^/]+)\.yml$/.exec(file)?.[1] ?? [],
  );
  return finding('PRINT-001', {
    message: `There is no printer profile called "${name}".`,
    ...where,
    hint: didYouMean(closest(name, known), `Use one of ${[...new Set(known)].sort().join(', ')}.`),
  });
}

/** What the book wants otherwise, laid over what the printer asks for. */
function settledProfile(file: ProfileFile, { instead }: Pick<ProfileOrder, 'name' | 'instead'>): ProfileFile {
  return {
    ...file,
    ...given({ colour: instead.colour, standard: instead.standard, inks: instead.inks && [...instead.inks] }),
  };
}

/** The condition's ICC profile: the book's file, else Foldmark's. Only four inks will do. */
function readCondition(
  world: World,
  { file, instead }: { file: ProfileFile; instead: ProfileOrder['instead'] },
): Outcome<PrintingCondition | undefined> {
  const found = customCondition(world, instead) ?? ownCondition(world, file.condition);
  if (!found) return outcome(undefined);
  const problem =
    found.bytes === undefined
      ? 'cannot be read'
      : isFourInks(found.bytes)
        ? undefined
        : 'describes no printing with four inks';
  if (problem === undefined && found.bytes)
    return outcome({
      identifier: found.identifier,
      icc: found.bytes,
      ...(found.identifier === CUSTOM ? { file: found.path } : {}),
    });
  return outcome(undefined, [
    finding('PRINT-002', {
      message: `The ICC profile ${found.path} ${problem ?? ''}.`,
      ...(instead.handedIcc
        ? { option: '--icc', hint: "Name the file of your printer's CMYK profile." }
        : {
            at: instead.at,
            hint:
              "Put the printer's CMYK profile into the book's folder and name it: print: { icc: " +
              'printer.icc }, or name any file with --icc.',
          }),
    }),
  ]);
}

interface FoundCondition {
  readonly path: SourcePath;
  readonly identifier: string;
  readonly bytes: Uint8Array | undefined;
}

/** As PDF/X calls a condition that no registry knows. */
const CUSTOM = 'Custom';

/** The command line's ICC profile, else the book's. */
function customCondition(
  world: World,
  { icc, handedIcc }: ProfileOrder['instead'],
): FoundCondition | undefined {
  if (handedIcc) return { path: handedIcc.path, identifier: CUSTOM, bytes: handedIcc.bytes };
  return icc === undefined
    ? undefined
    : { path: icc, identifier: CUSTOM, bytes: bytesIn(world.book.read(icc)) };
}

function bytesIn(read: ReturnType<World['home']['read']>): Uint8Array | undefined {
  return 'bytes' in read ? read.bytes : undefined;
}

function ownCondition(world: World, condition: ProfileFile['condition']): FoundCondition | undefined {
  if (!condition) return undefined;
  const path = `${FOLDER}/icc/${condition.icc}`;
  const inBook = world.book.read(path);
  return { path, identifier: condition.name, bytes: bytesIn(inBook) ?? bytesIn(world.home.read(path)) };
}

/** ICC.1, 7.2: the signature, the colour space, and a device that prints. */
function isFourInks(icc: Uint8Array): boolean {
  const word = (at: number): string => String.fromCharCode(...icc.subarray(at, at + 4));
  return word(36) === 'acsp' && word(16) === 'CMYK' && word(12) === 'prtr';
}

function mismatches(
  { colour, standard, condition, inks, name }: PrinterProfile,
  { at, conditionFailed }: { at: Span; conditionFailed: boolean },
): readonly Finding[] {
  const say = (message: string, hint: string): Finding => finding('PRINT-004', { message, at, hint });
  const twice = inks.find(
    (one, index) =>
      inks.findIndex((other) => other.name === one.name || other.display === one.display) !== index,
  );
  const odd = inks.find((one) => !/^[a-z0-9][a-z0-9-]*$/.test(one.name));
  return [
    ...(standard !== 'none' && (colour === 'rgb' || colour === 'spot')
      ? [
          say(
            `The profile "${name}" wants ${colour} colours and PDF/X, which knows printing inks only.`,
            'Set colour: gray or cmyk, or standard: none.',
          ),
        ]
      : []),
    ...((colour === 'cmyk' || standard !== 'none') && !condition && !conditionFailed
      ? [
          say(
            `The profile "${name}" names no printing condition.`,
            'Give it a condition with an ICC profile, or set print: icc in book.yml.',
          ),
        ]
      : []),
    ...(colour === 'spot' && inks.length === 0
      ? [
          say(
            'There are no inks to separate into.',
            'Name them in book.yml: print: { inks: [{ name: black, display: "#000000" }] }.',
          ),
        ]
      : []),
    ...(odd
      ? [
          finding('PRINT-003', {
            message: `Each ink has a PDF of its own, and "${odd.name}" cannot be part of the name of a file.`,
            at,
            hint: 'Use small letters, digits and hyphens: fluorescent-pink.',
          }),
        ]
      : []),
    ...(twice
      ? [
          finding('PRINT-003', {
            message: `Two inks have the name or the colour of "${twice.name}".`,
            at,
            hint: 'Give each ink a name and a colour of its own.',
          }),
        ]
      : []),
  ];
}

function profileOf(
  file: ProfileFile,
  { name, condition }: { name: string; condition?: PrintingCondition },
): PrinterProfile {
  const { margins = {}, pages = {} } = file;
  return {
    name,
    title: file.title,
    ...given({
      source: file.source,
      verifiedOn: file['verified-on'],
      inkLimit: file['ink-limit'],
      condition,
      smallestType: file['smallest-type'] && file['smallest-type'] * POINTS_PER_MM,
      largestMegabytes: file['largest-megabytes'],
    }),
    bleed: file.bleed,
    marks: file.marks,
    colour: file.colour,
    standard: file.standard,
    inks: file.inks ?? [],
    margins: {
      inside: (margins.inside ?? []).map((one) => ({ upTo: one['up-to'], least: one.least })),
      ...given({ outside: margins.outside }),
    },
    pages: given({
      least: pages.least,
      most: pages.most,
      multiple: pages.multiple,
      blankRun: pages['blank-run'],
    }),
    images: {
      least: file.images.least,
      good: file.images.good,
      ...given({ most: file.images.most, refused: file.images.refused }),
    },
    finestLine: file['finest-line'] * POINTS_PER_MM,
  };
}
