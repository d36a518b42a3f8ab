// Findings about the packed style sheet of an EPUB, placed at the author's own file and line.
import type { Finding } from '../../model/finding.js';
import { readSheet } from './declarations.js';
import { lintStyles } from './style-lint.js';

export interface ReadStyle {
  readonly path?: string;
  readonly css: string;
}

/**
 * A finding that quotes a declaration (`"color: red" …`) moves to where the sheets declare it last. One that the style lint has
 * reported there already (STYLE-010) goes. All others stay where they are.
 *
 * @param styles the sheets of the edition, in cascade order
 */
export function atOwnStyles(findings: readonly Finding[], styles: readonly ReadStyle[]): readonly Finding[] {
  const packed = findings.filter(({ at }) => at?.path.endsWith(PACKED));
  if (packed.length === 0) return findings;
  const sheets = styles.flatMap(({ path, css }) => (path === undefined ? [] : [{ path, css, medium: 'ebook' as const }]));
  const declared = sheets.flatMap((sheet) => readSheet(sheet).rulings);
  const reported = new Set(sheets.flatMap((sheet) => lintStyles(sheet)).flatMap(({ code, at }) => (code === 'STYLE-010' && at ? [placeOf(at)] : [])));
  return findings.flatMap((one) => {
    const [, property, value] = one.at?.path.endsWith(PACKED) ? (QUOTED.exec(one.message) ?? []) : [];
    const source = property === undefined || value === undefined ? undefined : declared.findLast((other) => other.property === property && packedForm(other.value) === packedForm(value));
    if (source === undefined) return [one];
    return reported.has(placeOf(source.at)) ? [] : [{ ...one, at: source.at }];
  });
}

/** The one sheet of our packages. */
const PACKED = '/style.css';
const QUOTED = /^"([\w-]+): (.+?)"/;

function packedForm(value: string): string {
  return value.toLowerCase().replace(/\s+/g, '');
}

function placeOf({ path, line, column }: NonNullable<Finding['at']>): string {
  return [path, line, column].join(':');
}
