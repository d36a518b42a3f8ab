// The shape of one row in the tables of codes.

export interface Code {
  readonly severity: 'error' | 'warning' | 'info';
  /** The exit code of a run that fails with nothing but such findings. Default: 1. */
  readonly exit?: 2 | 4 | 130;
  /** Whether `{.stet}` on a block suppresses the finding there: matters of taste, and never a loss. */
  readonly suppressible?: true;
  /** A noun phrase or short sentence: what was found. */
  readonly title: string;
  /** Why it matters and what to do, for the reference. */
  readonly about: string;
}
