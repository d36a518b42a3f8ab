// Where findings stand on the pages of a file: their numbers, framed.
import type { Box } from '../../model/box.js';
import type { Finding } from '../../model/finding.js';
import type { PageBoxes } from '../../pdf/objects/page-geometry.js';
import type { ImageMark } from '../../images/page-images/drawing.js';

/** A finding by the number that it has in the list and on the sheets. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: Finding;
}

/** Numbered from 1, in the order in which they are told. */
export function numbered(findings: readonly Finding[]): readonly NumberedFinding[] {
  return findings.map((finding, index) => ({ number: index + 1, finding }));
}

/** The marks of one page; findings about all of it share a frame along the trim. */
export function marksOn(
  page: number,
  findings: readonly NumberedFinding[],
  { trim }: PageBoxes,
): readonly ImageMark[] {
  const here = findings.flatMap(({ number, finding }) =>
    (finding.seen?.places ?? [])
      .filter(({ index }) => index === page)
      .map(({ box }) => ({ number, box: box && onPage(box, trim) })),
  );
  const whole = here.filter(({ box }) => !box).map(({ number }) => number);
  return [
    ...(whole.length === 0 ? [] : [{ box: trim, label: labelOf(whole) }]),
    ...gathered(here.flatMap(({ number, box }) => (box ? [{ number, box }] : []))),
  ];
}

/** Findings about one and the same place share a frame. */
function gathered(found: readonly { readonly number: number; readonly box: Box }[]): readonly ImageMark[] {
  const places = new Map<string, { box: Box; numbers: number[] }>();
  for (const { number, box } of found) {
    const key = [box.left, box.bottom, box.right, box.top].map(Math.round).join(' ');
    const place = places.get(key) ?? { box, numbers: [] };
    place.numbers.push(number);
    places.set(key, place);
  }
  return [...places.values()].map(({ box, numbers }) => ({ box, label: labelOf(numbers) }));
}

function labelOf(numbers: readonly number[]): string {
  return [...new Set(numbers)].join(' ');
}

/** From the trim's corner to the page's own. */
export function onPage({ left, bottom, right, top }: Box, trim: Box): Box {
  return {
    left: left + trim.left,
    bottom: bottom + trim.bottom,
    right: right + trim.left,
    top: top + trim.bottom,
  };
}
