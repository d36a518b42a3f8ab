// The places that a reading system offers by name: cover, title page, contents, where the text begins, what
// stands behind it.
import type { ChapterKind } from '../model/book.js';
import type { ContentDocument } from './content-document.js';
import type { Landmark } from './navigation-document.js';

/** The kinds worth a landmark, by their name in the EPUB 3 structural semantics vocabulary. */
const TYPES: Partial<Readonly<Record<ChapterKind, string>>> = {
  cover: 'cover',
  'title-page': 'titlepage',
  copyright: 'copyright-page',
  dedication: 'dedication',
  foreword: 'foreword',
  preface: 'preface',
  acknowledgements: 'acknowledgments',
  glossary: 'glossary',
  bibliography: 'bibliography',
  sources: 'bibliography',
  cast: 'appendix',
  appendix: 'appendix',
  colophon: 'colophon',
};

/** Landmarks in reading order, one of each type; `start` labels the first leaf of the body. */
export function landmarksOf(
  leaves: readonly ContentDocument[],
  contents: Landmark,
  start: string,
): readonly Landmark[] {
  const body = leaves.find((leaf) => leaf.role === 'body');
  const named = leaves.flatMap((leaf): readonly Landmark[] => {
    const type = leaf.file === fileOf(contents) ? undefined : TYPES[leaf.kind];
    const here = type === undefined ? [] : [{ type, label: leaf.title, href: leaf.file }];
    return leaf === body ? [...here, { type: 'bodymatter', label: start, href: leaf.file }] : here;
  });
  const first = named.filter((one, at) => named.findIndex((other) => other.type === one.type) === at);
  const cover = first.filter((one) => one.type === 'cover');
  return [...cover, contents, ...first.filter((one) => one.type !== 'cover')];
}

function fileOf(landmark: Landmark): string {
  return landmark.href.replace(/#.*$/, '');
}
