// Where whatever was thrown ends: one shape for every failure, printed as a line with its hint or as JSON.
import { BrowserLost } from '../browser/browser-lost.js';
import { MissingTool } from '../browser/missing-tool.js';
import { NoProgress } from '../browser/watchdog.js';
import { finding, type Finding } from '../model/finding.js';
import { UsageError } from '../pipeline/build-order.js';
import { stageOf } from '../pipeline/clock.js';
import { OutputUnwritable } from '../pipeline/output-access.js';
import { formatFinding, visible } from '../pipeline/report/format-finding.js';
import { VERSION } from '../shared/version.js';
import { lastActivity } from './activity.js';
import { EXIT } from './exit-codes.js';
import { Interrupted } from './interrupts.js';
import { hasPrintedJson, OutputLost, printJson, type outputOf } from './json-output.js';
import { notLoaded } from './required-node.js';
import { TERMINAL_COLOURS } from './terminal.js';

/** Why a run ended without a report: what `--json` prints in its place (docs/reference/command-line.md). */
export interface Failure {
  readonly foldmark: string;
  readonly outcome: 'failed';
  /** The exit code of the process, or what it would be for this book alone. */
  readonly exit: number;
  readonly code: Finding['code'];
  /** The option, the environment variable, or `command line`; absent where none of them is to blame. */
  readonly place?: string;
  readonly message: string;
  readonly hint: string;
  /** More of it, a line each: where Foldmark looked, and the words of the system. */
  readonly details?: readonly string[];
}

type Facts = Omit<Failure, 'foldmark' | 'outcome'>;

export function failureOf(cause: unknown): Failure {
  const { exit, code, place, message, hint, details = [] } = factsOf(cause);
  return {
    foldmark: VERSION,
    outcome: 'failed',
    exit,
    code,
    ...(place === undefined ? {} : { place }),
    message,
    hint,
    ...(details.length === 0 ? {} : { details }),
  };
}

/** Prints why the run ended and answers with its exit code. FOLDMARK_DEBUG adds the stack. */
export async function reportFailure(cause: unknown, output: ReturnType<typeof outputOf>): Promise<number> {
  const failure = failureOf(cause);
  if (output === 'text' || cause instanceof OutputLost)
    process.stderr.write(`${TERMINAL_COLOURS.error(formatFailure(failure))}\n`);
  else if (output === 'line' || !hasPrintedJson()) await printJson(failure, output);
  if (process.env['FOLDMARK_DEBUG']) process.stderr.write(stacksOf(cause));
  return failure.exit;
}

/** `--only error RUN-002 Unknown edition "papyrus".`, then its details and the hint, indented. */
export function formatFailure({ code, place, message, hint, details = [] }: Failure): string {
  if (code === 'RUN-040') return message; // who pressed Control-C knows
  const [first = '', ...rest] = formatFinding(
    finding(code, { message, hint, ...(place === undefined ? {} : { option: place }) }),
  ).split('\n');
  return [first, ...details.map((line) => `  ${visible(line)}`), ...rest].join('\n');
}

function factsOf(cause: unknown): Facts {
  if (cause instanceof UsageError) return { exit: EXIT.usage, message: cause.message, ...cause.fault };
  if (cause instanceof Interrupted)
    return {
      exit: EXIT.interrupted,
      code: 'RUN-040',
      message: 'Interrupted; nothing was written.',
      hint: 'Run the command again to go on.',
    };
  if (cause instanceof MissingTool)
    return {
      exit: EXIT.toolMissing,
      code: 'RUN-011',
      message: 'No browser to print with. Foldmark looked at:',
      hint: cause.advice,
      details: cause.looked,
    };
  if (cause instanceof OutputUnwritable)
    return {
      exit: EXIT.failed,
      code: 'RUN-020',
      message: cause.message,
      hint: 'Make room, or name another folder with --out.',
    };
  if (cause instanceof OutputLost)
    return {
      exit: EXIT.failed,
      code: 'RUN-020',
      message: cause.message,
      hint: 'Make room where it goes, or read report.json in the output folder.',
      details: causesOf(cause),
    };
  if (cause instanceof NoProgress)
    return {
      exit: EXIT.failed,
      code: 'RUN-030',
      message: cause.message,
      hint:
        'Look for a style that grows a page without end. Where the machine is only slow, give it more ' +
        'time: --patience 300.',
    };
  if (cause instanceof BrowserLost)
    return {
      exit: EXIT.failed,
      code: 'RUN-031',
      message: cause.message,
      hint: 'Close other programs, or use less memory with --jobs 1, and run the command again.',
      details: causesOf(cause),
    };
  if (isMissingModule(cause)) return notLoaded(cause);
  const doing = STAGES[stageOf(cause) ?? ''] ?? lastActivity();
  const refusal = refusalIn(cause);
  if (refusal !== undefined)
    return {
      exit: EXIT.failed,
      code: 'RUN-021',
      message: `The system refused something while Foldmark was ${doing}: ${refusal.message}.`,
      hint: hintOf(refusal.code),
    };
  return {
    exit: EXIT.failed,
    code: 'RUN-050',
    message: `Bug in Foldmark: it failed while it was ${doing}.`,
    hint:
      'Run the command again with FOLDMARK_DEBUG=1 to see where, and report it with the book or the ' +
      'file.',
    details: reasonsOf(cause),
  };
}

/** Source: Node.js, errors: ERR_MODULE_NOT_FOUND, and MODULE_NOT_FOUND of require(). */
function isMissingModule(cause: unknown): cause is Error {
  return (
    cause instanceof Error &&
    'code' in cause &&
    (cause.code === 'ERR_MODULE_NOT_FOUND' || cause.code === 'MODULE_NOT_FOUND')
  );
}

/** What Foldmark does in the stages of a build in which no pages are counted. */
const STAGES: Readonly<Record<string, string>> = {
  read: 'reading the book',
  assemble: 'putting the chapters together',
  compose: 'filling in templates and styles',
  check: 'checking what it made',
  publish: 'writing the files',
  proof: 'drawing the proof',
};

interface Refusal extends Error {
  readonly code: string;
}

/**
 * The operating system's own error, among the causes. Source: Node.js, errors, system errors have a
 * `syscall`.
 */
function refusalIn(cause: unknown): Refusal | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ('syscall' in cause && 'code' in cause && typeof cause.code === 'string') return cause as Refusal;
  // a module that could not be loaded has lost its code
  const emfile = /^(E[A-Z]{3,}): /.exec(cause.message)?.[1];
  if (emfile !== undefined) return Object.assign(cause, { code: emfile });
  return refusalIn(cause.cause);
}

function hintOf(code: string): string {
  return HINTS[code] ?? 'Look whether the file or folder is there and belongs to this user.';
}

const HINTS: Readonly<Record<string, string>> = {
  EMFILE: 'Allow more open files: ulimit -n 1024.',
  ENFILE: 'Close other programs: the system has no more open files to give.',
  ENOMEM: 'Close other programs, or use less memory with --jobs 1.',
  ENOSPC: 'Make room on the disk, also for temporary files.',
  EAGAIN: 'Close other programs: the system has no more processes to give.',
};

/** The error and its causes, outermost first, with their kinds. */
function reasonsOf(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) return [String(cause)];
  return [`${cause.name}: ${firstLine(cause.message)}`, ...causesOf(cause)];
}

function causesOf({ cause }: Error): readonly string[] {
  return cause === undefined ? [] : reasonsOf(cause);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function stacksOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  return `${cause.stack ?? ''}\n${cause.cause === undefined ? '' : stacksOf(cause.cause)}`;
}
