// The place of a finding, cut out of its page with what stands around it, and framed.
import type { Box } from '../../model/box.js';
import type { PagePlace } from '../../model/finding.js';
import type { PageBoxes } from '../../pdf/objects/page-geometry.js';
import type { PageImage } from '../../images/page-images/drawing.js';
import { onPage } from './finding-marks.js';

/** Points of the page around the place; pixels in a point, and the most pixels of a side. */
const AROUND = 42;
const SCALE = 2;
const MOST = 900;
const PAGE_SCALE = 0.8;

/** The first place of a finding; a place without a box is all of its page, smaller. */
export function cropOf(
  { index, box }: PagePlace,
  { file, boxes: { bleed, trim } }: { file: string; boxes: PageBoxes },
): PageImage {
  const marked = box ? onPage(box, trim) : trim;
  const from = box ? within(grown(marked), bleed) : bleed;
  const scale = box
    ? Math.min(SCALE, MOST / Math.max(from.right - from.left, from.top - from.bottom))
    : PAGE_SCALE;
  const [width, height] = [
    Math.ceil((from.right - from.left) * scale),
    Math.ceil((from.top - from.bottom) * scale),
  ];
  return {
    width: width + 2,
    height: height + 2,
    ground: '#b0aca4',
    pieces: [
      {
        kind: 'page',
        file,
        index,
        from,
        to: { x: 1, y: 1, width, height },
        marks: box ? [{ box: marked, label: '' }] : [],
      },
    ],
  };
}

function grown({ left, bottom, right, top }: Box): Box {
  return { left: left - AROUND, bottom: bottom - AROUND, right: right + AROUND, top: top + AROUND };
}

/** What of a place lies on the page; a place that lies beyond it is shown where it is. */
function within(box: Box, page: Box): Box {
  const cut = {
    left: Math.max(box.left, page.left),
    bottom: Math.max(box.bottom, page.bottom),
    right: Math.min(box.right, page.right),
    top: Math.min(box.top, page.top),
  };
  return cut.right - cut.left > 1 && cut.top - cut.bottom > 1 ? cut : box;
}
