// The hunt: many documents make one book; what is at fault is taken out of it and tried alone, until the rest
// is clean.
import { join } from 'node:path';
import { chapterFile, styleCount, tryBook, writeBook } from './book.mjs';
import { chance } from './chance.mjs';
import { randomBlocks } from './document.mjs';
import { shrink } from './shrink.mjs';

/**
 * `attempt` builds a folder and tells its faults. @returns how many documents were laid out, on how many
 * pages, how many were refused, and how many lost words in silence
 */
export async function hunt({
  folder,
  documents,
  first = 0,
  seed,
  batch,
  keep,
  only,
  eyes,
  tell,
  attempt = tryBook,
}) {
  const total = { documents: 0, pages: 0, refused: 0, silent: 0 };
  const works = { folder, keep, only, eyes, tell, seed, attempt };
  for (let from = first; from < first + documents; from += batch) {
    const count = Math.min(batch, first + documents - from);
    const found = await huntBook(bookOf({ seed, from, count }), works);
    total.documents += count;
    for (const sum of ['pages', 'refused', 'silent']) total[sum] += found[sum];
    tell(
      `${total.documents} documents, ${total.pages} pages, ${total.refused} refused, ${total.silent} ` +
        'with words silently lost',
    );
  }
  return total;
}

/** Chapters by their number, which names their words and their file. */
function bookOf({ seed, from, count }) {
  const luck = chance(seed * 100003 + from);
  return {
    chapters: new Map(
      Array.from({ length: count }, (_, index) => [
        from + index,
        randomBlocks(seed * 1000003 + from + index, from + index),
      ]),
    ),
    theme: luck.pick(['zine', 'novel', 'essay']),
    trim: luck.pick(['A5', 'A6', '5.5in x 8.5in']),
    style: luck.between(0, styleCount - 1),
  };
}

async function huntBook(book, works) {
  const found = { pages: 0, refused: 0, silent: 0 };
  const rest = { ...book, chapters: new Map(book.chapters) };
  while (rest.chapters.size > 0) {
    const { faults, pages } = await trial(rest, works);
    found.pages += pages;
    if (faults.length === 0) break;
    const named = [...new Set(faults.map(({ document }) => document))].filter((document) =>
      rest.chapters.has(document),
    );
    const suspects = named.length > 0 ? named : [...rest.chapters.keys()];
    let blamed = named.length > 0;
    for (const document of suspects) {
      const fault = await alone(
        { ...book, chapters: new Map([[document, book.chapters.get(document)]]) },
        { document, works },
      );
      if (fault !== undefined) found[fault.kind === 'SILENT' ? 'silent' : 'refused'] += 1;
      blamed ||= fault !== undefined;
      rest.chapters.delete(document);
      if (fault === undefined && named.length > 0)
        together(
          { book, document, fault: faults.find((one) => one.document === document) },
          { works, found },
        );
    }
    // nobody was named, and each by itself is sound
    if (!blamed) together({ book, document: 'unknown', fault: faults[0] }, { works, found });
  }
  return found;
}

async function trial(book, { folder, only, eyes, attempt }) {
  writeBook(folder, book);
  return attempt(folder, { chapters: book.chapters, only, eyes });
}

/** Tries a document by itself and, where it is at fault there too, makes it small and keeps it. */
async function alone(book, { document, works }) {
  const {
    faults: [fault],
  } = await trial(book, works);
  if (fault === undefined) return undefined;
  works.tell(`${nameOf(book, { document, works })}: ${fault.kind} ${fault.message}`);
  if (works.keep === undefined) return fault;
  const blocks = await shrink(book.chapters.get(document), async (fewer) => {
    const { faults } = await trial({ ...book, chapters: new Map([[document, fewer]]) }, works);
    return faults.some(({ kind }) => kind === fault.kind);
  });
  const small = { ...book, chapters: new Map([[document, blocks]]) };
  const place = join(works.keep, `${works.seed}-${document}-${fault.kind}`);
  writeBook(place, small);
  works.tell(`  made small: ${place}, ${blocks.join('\n\n').length} characters in ${chapterFile(document)}`);
  return fault;
}

/** At fault in its book and not by itself: counted, and told with what it needs to be seen again. */
function together({ book, document, fault }, { works, found }) {
  found[fault.kind === 'SILENT' ? 'silent' : 'refused'] += 1;
  works.tell(
    `${nameOf(book, { document, works })}, only among documents ` +
      `${[...book.chapters.keys()].join(' ')}: ${fault.kind} ${fault.message}`,
  );
}

function nameOf({ theme, trim, style }, { document, works: { seed } }) {
  return `seed ${seed}, document ${document}, ${theme} ${trim} style ${style}`;
}
