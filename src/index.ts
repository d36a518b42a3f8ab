// Foldmark as a library: the same build as the command line's, the same report.
import { build as run } from './pipeline/build.js';
import type { BuildOrder } from './pipeline/build-order.js';
import type { Report } from './pipeline/report/report.js';

export type { BuildOrder } from './pipeline/build-order.js';
export type { Progress, Step } from './pipeline/build-progress.js';
export type { Report, ReportedArtifact, ReportedDiagnostic } from './pipeline/report/report.js';
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
