// How many pages there are, and how many blank ones in a row.
import type { Finding } from '../../model/finding.js';
import type { Preflight } from './preflight-input.js';
import { fileFinding, pageFindings } from './page-findings.js';

/** Findings PRINT-010 and PRINT-011. */
export function checkCounts(preflight: Preflight): readonly Finding[] {
  const {
    facts: {
      pages: { length: count },
    },
    profile: {
      title,
      pages: { least = 1, most = Infinity, multiple = 1 },
    },
  } = preflight;
  const wrong = (message: string, hint: string): Finding =>
    fileFinding('PRINT-010', { message, hint }, preflight);
  return [
    ...(count < least
      ? [
          wrong(
            `The file has ${count} ${count === 1 ? 'page' : 'pages'}, and ${title} binds at least ${least}.`,
            'Add pages, or choose another printer.',
          ),
        ]
      : []),
    ...(count > most
      ? [
          wrong(
            `The file has ${count} ${count === 1 ? 'page' : 'pages'}, and ${title} binds at most ${most}.`,
            'Use a larger trim or smaller type, or divide the book.',
          ),
        ]
      : []),
    ...(count % multiple !== 0
      ? [
          wrong(
            `The file has ${count} ${count === 1 ? 'page' : 'pages'}, and ${title} takes multiples of ` +
              `${multiple}.`,
            `Set print: { pages-multiple: ${multiple} } in book.yml.`,
          ),
        ]
      : []),
    ...blankRuns(preflight),
  ];
}

function blankRuns(preflight: Preflight): readonly Finding[] {
  const {
    facts: { pages },
    profile: {
      title,
      pages: { blankRun },
    },
  } = preflight;
  if (blankRun === undefined) return [];
  let run = 0;
  const ends = pages.flatMap(({ isBlank }, index) => {
    run = isBlank ? run + 1 : 0;
    return run === blankRun + 1 ? [index] : [];
  });
  return pageFindings(
    'PRINT-011',
    ends.map((page) => ({
      page,
      message: `More than ${blankRun} blank pages follow one another here, and ${title} takes no more.`,
      hint: 'Let chapters begin on the next page, or put something on one of them.',
    })),
    preflight,
  );
}
