// Reads the values of options. A wrong one is a UsageError with the option's name as its place.
import type { ParsedValue } from '../config/values/parsed-value.js';
import { EDITION_NAMES, type EditionName } from '../model/settings.js';
import { UsageError } from '../pipeline/build-order.js';

type Parser<T> = (written: string) => T;

function wrongValue(option: string, message: string, hint: string): UsageError {
  return new UsageError(message, { code: 'RUN-002', place: option, hint });
}

/** A file or a folder; what looks like the next option is none, and the value was forgotten. */
export function readPath(option: string): Parser<string> {
  return (written) => {
    if (written !== '' && !written.startsWith('--')) return written;
    throw wrongValue(
      option,
      'No value is given.',
      `Write one after ${option}; a name that begins with a hyphen as ./${written || 'name'}.`,
    );
  };
}

/** `kdp, kobo` */
export function readNames(option: string): Parser<readonly string[]> {
  return (written) => {
    const names = readPath(option)(written)
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    if (names.length > 0) return names;
    throw wrongValue(
      option,
      'No name is given.',
      `Name one, or several with commas between: ${option} kdp,kobo.`,
    );
  };
}

export function readEditions(option: string): Parser<readonly EditionName[]> {
  const read = readChoice(option, EDITION_NAMES, 'edition');
  return (written) => readNames(option)(written).map(read);
}

/** One of a few words. @param kind what they are, for the message */
export function readChoice<T extends string>(option: string, choices: readonly T[], kind: string): Parser<T> {
  return (written) => {
    const found = choices.find((one) => one === written);
    if (found !== undefined) return found;
    throw wrongValue(option, `Unknown ${kind} "${written}".`, `Use one of ${choices.join(', ')}.`);
  };
}

export function readWhole(option: string, { least, most }: { least: number; most: number }): Parser<number> {
  return (written) => {
    const value = Number(written);
    if (/^\d+$/.test(written) && value >= least && value <= most) return value;
    throw wrongValue(
      option,
      `"${written}" is not a whole number from ${least} to ${most}.`,
      `Write a number: ${option} ${least === 0 ? 1 : least + 1}.`,
    );
  };
}

export function readSeconds(option: string): Parser<number> {
  return (written) => {
    const seconds = Number(written);
    if (seconds > 0 && seconds < 1e6) return seconds;
    throw wrongValue(option, `"${written}" is not a number of seconds.`, `Write a number: ${option} 60.`);
  };
}

/** One of book.yml's readers, for an option. */
export function readAs<T>(option: string, reader: (written: string) => ParsedValue<T>): Parser<T> {
  return (written) => {
    const reading = reader(written);
    if ('value' in reading) return reading.value;
    throw wrongValue(option, reading.fault.message, reading.fault.hint);
  };
}
