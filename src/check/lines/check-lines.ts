// Findings about lines, from what the line setter reported: no page is opened for them.
import { finding, type Finding } from '../../model/finding.js';
import type { LineFact, ParagraphFact } from '../../model/line-report.js';
import { checkChapters } from './chapter-evenness.js';
import type { LineFacts } from './line-check-input.js';
import { checkMeasure } from './line-measure.js';
import { checkRuns } from './line-runs.js';
import { THRESHOLDS, type LineThresholds } from './thresholds.js';
import { placeIn, quote, ratio, REWORD } from './line-messages.js';

/**
 * Points 1 to 12 and 40 of the typographic report that can be seen without pages: LINE-001 to LINE-013, in
 * reading order, findings about whole chapters last.
 */
export function checkLines(facts: LineFacts, thresholds: LineThresholds = THRESHOLDS): readonly Finding[] {
  return [
    ...facts.paragraphs.flatMap((paragraph) => checkParagraph(paragraph, { facts, thresholds })),
    ...checkChapters(facts.paragraphs, thresholds),
    ...checkMeasure(facts.paragraphs, thresholds),
  ];
}

interface Check {
  readonly facts: LineFacts;
  readonly thresholds: LineThresholds;
}

function checkParagraph(paragraph: ParagraphFact, check: Check): readonly Finding[] {
  const placed = (found: readonly Finding[], line: number): readonly Finding[] =>
    found.map((one) => ({
      ...one,
      ...placeIn(check.facts, paragraph, line),
      ...(paragraph.block === undefined ? {} : { block: paragraph.block }),
    }));
  if (paragraph.state === 'left')
    return placed(
      [
        finding('LINE-011', {
          message: `The browser broke the lines of a paragraph: ${paragraph.reason ?? 'no reason is known'}.`,
        }),
      ],
      0,
    );
  const { lines } = paragraph;
  return [
    ...lines.flatMap((line, index) =>
      placed([...checkLine(line, check), ...checkHyphen(line, lines[index + 1])], index),
    ),
    ...checkRuns(paragraph, check.thresholds).flatMap(({ line, found }) =>
      placed([found], lines.indexOf(line)),
    ),
    ...placed(checkLast(paragraph, check), lines.length - 1),
  ];
}

/** What stands before an added hyphen and after it: letters of the broken word. */
function checkHyphen(line: LineFact, next: LineFact | undefined): readonly Finding[] {
  if (line.end !== 'hyphen' || next === undefined) return [];
  const before = /[\p{L}\p{M}’']*$/u.exec(line.text.trimEnd())?.[0] ?? '';
  const after = /^[\p{L}\p{M}’']*/u.exec(next.text.trimStart())?.[0] ?? '';
  return lettersIn(before) < 3 || lettersIn(after) < 3
    ? [
        finding('LINE-012', {
          message: `The word “${before}-${after}” is broken too near its end.`,
          hint: REWORD,
        }),
      ]
    : [];
}

function lettersIn(words: string): number {
  return words.replace(/[^\p{L}]/gu, '').length;
}

function checkLine(line: LineFact, { thresholds: { space, tracking } }: Check): readonly Finding[] {
  const found: Finding[] = [];
  const width = line.space ?? 1;
  if (width > space.torn)
    found.push(
      finding('LINE-002', {
        message: `The word spaces of ${quote(line)} are ${ratio(width)} times as wide as usual.`,
        hint: REWORD,
      }),
    );
  else if (width > space.most || width < space.least)
    found.push(
      finding('LINE-001', {
        message:
          `The word spaces of ${quote(line)} are ${ratio(width)} times as wide as usual, outside ` +
          `${ratio(space.least)} to ${ratio(space.most)}.`,
        hint: REWORD,
      }),
    );
  // The facts are rounded: a bound that is reached is not passed.
  if (line.tracking < tracking.least - 1e-5 || line.tracking > tracking.most + 1e-5) {
    found.push(
      finding('LINE-004', {
        message:
          `The letters of ${quote(line)} are spaced by ` + `${(line.tracking * 100).toFixed(1)} % of the em.`,
        hint: REWORD,
      }),
    );
  }
  return found;
}

function checkLast({ lines, indent }: ParagraphFact, { thresholds }: Check): readonly Finding[] {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (!last || !before) return [];
  const found: Finding[] = [];
  if (before.end === 'hyphen')
    found.push(
      finding('LINE-007', {
        message: `The last line begins with the rest of a word: ${quote(last)}.`,
        hint: REWORD,
      }),
    );
  if (before.end !== 'forced' && (last.letters < thresholds.lastLineLetters || last.width <= indent)) {
    found.push(
      finding('LINE-008', { message: `The last line of a paragraph is only ${quote(last)}.`, hint: REWORD }),
    );
  }
  return found;
}
