// Preflight: what a printer would refuse or regret, found in the finished file before anyone pays for it.
import type { Finding } from '../../model/finding.js';
import { checkColour } from './colour.js';
import { checkCounts } from './page-counts.js';
import { checkDocument } from './document.js';
import { checkEdges } from './page-edges.js';
import type { Preflight } from './preflight-input.js';
import { checkImages } from './images.js';
import { checkType } from './type.js';

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
