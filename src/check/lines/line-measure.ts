// The measure of a book: how many characters its lines hold. Point 40 of the typographic report.
import { finding, type Finding } from '../../model/finding.js';
import type { ParagraphFact } from '../../model/line-report.js';
import type { LineThresholds } from './thresholds.js';

/** Finding: LINE-013, over the full lines of the measure that most of the book is set on. */
export function checkMeasure(
  paragraphs: readonly ParagraphFact[],
  { measure: { least, most }, enoughLines }: LineThresholds,
): readonly Finding[] {
  const byMeasure = new Map<number, string[]>();
  for (const { state, measure, lines } of paragraphs) {
    if (state !== 'set') continue;
    const texts = byMeasure.get(measure) ?? [];
    byMeasure.set(measure, texts);
    for (const { end, text } of lines) if (end !== 'last' && end !== 'forced') texts.push(text.trim());
  }
  const texts = [...byMeasure.values()].reduce(
    (longest, one) => (one.length > longest.length ? one : longest),
    [],
  );
  if (texts.length < enoughLines) return [];
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  if (mean >= least && mean <= most) return [];
  return [
    finding('LINE-013', {
      message:
        `A line holds ${mean.toFixed(0)} characters on average, ` +
        `outside the comfortable ${least} to ${most}.`,
      hint:
        mean > most
          ? 'Make the type larger, or the margins wider.'
          : 'Make the type smaller, or the margins narrower.',
    }),
  ];
}
