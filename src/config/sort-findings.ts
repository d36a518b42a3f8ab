// Findings in the order in which an author meets them.
import type { Finding } from '../model/finding.js';

/** From the top of a file down; what has no place stands first. */
export function inOrder(found: readonly Finding[]): readonly Finding[] {
  return [...found].sort(
    (a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}
