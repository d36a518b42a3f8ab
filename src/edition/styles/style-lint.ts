// Reads a book's own style sheet for what would go wrong later, and says it with the line and what to write
// instead.
import { finding, type Finding } from '../../model/finding.js';
import type { SourcePath } from '../../model/source-span.js';
import { EBOOK_RULES } from './ebook-rules.js';
import { LANGUAGE_RULES } from './language-rules.js';
import { PRINT_RULES } from './print-rules.js';
import type { StyleRule } from './lint-rule.js';
import { MOST_LEVELS, readSheet } from './declarations.js';
import type { Medium } from '../../model/media.js';

export interface OwnSheet {
  readonly path: SourcePath;
  readonly css: string;
  readonly medium: Medium;
}

const RULES: readonly StyleRule[] = [...PRINT_RULES, ...EBOOK_RULES, ...LANGUAGE_RULES];

/** Findings: STYLE-001 to STYLE-013, for one medium; a sheet of both is read for each. */
export function lintStyles(sheet: OwnSheet): readonly Finding[] {
  const { rulings, unread, tooDeep } = readSheet(sheet);
  if (tooDeep !== undefined)
    return [
      finding('STYLE-013', {
        message:
          `The whole style sheet is left out: more than ${MOST_LEVELS} blocks or brackets in one ` +
          'another.',
        at: tooDeep,
        hint: 'Look for braces that are never closed.',
      }),
    ];
  return [
    ...unread.map(({ at, why }) =>
      finding('STYLE-013', {
        message:
          'This part of the style sheet is not valid CSS and is left out: ' +
          `${why.charAt(0).toLowerCase()}${why.slice(1)}.`,
        at,
        hint: 'Look for a semicolon or a brace that is missing before it.',
      }),
    ),
    ...rulings.flatMap((ruling) =>
      RULES.flatMap(({ code, media, judge }) => {
        const fault = media.includes(sheet.medium) ? judge(ruling) : undefined;
        return fault ? [finding(code, { ...fault, at: ruling.at })] : [];
      }),
    ),
  ];
}
