// Foldmark as a library: the command line's verbs as functions, with the same findings and the same report.
import type { EpubFile } from './check/epub/check-epub.js';
import { build as run } from './pipeline/build.js';
import type { BuildOrder } from './pipeline/build-order.js';
import type { PreflightOrder } from './pipeline/preflight-file.js';
import { reportFinding, type Report, type ReportedFinding } from './pipeline/report/report.js';

export { UsageError, type BuildOrder } from './pipeline/build-order.js';
export type { Progress, ProgressStep } from './pipeline/build-progress.js';
export type { Report, ReportedArtifact, ReportedFinding } from './pipeline/report/report.js';
export type { PreflightOrder } from './pipeline/preflight-file.js';
export type { EpubFile } from './check/epub/check-epub.js';
export type { EditionName } from './model/settings.js';

/**
 * Builds the book in a folder and answers with the report that is also written to the output folder.
 *
 * @example
 * import { build } from 'foldmark';
 * const report = await build({ folder: 'my-zine', out: 'dist', only: ['epub'] });
 * if (report.outcome === 'failed') for (const one of report.diagnostics) console.error(one.message);
 */
export async function build(order: BuildOrder): Promise<Report> {
  return (await run(order)).report;
}

/**
 * Checks any EPUB: EPUBCheck's rules, and Foldmark's own.
 *
 * @example
 * const findings = await check({ name: 'book.epub', bytes: await readFile('book.epub') });
 */
export async function check(file: EpubFile): Promise<readonly ReportedFinding[]> {
  // its validator compiles itself while it is loaded
  const { checkEpub } = await import('./check/epub/check-epub.js');
  return (await checkEpub(file)).map((one) => reportFinding(one));
}

/**
 * Checks any PDF against a printer's profile.
 *
 * @example const findings = await preflight({ name: 'book.pdf', bytes: await readFile('book.pdf'), profile:
 * 'kdp', folder: '.' });
 */
export async function preflight(order: PreflightOrder): Promise<readonly ReportedFinding[]> {
  const { preflight: examine } = await import('./pipeline/preflight-file.js');
  return (await examine(order)).map((one) => reportFinding(one));
}
