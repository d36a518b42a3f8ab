// Which Node.js Foldmark needs. Loaded before all else, by whatever version there is: plain old JavaScript,
// no imports.

/** As "engines" in package.json says. */
const LEAST_MAJOR = 20;
const LEAST_MINOR = 19;

/**
 * One sentence for a Node.js that is too old; undefined for one that serves. @param version as in
 * process.versions.node
 */
export function refusedNode(version: string): string | undefined {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > LEAST_MAJOR || (major === LEAST_MAJOR && minor >= LEAST_MINOR)) return undefined;
  return (
    'Foldmark needs Node.js ' +
    String(LEAST_MAJOR) +
    '.' +
    String(LEAST_MINOR) +
    ' or later, and this is ' +
    version +
    '.'
  );
}

/** A failure before anything can be loaded that would know more about it. */
export interface EarlyFailure {
  readonly exit: number;
  readonly code: 'RUN-010' | 'RUN-021';
  readonly message: string;
  readonly hint: string;
}

export const NEWER_NODE =
  'Install a newer one from your system or from nodejs.org, and run the command again.';

/** Foldmark's own files are missing, or may not be opened. */
export function notLoaded(cause: unknown): EarlyFailure {
  const why = cause instanceof Error ? String(cause.message.split('\n')[0]) : String(cause);
  return {
    exit: 1,
    code: 'RUN-021',
    message: 'Files of Foldmark cannot be loaded: ' + why,
    hint: 'Install Foldmark again. Where many programs run at once, allow more open files: ulimit -n 1024.',
  };
}

/** Prints it as a line with its hint, or under --json as the failure of docs/reference/command-line.md. */
export function printEarly(failure: EarlyFailure, argv: readonly string[]): void {
  const end = argv.indexOf('--');
  const json = argv.indexOf('--json');
  if (json < 0 || (end >= 0 && end < json))
    process.stderr.write(
      'error ' + failure.code + ' ' + failure.message + '\n  hint: ' + failure.hint + '\n',
    );
  else
    process.stdout.write(
      JSON.stringify(
        {
          outcome: 'failed',
          exit: failure.exit,
          code: failure.code,
          message: failure.message,
          hint: failure.hint,
        },
        undefined,
        2,
      ) + '\n',
    );
}
