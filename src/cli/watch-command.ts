// `foldmark build --watch`: builds after each change and says of each build when it was done and how long it
// took.
import type { Built } from '../pipeline/build-run.js';
import type { Progress } from '../pipeline/build-progress.js';
import { openHistory, type FindingHistory } from '../pipeline/report/finding-changes.js';
import { formatLine } from '../pipeline/report/format-finding.js';
import { watch } from '../pipeline/watch/watch.js';
import { count, orderOf, type BuildFlags } from './build-command.js';
import { EXIT } from './exit-codes.js';
import { reportFailure } from './failure.js';
import { moreFindings, printFindings } from './findings.js';
import { Interrupted, onInterrupt } from './interrupts.js';
import { printJson } from './json-output.js';
import { TERMINAL_COLOURS, openTerminal, type Terminal } from './terminal.js';

/** Ends with Control-C, by the exit code of what is interrupted. */
export async function runWatch({
  folder,
  options,
}: {
  folder: string | undefined;
  options: BuildFlags;
}): Promise<number> {
  const screens = openScreens(options);
  const interrupted = onInterrupt();
  const order = orderOf(folder, options);
  const history = openHistory();
  try {
    return await watch({
      ...order,
      progress: screens.progress,
      signal: interrupted.signal,
      built: (built) => {
        const say = screens.next();
        if (options.json) void printJson(built.report, 'line');
        else tellBuilt(built, { say, options, history, folder: order.folder });
      },
      failed: (reason) => {
        screens.next();
        void reportFailure(reason, options.json ? 'line' : 'text');
      },
    });
  } catch (reason) {
    screens.next();
    if (!(reason instanceof Interrupted)) throw reason;
    process.stderr.write('Interrupted; the files are those of the last build.\n');
    return EXIT.interrupted;
  } finally {
    interrupted.stop();
  }
}

/** A screen for each build; where there is no terminal, only what came of it is told. */
function openScreens({ quiet, json }: BuildFlags): { readonly progress: Progress; next(): Terminal['line'] } {
  const open = (): Terminal =>
    openTerminal({ quiet: quiet || json || !process.stderr.isTTY ? 'quiet' : 'talking' });
  let screen = open();
  return {
    progress: {
      step: (step) => {
        screen.step(step);
      },
      end: () => {
        screen.end();
      },
    },
    next: () => {
      screen.end();
      const { line } = screen;
      screen = open();
      return line;
    },
  };
}

interface Telling {
  readonly say: (line: string) => void;
  readonly options: BuildFlags;
  readonly history: FindingHistory;
  readonly folder: string;
}

/**
 * What is new and what is gone; errors that forbid to build in any case, and with `--verbose` all that was
 * found.
 */
function tellBuilt({ report, diagnostics }: Built, { say, options, history, folder }: Telling): void {
  const { fresh, gone, isFirst } = history.next(diagnostics, report.outcome);
  const told = options.verbose
    ? diagnostics
    : diagnostics.filter((one) => one.severity === 'error' || fresh.includes(one));
  for (const one of gone) say(TERMINAL_COLOURS.dim(`gone: ${formatLine(one)}`));
  printFindings(told, options, say);
  const since =
    isFirst || fresh.length + gone.length === 0 ? '' : ` (${fresh.length} new, ${gone.length} gone)`;
  const warnings = `${count(report, 'warning')}${since}${moreFindings(told, options)}`;
  const time = new Date().toTimeString().slice(0, 8);
  const took = `${((report.milliseconds['total'] ?? 0) / 1000).toFixed(2)} s`;
  if (report.outcome === 'failed')
    say(
      TERMINAL_COLOURS.error(
        `${time} ${report.artifacts.length > 0 ? 'Built in part' : 'Not built'}: ` +
          `${count(report, 'error')}, ` +
          `${warnings}; ${took}. Other files in ${options.out}/ are as they were.`,
      ),
    );
  else if (!options.quiet)
    say(
      TERMINAL_COLOURS.bold(
        `${time} Built: ${files(report.artifacts.length)} in ${options.out}/, ${warnings}; ${took}. ` +
          `Watching ${folder}.`,
      ),
    );
}

function files(count: number): string {
  return `${count} file${count === 1 ? '' : 's'}`;
}
