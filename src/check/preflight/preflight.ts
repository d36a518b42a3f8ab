// Preflight: what a printer would refuse or regret, found in the finished file before anyone pays for it.
import type { Finding } from '../../model/finding.js';
import { checkColour } from './colour.js';
import { checkDocument } from './document.js';
import { checkEdges } from './page-edges.js';
import type { Preflight } from './preflight-input.js';
import { checkImages } from './images.js';
import { checkType } from './type.js';
import { fileFinding, pageFindings } from './page-findings.js';

/**
 * All that a printer would say about a file. Findings PRINT-010 to PRINT-062, each with its page and what to
 * do.
 *
 * @example checkPrint({ file: 'io-print-kdp.pdf', facts, texts, profile, labels: [], direction: 'ltr' });
 */
export function checkPrint(preflight: Preflight): readonly Finding[] {
  return [checkDocument, checkCounts, checkEdges, checkType, checkImages, checkColour].flatMap((check) =>
    check(preflight),
  );
}

// How many pages there are, and how many blank ones in a row.

/** Findings PRINT-010 and PRINT-011. */
function checkCounts(preflight: Preflight): readonly Finding[] {
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
