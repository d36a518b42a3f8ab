// What only several lines together show: ladders of hyphens, rivers, words under themselves. Each run is told
// once.
import { finding, type Finding } from '../../model/finding.js';
import type { LineFact, ParagraphFact } from '../../model/line-report.js';
import type { LineThresholds } from './thresholds.js';
import { quote, REWORD } from './line-messages.js';

/** What was found, and the line that it begins on; a river's last. */
export interface RunFinding {
  readonly line: LineFact;
  readonly found: Finding;
}

export function checkRuns({ lines }: ParagraphFact, thresholds: LineThresholds): readonly RunFinding[] {
  return [...ladders(lines, thresholds), ...rivers(lines, thresholds), ...stacks(lines, thresholds)];
}

function ladders(lines: readonly LineFact[], { hyphensRunning }: LineThresholds): readonly RunFinding[] {
  return runsOf(lines, (line) =>
    line.end === 'hyphen' || line.end === 'hard-hyphen' ? 'hyphen' : '',
  ).flatMap(({ length, first }) =>
    length > hyphensRunning
      ? [
          {
            line: first,
            found: finding('LINE-005', {
              message: `${length} lines in a row end in a hyphen, from ${quote(first)} on.`,
              hint: REWORD,
            }),
          },
        ]
      : [],
  );
}

/** Where the author begins and ends lines, as in verse, what stands in a row is the author's. */
function stacks(lines: readonly LineFact[], { stack }: LineThresholds): readonly RunFinding[] {
  const edges = [
    {
      name: 'begin',
      word: (line: LineFact, index: number) =>
        lines[index - 1]?.end === 'forced' ? undefined : wordsOf(line)[0],
    },
    { name: 'end', word: (line: LineFact) => (line.end === 'forced' ? undefined : wordsOf(line).at(-1)) },
  ];
  return edges.flatMap(({ name, word }) =>
    runsOf(lines, (line, index) => bare(word(line, index) ?? '')).flatMap(({ length, value, first }) =>
      length >= stack
        ? [
            {
              line: first,
              found: finding('LINE-010', {
                message: `${length} lines running ${name} with “${value}”.`,
                hint: REWORD,
              }),
            },
          ]
        : [],
    ),
  );
}

function wordsOf({ text }: LineFact): readonly string[] {
  return text.trim().split(/\s+/);
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

interface Run {
  readonly value: string;
  readonly length: number;
  readonly first: LineFact;
}

/** Lines running that share a value; lines whose value is empty make no run. */
function runsOf(
  lines: readonly LineFact[],
  valueOf: (line: LineFact, index: number) => string,
): readonly Run[] {
  const runs: Run[] = [];
  let before = '';
  for (const [index, line] of lines.entries()) {
    const value = valueOf(line, index);
    const run = runs.at(-1);
    if (value !== '' && run && value === before) runs[runs.length - 1] = { ...run, length: run.length + 1 };
    else if (value !== '') runs.push({ value, length: 1, first: line });
    before = value;
  }
  return runs;
}

/**
 * A gap goes on where the next line has one under it; a river is a gap that goes on for long, in lines that
 * are loose.
 */
function rivers(lines: readonly LineFact[], { river }: LineThresholds): readonly RunFinding[] {
  const found: RunFinding[] = [];
  let flowing: readonly { readonly at: number; readonly length: number }[] = [];
  for (const line of lines) {
    const loose = (line.space ?? 1) >= river.space ? line.gaps : [];
    flowing = loose.map((at) => ({
      at,
      length:
        1 +
        Math.max(
          0,
          ...flowing.filter((above) => Math.abs(above.at - at) <= river.drift).map((above) => above.length),
        ),
    }));
    if (flowing.some(({ length }) => length === river.lines))
      found.push({
        line,
        found: finding('LINE-009', {
          message: `A river of ${river.lines} lines ends in ${quote(line)}.`,
          hint: REWORD,
        }),
      });
  }
  return found;
}
