// The evenness of whole chapters: what no single line shows.
import { finding, type Finding } from '../../model/finding.js';
import type { LineFact, ParagraphFact } from '../../model/line-report.js';
import type { LineThresholds } from './thresholds.js';
import { percent, ratio } from './line-messages.js';

const NARROW = 'Look at the measure, the size of type, and whether hyphenation is on for this language.';

export function checkChapters(
  paragraphs: readonly ParagraphFact[],
  thresholds: LineThresholds,
): readonly Finding[] {
  const justified = paragraphs.filter((one) => one.state === 'set' && one.block !== undefined);
  return [...new Set(justified.map(chapterOf))].flatMap((chapter) => {
    const lines = justified
      .filter((one) => chapterOf(one) === chapter)
      .flatMap((one) => one.lines)
      .filter(isFull);
    return lines.length < thresholds.enoughLines ? [] : checkChapter(chapter, lines, thresholds);
  });
}

/** Spread of word spaces and shares of loose and hyphenated lines, over full lines of justified text. */
export function evennessOf(
  lines: readonly LineFact[],
  loose: number,
): { readonly mean: number; readonly spread: number; readonly loose: number; readonly hyphens: number } {
  const spaces = lines.flatMap((line) => (line.space === undefined ? [] : [line.space]));
  const mean = spaces.reduce((sum, one) => sum + one, 0) / spaces.length;
  const spread = Math.sqrt(spaces.reduce((sum, one) => sum + (one - mean) ** 2, 0) / spaces.length);
  const share = (test: (line: LineFact) => boolean): number => lines.filter(test).length / lines.length;
  return {
    mean,
    spread,
    loose: share((line) => (line.space ?? 1) > loose),
    hyphens: share((line) => line.end === 'hyphen'),
  };
}

/** A line that had to fill its measure. */
export function isFull(line: LineFact): boolean {
  return line.end !== 'last' && line.end !== 'forced';
}

/** Blocks are called `<chapter>.<n>`. */
function chapterOf({ block = '' }: ParagraphFact): string {
  return block.slice(0, block.lastIndexOf('.'));
}

function checkChapter(
  chapter: string,
  lines: readonly LineFact[],
  { chapter: most }: LineThresholds,
): readonly Finding[] {
  const { mean, spread, loose, hyphens } = evennessOf(lines, most.loose);
  const faults = [
    ...(loose > most.looseShare
      ? [`${percent(loose)} of the lines are looser than ${ratio(most.loose)}`]
      : []),
    ...(mean > most.mean ? [`the mean is ${ratio(mean)}`] : []),
    ...(spread > most.spread ? [`the spread is ${ratio(spread)}`] : []),
  ];
  return [
    ...(faults.length > 0
      ? [
          finding('LINE-003', {
            message: `The spaces between words vary much in the chapter “${chapter}”: ${faults.join(', ')}.`,
            hint: NARROW,
          }),
        ]
      : []),
    ...(hyphens > most.hyphens
      ? [
          finding('LINE-006', {
            message: `${percent(hyphens)} of the lines of “${chapter}” end in a hyphen.`,
            hint: NARROW,
          }),
        ]
      : []),
  ];
}
