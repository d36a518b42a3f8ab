// How findings about lines speak: the place, the line as the author will look for it, figures.
import type { Finding } from '../../model/finding.js';
import type { LineFact, ParagraphFact } from '../../model/line-report.js';
import type { LineFacts } from './line-check-input.js';

export const REWORD = 'Change a word nearby, or mark the paragraph {.loose} or {.tight}.';

/** `line` of the paragraph, counted from 0. */
export function placeIn(
  facts: LineFacts,
  { block }: ParagraphFact,
  line: number,
): Pick<Finding, 'at' | 'seen'> {
  const at = block === undefined ? undefined : facts.places?.[block];
  const where = block === undefined ? undefined : facts.where?.(block, line + 1);
  if (where === undefined || facts.artifact === undefined) return at === undefined ? {} : { at };
  const { page, line: onPage, place } = where;
  return {
    ...(at === undefined ? {} : { at }),
    seen: {
      artifact: facts.artifact,
      page,
      line: onPage,
      ...(place === undefined ? {} : { places: [place] }),
    },
  };
}

/** The line's words, shortened in the middle. */
export function quote({ text }: LineFact): string {
  const words = text.trim().split(/\s+/);
  return words.length <= 7
    ? `“${words.join(' ')}”`
    : `“${words.slice(0, 3).join(' ')} … ${words.slice(-3).join(' ')}”`;
}

export function ratio(value: number): string {
  return value.toFixed(2);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
