// The author's own picture of the cover, for the e-book.
import { element } from '../model/flow.js';
import { outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Composition, Resource } from '../model/edition.js';
import type { ImageSize } from '../images/image-verdict.js';
import type { ComposeOrder } from './edition-renderer.js';
import { openImages } from './resources/edition-images.js';

export const SVG = 'image/svg+xml';

export interface OwnCover {
  /** Under its path in the book: it stands beside the text's images and is none of them. */
  readonly image: Resource;
  readonly size: ImageSize;
}

/** Undefined where the book names none. Findings: FIG-002 to FIG-006. */
export function readOwnCover({
  config,
  world,
}: Pick<ComposeOrder, 'config' | 'world'>): Outcome<OwnCover | undefined> {
  const path = config.metadata.cover.image;
  if (path === undefined) return outcome(undefined);
  const found: Finding[] = [];
  const images = openImages(world, (one) => void found.push(one));
  const href = images.href(path, { path: 'book.yml', line: 1 });
  const [image, size] = [images.resources()[0], images.size(href)];
  return outcome(image && size && { image: { ...image, href: path }, size }, found);
}

/** No image of an edition is outside of `images/`. */
const HREF = 'cover/own.svg';
/** Chromium's paper is up to a pixel larger than the sheet. */
const WHOLE =
  'position: absolute; left: 0; top: 0; width: calc(100% + 1px); height: calc(100% + 1px); max-width: ' +
  'none; object-fit: fill';

/** A composed cover with the drawing alone on its sheet. */
export function drawingOf(cover: Composition, image: Resource): Composition {
  const parts = cover.parts.map((part) => ({
    ...part,
    flow: [
      element('section', { class: 'section bare', id: part.id, style: 'overflow: visible' }, [
        element('img', { src: HREF, alt: '', style: WHOLE }, []),
      ]),
    ],
  }));
  return { ...cover, parts, resources: [...cover.resources, { ...image, href: HREF }] };
}
