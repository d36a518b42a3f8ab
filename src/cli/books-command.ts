// `foldmark build a b c`: several books, told one after the other when all are done.
import { buildBooks, type BookEnd } from '../pipeline/build-books.js';
import { exitCode, orderOf, printReport, type BuildFlags } from './build-command.js';
import { failureOf, formatFailure } from './failure.js';
import { plural } from './findings.js';
import { onInterrupt } from './interrupts.js';
import { printJson } from './json-output.js';
import { TERMINAL_COLOURS, openTerminal, type Terminal } from './terminal.js';

/** Answers with the highest of the books' exit codes. */
export async function runBooks({
  folders,
  options,
}: {
  folders: readonly string[];
  options: BuildFlags;
}): Promise<number> {
  const screen = openTerminal({ quiet: options.quiet || options.json ? 'quiet' : 'talking' });
  const interrupted = onInterrupt();
  const begin =
    options.quiet || options.json
      ? undefined
      : (folder: string): void => {
          screen.line(TERMINAL_COLOURS.bold(`${folder}:`));
        };
  try {
    const ends = await buildBooks({
      ...orderOf(undefined, options),
      folders,
      begin,
      progress: screen,
      signal: interrupted.signal,
    });
    screen.end();
    if (options.json) await printJson(ends.map(reportOf));
    else {
      for (const end of ends) tellEnd(end, { options, say: screen.line });
      if (!options.quiet) screen.line(TERMINAL_COLOURS.dim(`\n${allTold(ends)}`));
    }
    return Math.max(...ends.map(codeOf));
  } finally {
    screen.end();
    interrupted.stop();
  }
}

function reportOf(end: BookEnd): object {
  const { folder, out } = end;
  if ('built' in end) return { folder, out, ...end.built.report };
  return { folder, out, ...failureOf(end.failure) };
}

function tellEnd(end: BookEnd, { options, say }: { options: BuildFlags; say: Terminal['line'] }): void {
  say(TERMINAL_COLOURS.bold(`\n${end.folder}`));
  if ('built' in end) printReport({ ...end.built, options: { ...options, out: end.out }, say });
  else say(TERMINAL_COLOURS.error(formatFailure(failureOf(end.failure))));
}

/** `3 books: 2 built, 1 not built; 1 error, 12 warnings.` */
function allTold(ends: readonly BookEnd[]): string {
  const reports = ends.flatMap((end) => ('built' in end ? [end.built.report] : []));
  const built = reports.filter(({ outcome }) => outcome === 'built').length;
  const count = (severity: 'error' | 'warning'): string =>
    plural(
      reports.flatMap(({ diagnostics }) => diagnostics).filter((one) => one.severity === severity).length,
      severity,
    );
  return (
    `${plural(ends.length, 'book')}: ${built} built, ${ends.length - built} not built; ` +
    `${count('error')}, ${count('warning')}.`
  );
}

function codeOf(end: BookEnd): number {
  return 'built' in end ? exitCode(end.built.report) : failureOf(end.failure).exit;
}
