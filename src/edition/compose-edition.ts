// The edition room's doors: a book said in print's terms, in the EPUB's, and its cover alone.
import { generatedChapter } from '../manuscript/read-chapter.js';
import { outcome, type Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import { drawingOf, readOwnCover, SVG } from './own-cover.js';
import { coverEdition, inProportion } from './page-geometry.js';
import { compose, type ComposeOrder } from './edition-renderer.js';
import { ebookRenderer } from './ebook-renderer.js';
import { printRenderer } from './print-renderer.js';

export type { ComposeOrder } from './edition-renderer.js';

/**
 * The book as print has it: sections on a sheet larger than the trim, notes in the text for the page foot,
 * page references left open for the press, soft hyphens set. Findings: TPL-*, FIG-* and those of the theme.
 */
export function composePrint(order: ComposeOrder): Outcome<Composition> {
  return compose(order, printRenderer);
}

/**
 * The book as an EPUB has it: one section a document, links between documents, notes at their chapter's end.
 * Findings as in print.
 */
export function composeEbook(order: ComposeOrder): Outcome<Composition> {
  const { value, diagnostics } = compose(order, ebookRenderer);
  const cover = readOwnCover(order);
  return outcome(cover.value === undefined ? value : { ...value, cover: cover.value.image }, [
    ...diagnostics,
    ...cover.diagnostics,
  ]);
}

/**
 * The cover alone as print has it, for an image of it: made from its template even where the book lists no
 * cover, or the author's own drawing. Undefined where the author's own is an image already.
 */
export function composeCover(order: ComposeOrder): Outcome<Composition> | undefined {
  const cover = order.book.chapters.find((chapter) => chapter.kind === 'cover') ?? COVER;
  const alone = {
    ...order,
    book: { ...order.book, chapters: [cover], outline: [], anchors: { [cover.id]: cover.id } },
  };
  if (order.config.metadata.cover.image === undefined)
    return compose(alone, { ...printRenderer, missing: 'nothing', edition: coverEdition });
  const { value: own } = readOwnCover(order); // its findings are the e-book's
  if (own?.image.mediaType !== SVG) return undefined;
  const sheet = compose(
    { ...alone, book: { ...alone.book, chapters: [COVER], anchors: { [COVER.id]: COVER.id } } },
    {
      ...printRenderer,
      missing: 'nothing',
      edition: (config, theme) => inProportion(coverEdition(config, theme), own.size),
    },
  );
  return outcome(drawingOf(sheet.value, own.image));
}

const COVER = generatedChapter({ id: 'cover', role: 'front', kind: 'cover' });
