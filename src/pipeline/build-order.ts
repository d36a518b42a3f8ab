// What a build is asked to do.
import type { EditionName } from '../model/settings.js';
import type { SandboxWish } from '../browser/sandbox-wish.js';
import type { Progress } from './build-progress.js';

export interface BuildOrder {
  /** The folder that holds book.yml. */
  readonly folder: string;
  /** Where the files go; made when missing. Default `dist`. */
  readonly out?: string | undefined;
  /** The editions to make; default all. */
  readonly only?: readonly EditionName[] | undefined;
  /** The printers to make files for; default: what book.yml says. */
  readonly profiles?: readonly string[] | undefined;
  /** An ICC profile of four inks, in place of the printers' and book.yml's. */
  readonly icc?: string | undefined;
  /**
   * A folder for the proof: pages as pictures with the findings marked, and a page that lists them; default:
   * none is made.
   */
  readonly proof?: string | undefined;
  /**
   * The browser to use: a path, or `bundled`, the one that npm brings along; default: FOLDMARK_BROWSER, an
   * installed one, the bundled one.
   */
  readonly browser?: string | undefined;
  /** `require`: no build rather than a browser without its sandbox. Default `auto`. */
  readonly sandbox?: SandboxWish | undefined;
  /** How long layout may stand still before it counts as endless, in milliseconds; default 30 s. */
  readonly patienceMs?: number | undefined;
  /**
   * How many tabs lay out pages side by side; it changes nothing but the time. Default: as many as there are
   * processors.
   */
  readonly jobs?: number | undefined;
  /** The folder that keeps what was laid out and printed; default: nothing is kept. */
  readonly cache?: string | undefined;
  /** `strict`: warnings fail the build as errors do. */
  readonly strictness?: 'strict' | 'lenient' | undefined;
  /** Whether sound editions are published although another has errors. The build still fails. */
  readonly keepGoing?: boolean | undefined;
  readonly progress?: Progress | undefined;
  /** Aborting it ends the build with the signal's reason; nothing is written. */
  readonly signal?: AbortSignal | undefined;
}

/** What is asked of one book: the browser is the session's. */
export type BookOrder = Omit<BuildOrder, 'browser' | 'sandbox' | 'patienceMs'>;

/** Which of the caller's words is wrong, and what to write instead. */
export interface UsageFault {
  readonly code: 'RUN-001' | 'RUN-002' | 'RUN-003' | 'RUN-004' | 'RUN-005' | 'RUN-006';
  /** `command line`, or the option or environment variable: `--out`. */
  readonly place: string;
  readonly hint: string;
}

/** Foldmark was called with something that cannot be; the command line exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    readonly fault: UsageFault,
  ) {
    super(message);
  }
}
