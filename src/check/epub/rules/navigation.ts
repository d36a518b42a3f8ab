// Rules 17 to 21: the ways through the book.
import type { Finding } from '../../../model/finding.js';
import { metadataOf, resolve, type Document, type Publication } from '../publication.js';
import { ruleFinding, type EpubRule } from '../rule.js';
import { all, has, isInside, within, words, type XmlElement } from '../xml-tree.js';

export const NAVIGATION_RULES: readonly EpubRule[] = [
  pageList,
  pageBreaks,
  landmarks,
  contents,
  ncxAgrees,
  ncxNumbers,
];

/** Rule 17. */
function pageList(publication: Publication): readonly Finding[] {
  const { navigation, documents } = publication;
  if (navigation === undefined) return [];
  const marks = documents.flatMap((document) =>
    breaksOf(document).map(({ attributes }) => `${document.path}#${attributes['id'] ?? ''}`),
  );
  const list = listOf(navigation, 'page-list');
  const listed = list === undefined ? [] : targets(navigation, list);
  const at = marks.findIndex((mark, n) => mark !== listed[n]);
  if (marks.length === listed.length && at === -1) return [];
  const which = marks[at] ?? listed[marks.length] ?? '';
  return [
    ruleFinding('EPUB-017', {
      file: navigation.path,
      at: list,
      message:
        `The page list (${listed.length}) and the page markers in the text (${marks.length}) are not ` +
        `the same in the same order, from ${which} on.`,
    }),
  ];
}

/** Rule 18. */
function pageBreaks({ documents }: Publication): readonly Finding[] {
  return documents.flatMap((document) =>
    breaksOf(document).flatMap((mark) => {
      const label = mark.attributes['aria-label'] ?? mark.attributes['title'] ?? words(mark);
      return [
        mark.attributes['role'] === 'doc-pagebreak' ? undefined : 'A page marker has no role doc-pagebreak.',
        label.trim() === '' ? 'A page marker does not say which page begins.' : undefined,
        mark.attributes['id'] === undefined ? 'A page marker has no id.' : undefined,
        isInside(mark, ({ tag }) => tag === 'a') ? 'A page marker stands inside a link.' : undefined,
        isInside(mark, (around) => has(around, 'epub:type', 'footnote'))
          ? 'A page marker stands inside a note.'
          : undefined,
      ]
        .filter((message) => message !== undefined)
        .map((message) => ruleFinding('EPUB-018', { file: document.path, at: mark, message }));
    }),
  );
}

/** Rule 19. */
function landmarks({ navigation, coverPage }: Publication): readonly Finding[] {
  if (navigation === undefined) return [];
  const list = listOf(navigation, 'landmarks');
  if (list === undefined)
    return [ruleFinding('EPUB-019', { file: navigation.path, message: 'There are no landmarks.' })];
  return [...(coverPage === 'expected' ? ['cover'] : []), 'toc', 'bodymatter']
    .filter((type) => !all(list, 'a').some((link) => has(link, 'epub:type', type)))
    .map((type) =>
      ruleFinding('EPUB-019', { file: navigation.path, at: list, message: `The landmarks lack ${type}.` }),
    );
}

/** Rule 20: what the contents say is what the page says, and no chapter is left out. */
function contents({ navigation, documents }: Publication): readonly Finding[] {
  const list = navigation && listOf(navigation, 'toc');
  if (navigation === undefined || list === undefined) return [];
  const shelf = new Map(documents.map((document) => [document.path, document]));
  const links = all(list, 'a');
  const differing = links.flatMap((link) => {
    const target = resolve(navigation.path, link.attributes['href'] ?? '');
    const heading = target && headingAt(shelf.get(target.path), target.fragment);
    if (
      heading === undefined ||
      plain(heading) === plain(words(link)) ||
      plain(heading).endsWith(plain(words(link)))
    )
      return [];
    return [
      ruleFinding('EPUB-020', {
        file: navigation.path,
        at: link,
        message: `The contents say "${words(link)}" where the text says "${heading}".`,
      }),
    ];
  });
  const linked = new Set(links.map((link) => resolve(navigation.path, link.attributes['href'] ?? '')?.path));
  const chapters = documents.filter(
    ({ root, path }) =>
      !linked.has(path) &&
      within(root).some(
        (one) => has(one, 'epub:type', 'chapter') || one.attributes['role'] === 'doc-chapter',
      ),
  );
  return [
    ...differing,
    ...chapters.map(({ path, root }) =>
      ruleFinding('EPUB-020', { file: path, at: root, message: 'The contents do not list this chapter.' }),
    ),
  ];
}

