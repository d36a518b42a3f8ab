// Puts the navigation document among the leaves: it takes the place of the contents, which say the same.
import type { Metadata } from '../model/metadata.js';
import { elementsOf } from '../model/flow.js';
import type { ContentsEntry } from './epub-contents.js';
import { landmarksOf } from './landmarks.js';
import type { ContentDocument } from './content-document.js';
import { PACKAGE } from './package-names.js';
import { navigationFlow, type Landmark, type PageEntry } from './navigation-document.js';
import { pageList } from './page-list.js';
import { packageWordsFor } from './package-words.js';

export interface NavigateOrder {
  readonly leaves: readonly ContentDocument[];
  readonly contents: readonly ContentsEntry[];
  readonly metadata: Metadata;
}

export interface Navigated {
  /** All leaves in reading order, the navigation document where the contents stood, else last. */
  readonly leaves: readonly ContentDocument[];
  readonly navigation: ContentDocument;
  /** Whether a reader meets it while turning pages; not so where the book has no contents page. */
  readonly shown: 'in-text' | 'aside';
  readonly landmarks: readonly Landmark[];
  readonly pageList: readonly PageEntry[];
}

/** Makes the navigation document, with landmarks for the leaves and a list of the pages marked in them. */
export function placeNavigation({ leaves, contents, metadata }: NavigateOrder): Navigated {
  const words = packageWordsFor(metadata.language);
  const place = leaves.find(({ kind }) => kind === 'contents') ?? blank(words.contents, metadata.language);
  const toc: Landmark = { type: 'toc', label: place.title, href: `${place.file}#${place.part}` };
  const landmarks = landmarksOf(leaves, toc, words.start);
  const pages = pageList(leaves);
  const marks = elementsOf(place.flow).filter(({ attributes }) => attributes['role'] === 'doc-pagebreak');
  const flow = navigationFlow({
    id: place.part,
    title: place.title,
    contents,
    landmarks,
    pages,
    words,
    marks,
  });
  const navigation = { ...place, flow };
  const shown = leaves.includes(place) ? 'in-text' : 'aside';
  return {
    leaves:
      shown === 'in-text'
        ? leaves.map((leaf) => (leaf === place ? navigation : leaf))
        : [...leaves, navigation],
    navigation,
    shown,
    landmarks,
    pageList: pages,
  };
}

function blank(title: string, language: string): ContentDocument {
  return { part: 'toc', kind: 'contents', role: 'front', file: PACKAGE.nav, title, language, flow: [] };
}
