// Which lines of a paragraph must not be parted by a page.

/**
 * Whether a line (counted from 1) stays with the next one: the first two and the last two lines stay
 * together, so paragraphs of up to three lines are never parted.
 */
export function keepsNext(line: number, lines: number): boolean {
  return line < lines && (line === 1 || line === lines - 1);
}
