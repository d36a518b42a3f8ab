// Findings about the EPUB's one stylesheet, put back to the author's own sheets that it was joined from.
import { lintStyles } from '../edition/styles/style-lint.js';
import type { PackedPlace } from '../model/artifact.js';
import type { Finding } from '../model/finding.js';
import type { Span } from '../model/source-span.js';

export interface PackedStyles {
  /** The stylesheet as findings about the file name it: `OEBPS/style.css`. */
  readonly path: string;
  readonly places: readonly PackedPlace[];
}

/**
 * At the author's line where there is one; what the lint of that line says already (STYLE-010) is not said
 * again.
 *
 * @param styles the sheets of the composition
 */
export function atOwnStyles(
  found: readonly Finding[],
  { path, places }: PackedStyles,
  styles: readonly { readonly own?: string; readonly css: string }[],
): readonly Finding[] {
  const reported = new Set(
    styles
      .flatMap(({ own, css }) => (own === undefined ? [] : lintStyles({ path: own, css, medium: 'ebook' })))
      .flatMap(({ code, at }) => (code === 'STYLE-010' && at ? [lineOf(at)] : [])),
  );
  return found.flatMap((one) => {
    const own = one.at?.path === path ? placeOf(places, one.at) : undefined;
    if (own === undefined) return [one];
    return one.code === 'EPUB-037' && reported.has(lineOf(own)) ? [] : [{ ...one, at: own }];
  });
}

function placeOf(places: readonly PackedPlace[], { line, column = 1 }: Span): Span | undefined {
  return places.findLast((place) => place.line < line || (place.line === line && place.column <= column))?.at;
}

function lineOf({ path, line }: Span): string {
  return `${path}:${line}`;
}
