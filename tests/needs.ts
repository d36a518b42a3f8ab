// Tests that need more of the machine than Node and npm: `test(name, needs('qpdf'), …)`. Where it lacks they
// are skipped, and tools/skip-reporter.js ends the run with one line for each reason. Where
// FOLDMARK_REFERENCE_TOOLS=required, a missing tool is an Error instead.
import { spawnSync } from 'node:child_process';
import type { TestOptions } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test is skipped, in the same words for all tests that lack the same thing. */
    skipped?: string;
  }
}

/** Each tool with the package of Debian that has it. */
const PACKAGES = {
  gs: 'ghostscript',
  java: 'default-jre-headless',
  mutool: 'mupdf-tools',
  qpdf: 'qpdf',
  pdffonts: 'poppler-utils',
  pdfimages: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
} as const;

export type Tool = keyof typeof PACKAGES;

/** Options of a test that runs these tools. */
export function needs(...tools: readonly Tool[]): TestOptions {
  const lack = tools.map(lackOf).find((one) => one !== undefined);
  if (lack !== undefined) refuseWhereRequired(lack);
  return needsThat(lack === undefined, lack ?? '');
}

/** Options of a test that the machine has to allow; `lack` completes "3 tests skipped: ". */
export function needsThat(holds: boolean, lack: string): TestOptions {
  return holds ? {} : { skip: true, meta: { skipped: lack } };
}

/** Options of a test that looks for processes and open files in /proc. */
export const NEEDS_LINUX = needsThat(process.platform === 'linux', 'only Linux has /proc');

/** Why tests that run this tool cannot run here; undefined when they can. */
export function lackOf(tool: Tool): string | undefined {
  const there = spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
  return there ? undefined : `${tool} is not installed (Debian: ${PACKAGES[tool]})`;
}

/** @throws where the reference tools are required. */
export function refuseWhereRequired(lack: string): void {
  if (process.env['FOLDMARK_REFERENCE_TOOLS'] === 'required')
    throw new Error(`${lack}, and is required here; .ci/run installs it.`);
}