/** Rule 21, first half. */
function ncxAgrees(publication: Publication): readonly Finding[] {
  const { ncx, opf } = publication;
  if (ncx === undefined)
    return [
      ruleFinding('EPUB-021', {
        file: opf.path,
        message: 'There is no NCX for reading systems older than EPUB 3.',
      }),
    ];
  const unique = metadataOf(publication, 'dc:identifier').find(
    ({ attributes }) => attributes['id'] === opf.root.attributes['unique-identifier'],
  );
  const uid = all(ncx.root, 'meta').find(({ attributes }) => attributes['name'] === 'dtb:uid');
  if (unique === undefined || uid?.attributes['content']?.trim() === words(unique)) return [];
  return [
    ruleFinding('EPUB-021', {
      file: ncx.path,
      at: uid,
      message:
        `The NCX is of the book "${uid?.attributes['content'] ?? ''}", the package of ` +
        `"${words(unique)}".`,
    }),
  ];
}

/** Rule 21, second half. */
function ncxNumbers({ ncx }: Publication): readonly Finding[] {
  if (ncx === undefined) return [];
  const points = all(ncx.root, 'navPoint', 'pageTarget');
  const sources = new Map<string, string>();
  const clashing = points.filter((point) => {
    const order = point.attributes['playOrder'] ?? '';
    const source = all(point, 'content')[0]?.attributes['src'] ?? '';
    const other = sources.get(order);
    sources.set(order, other ?? source);
    return other !== undefined && other !== source;
  });
  const deep = points.filter((point) =>
    isInside(point, ({ tag, parent }) => tag === 'navPoint' && parent?.tag === 'navPoint'),
  );
  return [
    ...clashing.map((at) =>
      ruleFinding('EPUB-021', {
        file: ncx.path,
        at,
        message: `Two targets have the playOrder ${at.attributes['playOrder'] ?? ''}.`,
      }),
    ),
    ...deep.slice(0, 1).map((at) =>
      ruleFinding('EPUB-021', {
        file: ncx.path,
        at,
        message: 'The NCX has more than two levels; Kindle shows no more.',
      }),
    ),
  ];
}

/** The nav of one type. */
function listOf({ root }: Document, type: string): XmlElement | undefined {
  return all(root, 'nav').find((nav) => has(nav, 'epub:type', type));
}

function targets(navigation: Document, list: XmlElement): readonly string[] {
  return all(list, 'a').map((link) => {
    const target = resolve(navigation.path, link.attributes['href'] ?? '');
    return target === undefined ? '' : `${target.path}#${target.fragment}`;
  });
}

function breaksOf({ root }: Document): readonly XmlElement[] {
  return within(root).filter(
    (one) => has(one, 'epub:type', 'pagebreak') || one.attributes['role'] === 'doc-pagebreak',
  );
}

/**
 * The heading that an address leads to: itself, or the first h1 of the file. Notes' calls are no part of it.
 */
function headingAt(document: Document | undefined, fragment: string): string | undefined {
  if (document === undefined) return undefined;
  const named = fragment === '' ? undefined : document.ids.get(fragment);
  if (named !== undefined && !/^h[1-6]$/.test(named.tag)) return undefined;
  const heading = named ?? all(document.root, 'h1')[0];
  return heading === undefined ? undefined : withoutCalls(heading).replace(/\s+/g, ' ').trim();
}

function withoutCalls(element: XmlElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child : has(child, 'epub:type', 'noteref') ? '' : withoutCalls(child),
    )
    .join('');
}

function plain(label: string): string {
  return label.replace(/[\s\u00ad]+/g, '').toLocaleLowerCase('en');
}
