// Which of the book's pictures stands on which page: so that what is found about a picture names its file and
// its line.
import { decodeImage } from '../edition/resources/decode-image.js';
import { slug } from '../manuscript/slugs.js';
import type { PageMap } from '../model/artifact.js';
import type { Book } from '../model/book.js';
import type { Composition } from '../model/edition.js';
import { readPhotograph } from '../images/jpeg/validate-jpeg.js';
import type { BookImage } from '../check/preflight/preflight-input.js';

/**
 * The manuscript's pictures that are made of pixels, in the order of the book. What a template or a style
 * shows is not among them.
 */
export function imagePlaces(
  { chapters }: Book,
  { resources }: Composition,
  { anchors }: PageMap,
): readonly BookImage[] {
  return chapters
    .flatMap(({ figures }) => figures)
    .flatMap(({ anchor, image, at }) => {
      const page = anchors[anchor];
      const name = `images/${slug(image.replace(/^images\//, '').replace(/\.[^./]*$/, '')) || 'image'}`;
      const sizes = resources
        .filter(
          ({ href }) => href.replace(/(-\d+)?\.[^.]*$/, '') === name || href.replace(/\.[^.]*$/, '') === name,
        )
        .flatMap(({ bytes, mediaType }) => {
          const verdict =
            mediaType === 'image/svg+xml' ? undefined : decodeImage(bytes, { photograph: readPhotograph });
          return verdict && 'width' in verdict ? [{ width: verdict.width, height: verdict.height }] : [];
        });
      return page === undefined || sizes.length === 0 ? [] : [{ file: image, at, page, sizes }];
    });
}
