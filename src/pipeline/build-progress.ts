// What a build says of itself while it runs; who shows it, and how, is the caller's business.

/** A step of the work on one edition; `done` of `total` where pages can be counted. */
export interface ProgressStep {
  readonly edition: string;
  readonly doing: string;
  readonly done?: number;
  readonly total?: number;
}

export interface Progress {
  step(step: ProgressStep): void;
  /** Called once, when nothing more will be said. */
  end(): void;
}

export const NO_PROGRESS: Progress = { step: () => undefined, end: () => undefined };
