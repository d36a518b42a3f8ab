// The report of a run: what dist/report.json and --json say, and what the library's build() returns.
import { EDITIONS } from '../../model/media.js';
import { createHash } from 'node:crypto';
import type { DiagnosticCode } from '../../model/codes.js';
import type { Artifact, ResampledImages } from '../../model/artifact.js';
import type { Finding } from '../../model/finding.js';
import type { Count, Counts } from '../../cache/hit-counter.js';

/** One file that the build made. */
export interface ReportedArtifact {
  readonly file: string;
  readonly edition: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Pages of a PDF; absent for an EPUB. */
  readonly pages?: number;
  /** Images of a PDF that were given fewer pixels, because their places show no more. */
  readonly resampled?: readonly ResampledImages[];
  /** Milliseconds by stage. */
  readonly milliseconds: Readonly<Record<string, number>>;
}

/** A diagnostic, flat, as other tools like to read it. Lines and columns are 1-based. */
export interface ReportedFinding {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The option of the command line that it speaks of: `--profile`. */
  readonly option?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
  readonly artifact?: string;
  readonly page?: string;
  /** Its line, counted from the head of the text. */
  readonly pageLine?: number;
  /** A picture of the place, in the folder of the proof. */
  readonly picture?: string;
  /** Other places that it speaks of. */
  readonly related?: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

export interface Report {
  readonly foldmark: string;
  /** `built`: the files are in place. `failed`: nothing was written, but for `--keep-going`. */
  readonly outcome: 'built' | 'failed';
  readonly title: string;
  /** The files that were written. A build that failed writes some only with `--keep-going`. */
  readonly artifacts: readonly ReportedArtifact[];
  /** Of a build that failed: the editions that no error is about. */
  readonly sound?: readonly string[];
  readonly diagnostics: readonly ReportedFinding[];
  /**
   * Milliseconds by stage of the whole run. The file itself was written before `publish` and the end of
   * `total` were known.
   */
  readonly milliseconds: Readonly<Record<string, number>>;
  /**
   * What was found in the cache and what was made, in all and by kind (docs/internals/speed.md); absent when
   * there is none.
   */
  readonly cache?: Count & { readonly kinds: Counts };
}

export function reportArtifact(artifact: Artifact): ReportedArtifact {
  return {
    file: artifact.name,
    edition: artifact.edition,
    bytes: artifact.bytes.length,
    sha256: createHash('sha256').update(artifact.bytes).digest('hex'),
    ...(EDITIONS[artifact.edition].holds === 'documents' || !artifact.pages
      ? {}
      : { pages: artifact.pages.pages.length }),
    ...(artifact.resampled === undefined ? {} : { resampled: artifact.resampled }),
    milliseconds: artifact.spent,
  };
}

/** `pictures`: those of a proof, by what they show. */
export function reportFinding(
  diagnostic: Finding,
  pictures: ReadonlyMap<Finding, string> = new Map(),
): ReportedFinding {
  const picture = pictures.get(diagnostic);
  const { code, severity, message, at, option, hint, seen, related } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(option === undefined ? {} : { option }),
    ...(at ? { file: at.path, line: at.line } : {}),
    ...(at?.column === undefined ? {} : { column: at.column }),
    ...(hint === undefined ? {} : { hint }),
    ...(seen === undefined
      ? {}
      : {
          artifact: seen.artifact,
          ...(seen.page === undefined ? {} : { page: seen.page }),
          ...(seen.line === undefined ? {} : { pageLine: seen.line }),
        }),
    ...(picture === undefined ? {} : { picture }),
    ...(related === undefined || related.length === 0
      ? {}
      : { related: related.map((one) => ({ file: one.at.path, line: one.at.line, message: one.message })) }),
  };
}
