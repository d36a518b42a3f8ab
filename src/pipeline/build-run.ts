// One run of a build: its clock and its cache, all that was found on the way, and how it ends.
import { resolve } from 'node:path';
import type { Artifact } from '../model/artifact.js';
import type { Finding, Outcome } from '../model/finding.js';
import type { LineReport } from '../model/line-report.js';
import type { BuildOrder } from './build-order.js';
import { openDiskCache, type CountedCache } from '../cache/disk-cache.js';
import { countedSince, snapshot } from '../cache/hit-counter.js';
import { startClock, type Clock } from './clock.js';
import type { Proof } from './proof/make-proof.js';
import { publishProof } from './proof/publish-proof.js';
import { publish } from './publish.js';
import { soundArtifacts } from './sound-editions.js';
import { sortFindings } from './report/finding-order.js';
import { reportArtifact, reportFinding, type Report } from './report/report.js';
import { withoutSuppressed, type SuppressionMark } from './suppressions.js';
import { pause } from './cancellation.js';
import { VERSION } from '../shared/version.js';

export interface Built {
  readonly report: Report;
  readonly diagnostics: readonly Finding[];
}

/** What came of a book, before it is told. */
export interface Made {
  readonly outcome: Report['outcome'];
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
  readonly artifacts: readonly Artifact[];
  /** Files that others were made of. */
  readonly sources: readonly Artifact[];
  readonly lines: LineReport;
}

/** What came of a book that got no further than its settings. */
export const NO_FILES: Made = {
  outcome: 'failed',
  title: '',
  direction: 'ltr',
  artifacts: [],
  sources: [],
  lines: { paragraphs: [] },
};

export interface Run {
  readonly clock: Clock;
  readonly cache: CountedCache | undefined;
  /** Aborted when the build is to stop. */
  readonly signal: AbortSignal;
  /**
   * Between steps that compute without a pause: lets a signal come in, and ends the build when there was one.
   */
  pause(): Promise<void>;
  /** Keeps an outcome's diagnostics and passes its value on. */
  take<T>(outcome: Outcome<T>): T;
  /** From now on what is found in marked text is let stand. */
  suppress(marked: readonly SuppressionMark[]): void;
  /** Whether what was found so far forbids going on. */
  stopped(): boolean;
  /** All that was found so far, each once, with what is let stand. */
  found(): readonly Finding[];
  /** What is told of it, in that order. */
  reported(): readonly Finding[];
  /** Publishes what was made, unless the build failed, and the proof in any case. With `keepGoing` a build
   * that failed publishes its sound editions. */
  end(made: Made, proof: Proof | undefined): Built;
}

/** @param standing a cache that outlives the run, in place of the order's folder. */
export function startRun(order: BuildOrder, standing?: CountedCache): Run {
  const clock = startClock();
  const signal = order.signal ?? new AbortController().signal;
  const since = performance.now();
  const cache = standing ?? (order.cache === undefined ? undefined : openDiskCache(order.cache));
  const before = snapshot(cache?.counts ?? {});
  const found: Finding[] = [];
  const fatal = order.strictness === 'strict' ? ['error', 'warning'] : ['error'];
  let marked: readonly SuppressionMark[] = [];
  const reported = (): readonly Finding[] => sortFindings(withoutSuppressed(found, marked));
  return {
    clock,
    cache,
    signal,
    pause: () => pause(signal),
    take: (outcome) => {
      found.push(...outcome.diagnostics);
      return outcome.value;
    },
    suppress: (marks) => {
      marked = marks;
    },
    stopped: () => withoutSuppressed(found, marked).some((one) => fatal.includes(one.severity)),
    found: () => sortFindings(found),
    reported,
    end: ({ outcome, title, artifacts: printedBatches }, proof) => {
      const diagnostics = reported();
      const sound =
        outcome === 'built'
          ? printedBatches
          : soundArtifacts(
              diagnostics.filter(({ severity }) => fatal.includes(severity)),
              printedBatches,
            );
      const artifacts = outcome === 'built' || order.keepGoing === true ? sound : [];
      const milliseconds = { ...clock.spent, total: Math.round(performance.now() - since) };
      const report: Report = {
        foldmark: VERSION,
        outcome,
        title,
        artifacts: artifacts.map(reportArtifact),
        ...(outcome === 'built' ? {} : { sound: [...new Set(sound.map(({ edition }) => edition))] }),
        diagnostics: diagnostics.map((one) => reportFinding(one, proof?.pictures)),
        milliseconds,
        ...(cache === undefined ? {} : { cache: countedSince(before, cache.counts) }),
      };
      if (outcome === 'built') cache?.trim();
      if (outcome === 'built' || artifacts.length > 0)
        clock.time('publish', () => {
          publish({ folder: outFolder(order), files: [...artifacts, reportFile(report)] });
        });
      if (order.proof !== undefined && proof) publishProof(order.proof, proof.files);
      return {
        report: { ...report, milliseconds: { ...clock.spent, total: Math.round(performance.now() - since) } },
        diagnostics,
      };
    },
  };
}

function reportFile(report: Report): { readonly name: string; readonly bytes: Uint8Array } {
  return {
    name: 'report.json',
    bytes: new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`),
  };
}

export function outFolder({ out = 'dist' }: BuildOrder): string {
  return resolve(out);
}
