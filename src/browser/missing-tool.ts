// The one failure that is nobody's mistake in the book: no browser to print with.

/**
 * No usable browser was found, or the one that was asked for does not start. The command line answers with
 * exit code 4.
 */
export class MissingTool extends Error {
  override readonly name = 'MissingTool';
  /** Every place that was looked at, in order, and why it did not serve. */
  readonly looked: readonly string[];
  /** What to do about it. */
  readonly advice: string;

  constructor(
    looked: readonly string[],
    {
      advice = 'Install Chrome, Chromium or Edge, or name one with --browser PATH or FOLDMARK_BROWSER=PATH.',
      ...options
    }: ErrorOptions & { readonly advice?: string } = {},
  ) {
    super(
      ['No browser to print with. Looked at:', ...looked.map((place) => `  ${place}`), advice].join('\n'),
      options,
    );
    this.looked = looked;
    this.advice = advice;
  }
}
