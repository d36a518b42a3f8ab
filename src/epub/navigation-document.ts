// The navigation document: contents, landmarks and the list of print pages.
import { element, type ElementNode, type Flow } from '../model/flow.js';
import type { ContentsEntry } from './epub-contents.js';
import { tag } from './package-xml.js';

export interface Landmark {
  readonly type: string;
  readonly label: string;
  readonly href: string;
}

export interface PageEntry {
  readonly folio: string;
  readonly href: string;
}

export interface Navigation {
  /** The id and the title of the contents. */
  readonly id: string;
  readonly title: string;
  readonly contents: readonly ContentsEntry[];
  readonly landmarks: readonly Landmark[];
  readonly pages: readonly PageEntry[];
  readonly words: { readonly landmarks: string; readonly pages: string };
  /** Markers of the print pages that the contents fill. */
  readonly marks: Flow;
}

/** The body of the navigation document; landmarks and pages are for reading systems and not shown. */
export function navigationFlow(navigation: Navigation): Flow {
  const { id, title, contents, landmarks, pages, words, marks } = navigation;
  const heading = `${id}-title`;
  return [
    ...marks,
    element(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', class: 'section contents', id, 'aria-labelledby': heading },
      [tag('h1', { id: heading }, title), list(contents)],
    ),
    hidden(
      'landmarks',
      { 'aria-label': words.landmarks },
      landmarks.map(({ type, label, href }) => tag('a', { 'epub:type': type, href }, label)),
    ),
    ...(pages.length === 0
      ? []
      : [
          hidden(
            'page-list',
            { role: 'doc-pagelist', 'aria-label': words.pages },
            pages.map(({ folio, href }) => tag('a', { href }, folio)),
          ),
        ]),
  ];
}

function list(entries: readonly ContentsEntry[]): ElementNode {
  return tag(
    'ol',
    {},
    ...entries.map(({ label, href, children }) =>
      tag('li', {}, tag('a', { href }, label), children.length === 0 ? undefined : list(children)),
    ),
  );
}

function hidden(
  type: string,
  attributes: Readonly<Record<string, string>>,
  links: readonly ElementNode[],
): ElementNode {
  return element('nav', { 'epub:type': type, ...attributes, id: type, hidden: 'hidden' }, [
    tag('ol', {}, ...links.map((link) => tag('li', {}, link))),
  ]);
}
