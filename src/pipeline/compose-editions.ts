// Which compositions a run needs: print and screen are cut from one, the EPUB has its own, and a cover is
// drawn from its template where the author gave no image, and from the author's own where that is a drawing.
import { composesFor, makes } from '../model/media.js';
import { coverOf, type ComposeCoverWrap } from './make-cover-wrap.js';
import { composeCover, composeEbook, composePrint } from '../edition/compose-edition.js';
import type { Book } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { outcome, type Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import type { LeastMargins } from '../model/profile.js';
import type { World } from '../model/world.js';

export interface Compositions {
  readonly print?: Composition;
  readonly ebook?: Composition;
  readonly cover?: Composition;
  /** The same parts between other margins; present when the printers decide on them. */
  readonly printWithin?: (least: LeastMargins) => Composition;
  /** The cover as one sheet, made when the pages are counted. */
  readonly coverWrap?: ComposeCoverWrap;
  /** The author's own in place of it, as it lies in the book's folder. */
  readonly ownCover?: Uint8Array;
}

/** Composes all editions, so that the findings of all are told together. */
export function composeEditions(order: {
  book: Book;
  config: BookConfig;
  world: World;
}): Outcome<Compositions> {
  const { editions } = order.config;
  const wanted = {
    print: composesFor('print', editions) ? composePrint(order) : undefined,
    ebook: composesFor('ebook', editions) ? composeEbook(order) : undefined,
    cover: composesFor('ebook', editions) ? composeCover(order) : undefined,
  };
  const made = Object.entries(wanted).flatMap(([name, one]) => (one ? [[name, one] as const] : []));
  return outcome(
    {
      ...Object.fromEntries(made.map(([name, { value }]) => [name, value])),
      ...(wanted.print && order.config.print.marginsBy
        ? { printWithin: within(order, wanted.print.value) }
        : {}),
      ...(makes('wrap', editions) ? { coverWrap: coverOf(order), ...ownCover(order) } : {}),
    },
    made.flatMap(([, { diagnostics }]) => diagnostics),
  );
}

/**
 * Margins are measures and style rules: the words, which were compared with the manuscript, stay the very
 * same.
 */
function within(
  order: Parameters<typeof composeEditions>[0],
  print: Composition,
): (least: LeastMargins) => Composition {
  return (leastMargins) => {
    const { edition, styles } = composePrint({
      ...order,
      config: { ...order.config, print: { ...order.config.print, leastMargins } },
    }).value;
    return { ...print, edition, styles };
  };
}

/** A file that does not exist was reported when book.yml was read. */
function ownCover({
  config: {
    coverWrap: { file },
  },
  world,
}: {
  config: BookConfig;
  world: World;
}): Pick<Compositions, 'ownCover'> {
  const read = file === undefined ? undefined : world.book.read(file);
  return read && 'bytes' in read ? { ownCover: read.bytes } : {};
}
