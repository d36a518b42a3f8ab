// `foldmark build`: runs a build, shows it, prints the report.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../pipeline/build.js';
import { cacheFolder } from '../cache/disk-cache.js';
import type { BuildOrder } from '../pipeline/build-order.js';
import type { Report } from '../pipeline/report/report.js';
import { formatResampled } from '../pipeline/report/format-resampled.js';
import { formatSize } from '../pipeline/report/format-size.js';
import { CODES } from '../model/codes.js';
import type { EditionName } from '../model/settings.js';
import type { Finding } from '../model/finding.js';
import { setActivity } from './activity.js';
import { EXIT } from './exit-codes.js';
import { moreFindings, plural, printFindings, type FindingFlags } from './findings.js';
import { onInterrupt } from './interrupts.js';
import { printJson } from './json-output.js';
import { TERMINAL_COLOURS, openTerminal } from './terminal.js';

export interface BuildFlags extends FindingFlags {
  readonly out: string;
  readonly only?: readonly EditionName[];
  readonly profile?: readonly string[];
  readonly icc?: string;
  readonly proof?: string;
  readonly browser?: string;
  readonly jobs?: number;
  readonly cache?: string | false;
  readonly sandbox: 'auto' | 'require';
  readonly patience: number;
  readonly watch?: true;
  readonly strict?: true;
  readonly keepGoing?: true;
  readonly json?: true;
  readonly quiet?: true;
}

export async function runBuild({
  folder,
  options,
}: {
  folder: string | undefined;
  options: BuildFlags;
}): Promise<number> {
  const screen = openTerminal({ quiet: options.quiet || options.json ? 'quiet' : 'talking' });
  const interrupted = onInterrupt();
  setActivity('preparing the build');
  try {
    const { report, diagnostics } = await build({
      ...orderOf(folder, options),
      progress: screen,
      signal: interrupted.signal,
    });
    screen.end();
    if (options.json) await printJson(report);
    else printReport({ report, diagnostics, options, say: screen.line });
    return exitCode(report);
  } finally {
    screen.end();
    interrupted.stop();
  }
}

/** What the command line asks for, without who hears of it. */
export function orderOf(
  folder: string | undefined,
  { profile, cache, patience, strict, ...options }: BuildFlags,
): BuildOrder {
  const { out, only, icc, proof, browser, jobs, sandbox, keepGoing } = options;
  return {
    folder: folder ?? bookFolderHere(),
    out,
    only,
    icc,
    proof,
    browser,
    jobs,
    sandbox,
    profiles: profile,
    cache: cache === false ? undefined : (cache ?? cacheFolder(process.cwd(), process.env)),
    patienceMs: patience * 1000,
    strictness: strict ? 'strict' : 'lenient',
    keepGoing,
  };
}

/** A clone of Foldmark keeps its book in manuscript/; elsewhere one stands in the book's own folder. */
function bookFolderHere(): string {
  return existsSync('book.yml') || !existsSync(join('manuscript', 'book.yml')) ? '.' : 'manuscript';
}

interface Telling {
  readonly report: Report;
  readonly diagnostics: readonly Finding[];
  readonly options: BuildFlags;
  readonly say: (line: string) => void;
}

export function printReport({ report, diagnostics, options, say }: Telling): void {
  printFindings(diagnostics, options, say);
  const more = moreFindings(diagnostics, options);
  if (report.outcome === 'failed') sayFailed(report, { options, say, more });
  if (options.proof !== undefined && !options.quiet)
    say(
      `${TERMINAL_COLOURS.bold(join(options.proof, 'index.html'))}  shows the pages and where the ` +
        'findings are',
    );
  if (options.quiet) return;
  for (const { file, pages, bytes, resampled = [] } of report.artifacts) {
    say(
      `${TERMINAL_COLOURS.bold(join(options.out, file))}  ` +
        `${pages === undefined ? '' : `${pages} pages, `}${formatSize(bytes)}`,
    );
    for (const images of resampled) say(`  ${formatResampled(images)}`);
  }
  if (report.outcome === 'failed') return;
  say(
    TERMINAL_COLOURS.dim(
      `${count(report, 'warning')}${more}; ${((report.milliseconds['total'] ?? 0) / 1000).toFixed(1)} ` +
        `s; ${join(options.out, 'report.json')} says more.`,
    ),
  );
}

/** Says which editions have no error, and how to have them. */
function sayFailed(
  report: Report,
  { options, say, more }: { options: BuildFlags; say: (line: string) => void; more: string },
): void {
  const found = `${count(report, 'error')}, ${count(report, 'warning')}${more}`;
  if (report.artifacts.length > 0) {
    say(TERMINAL_COLOURS.error(`Built in part: ${found}. Other files in ${options.out}/ are as they were.`));
    return;
  }
  say(TERMINAL_COLOURS.error(`Not built: ${found}. ${options.out}/ is as it was.`));
  const sound = report.sound ?? [];
  if (sound.length > 0)
    say(
      `No errors in: ${sound.join(', ')}. To have these now, add --keep-going, or --only ${sound.join(',')}.`,
    );
}

export function count(report: Report, severity: 'error' | 'warning'): string {
  return plural(report.diagnostics.filter((one) => one.severity === severity).length, severity);
}

/**
 * A mistake in book.yml, or a name of an option that book.yml does not know: exit 2, as for any wrong option.
 */
export function exitCode(report: Report): number {
  if (report.outcome === 'built') return EXIT.built;
  const errors = report.diagnostics.filter((one) => one.severity === 'error');
  return errors.length > 0 &&
    errors.every((one) => one.option !== undefined || CODES[one.code].exit === EXIT.usage)
    ? EXIT.usage
    : EXIT.failed;
}
