// RUN: why a run of the command line ends without a report. The JSON of a failure carries these codes
// (docs/reference/command-line.md).
import type { Code } from './code-row.js';

export const RUN_CODES = {
  'RUN-001': {
    severity: 'error',
    exit: 2,
    title: 'The command line cannot be read',
    about:
      'An option or a command is unknown, an argument is missing, or there is one too many. `foldmark ' +
      'COMMAND --help` lists the options of a command.',
  },
  'RUN-002': {
    severity: 'error',
    exit: 2,
    title: 'Wrong value of an option',
    about:
      'An option got a value that it does not take: an unknown edition for `--only`, a word in place ' +
      'of a number for `--jobs`. The message names the option.',
  },
  'RUN-003': {
    severity: 'error',
    exit: 2,
    title: 'Parts of the command line do not go together',
    about:
      'Each part of the command line is right, and together they are not: two books with `--watch`, ' +
      'or two books with the same output folder.',
  },
  'RUN-004': {
    severity: 'error',
    exit: 2,
    title: 'No such file or folder',
    about:
      'The command line names a file or a folder that does not exist, cannot be read, or is a folder ' +
      'in place of a file or the reverse.',
  },
  'RUN-005': {
    severity: 'error',
    exit: 2,
    title: 'Wrong value of an environment variable',
    about: '`SOURCE_DATE_EPOCH` is a whole number of seconds since 1970. Unset it, or correct it.',
  },
  'RUN-006': {
    severity: 'error',
    exit: 2,
    title: 'There is a book already',
    about:
      'The folder that `foldmark init` was given holds a `book.yml`. Nothing in it was changed. Build ' +
      'that book, or begin another one in a new folder.',
  },
  'RUN-010': {
    severity: 'error',
    exit: 4,
    title: 'Node.js is too old',
    about: 'Foldmark needs Node.js 20.19 or later. Nothing was read or written.',
  },
  'RUN-011': {
    severity: 'error',
    exit: 4,
    title: 'No browser to print with',
    about:
      'PDFs are printed by Chrome, Chromium or Edge. The message lists where Foldmark looked, and why ' +
      'none of these served. An EPUB with a cover image of its own needs no browser.',
  },
  'RUN-020': {
    severity: 'error',
    title: 'The output could not be written',
    about:
      'The disk is full or read-only, or the folder belongs to another user. Files of an earlier ' +
      'build are as they were.',
  },
  'RUN-021': {
    severity: 'error',
    title: 'The system refused something',
    about:
      'The operating system refused a file, memory or a process: too many open files, no temporary ' +
      'folder, no permission. The message has its words.',
  },
  'RUN-030': {
    severity: 'error',
    title: 'The layout did not come to an end',
    about:
      'For thirty seconds nothing moved while the browser laid out or printed pages. A style that ' +
      'grows without end can cause this, and so can a machine that is much too busy.',
  },
  'RUN-031': {
    severity: 'error',
    title: 'The browser ended by itself',
    about: 'The browser crashed or was killed, most often because memory ran out. Nothing was written.',
  },
  'RUN-040': {
    severity: 'error',
    exit: 130,
    title: 'Interrupted',
    about: 'Control-C or another signal ended the run. Files of an earlier build are as they were.',
  },
  'RUN-050': {
    severity: 'error',
    title: 'Bug in Foldmark',
    about:
      'Foldmark failed in a way that no book should cause. The message says what it was doing. Set ' +
      'FOLDMARK_DEBUG=1 to see where, and report it with the book or the file.',
  },
} as const satisfies Readonly<Record<string, Code>>;
