// Rules 26, 29 to 34, 39 and 40: the text itself.
import type { Finding } from '../../../model/finding.js';
import { resolve, type Document, type Publication } from '../publication.js';
import { ruleFinding, ruleFindings, type EpubRule } from '../rule.js';
import { SEMANTICS } from '../vocabulary.js';
import { all, has, isInside, raw, within, words, type XmlElement } from '../xml-tree.js';

export const TEXT_RULES: readonly EpubRule[] = [
  perDocument(alternatives),
  wellFormed,
  perDocument(semantics),
  perDocument(notes),
  perDocument(headings),
  perDocument(tables),
  perDocument(still),
  perDocument(leftovers),
  perDocument(weight),
];

const MOST_BYTES = 300_000;
const MOST_COLUMNS = 4;

/** Rule 26. A name of a file is no description. */
function alternatives({ path, root }: Document): readonly Finding[] {
  const images = all(root, 'img');
  return [
    ...ruleFindings(
      'EPUB-026',
      path,
      images.filter(({ attributes }) => attributes['alt'] === undefined),
      () => 'An image has no alternative text.',
    ),
    ...ruleFindings(
      'EPUB-026',
      path,
      images.filter(({ attributes }) =>
        /^(?:image|picture|photo|figure|placeholder|image-placeholder)$|\.(?:png|jpe?g|gif|svg|webp)$/i.test(
          attributes['alt']?.trim() ?? '',
        ),
      ),
      (first) => `"${first.attributes['alt'] ?? ''}" does not describe a picture.`,
    ),
  ];
}

/** Rule 29. */
function wellFormed({ opf, ncx, documents }: Publication): readonly Finding[] {
  return [opf, ...(ncx === undefined ? [] : [ncx]), ...documents].flatMap(({ path, mistakes }) =>
    mistakes.slice(0, 1).map((mistake) =>
      ruleFinding('EPUB-029', {
        file: path,
        at: mistake,
        message: `The XML is not well formed: ${mistake.message}`,
      }),
    ),
  );
}

/** Rule 30. A role that says the same must stand beside the type; only screen readers' own roles do count. */
function semantics({ path, root }: Document): readonly Finding[] {
  const typed = within(root).flatMap((element) =>
    (element.attributes['epub:type'] ?? '')
      .split(/\s+/)
      .filter((type) => type !== '' && !type.includes(':'))
      .map((type) => ({ element, type })),
  );
  const unknown = typed.filter(({ type }) => !(type in SEMANTICS));
  const silent = typed.filter(
    ({ element, type }) =>
      SEMANTICS[type] !== undefined &&
      element.attributes['role'] === undefined &&
      element.tag !== 'body' &&
      !isInside(element, ({ tag }) => tag === 'nav'),
  );
  return [
    ...unknown.map(({ element, type }) =>
      ruleFinding('EPUB-030', {
        file: path,
        at: element,
        message: `"${type}" is no word of the structural vocabulary.`,
      }),
    ),
    ...ruleFindings(
      'EPUB-030',
      path,
      silent.map(({ element }) => element),
      (first) =>
        `epub:type="${first.attributes['epub:type'] ?? ''}" has no role beside it for screen readers.`,
    ),
  ];
}

/** Rule 31: a call leads to an aside in its own file, and the aside leads back. */
function notes(document: Document): readonly Finding[] {
  const { path, root, ids } = document;
  const calls = within(root).filter((one) => has(one, 'epub:type', 'noteref'));
  const asides = within(root).filter((one) => has(one, 'epub:type', 'footnote'));
  const lost = calls.filter((call) => {
    const target = resolve(path, call.attributes['href'] ?? '');
    const note = target?.path === path ? ids.get(target.fragment) : undefined;
    return note === undefined || note.tag !== 'aside';
  });
  const oneWay = asides.filter(
    (aside) =>
      !all(aside, 'a').some(({ attributes }) => {
        const target = resolve(path, attributes['href'] ?? '');
        return target?.path === path && calls.some((call) => call.attributes['id'] === target.fragment);
      }),
  );
  return [
    ...ruleFindings(
      'EPUB-031',
      path,
      calls.filter(({ attributes }) => attributes['role'] !== 'doc-noteref'),
      () => 'The call of a note has no role doc-noteref.',
    ),
    ...ruleFindings(
      'EPUB-031',
      path,
      lost,
      (first) => `The call "${words(first)}" does not lead to an aside in its own file, so it cannot pop up.`,
    ),
    ...ruleFindings('EPUB-031', path, oneWay, () => 'A note has no link back to its call.'),
    ...ruleFindings(
      'EPUB-031',
      path,
      asides.filter((aside) => !/\d|[*†‡§¶]/.test(words(aside).slice(0, 8))),
      () => 'A note does not show its number.',
    ),
  ];
}

/** Rule 32. */
function headings({ path, root }: Document): readonly Finding[] {
  const found = all(root, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').filter(
    (heading) => !isInside(heading, (around) => around.attributes['hidden'] !== undefined),
  );
  const level = (heading: XmlElement): number => Number(heading.tag.slice(1));
  const skipping = found.filter(
    (heading, at) => at > 0 && level(heading) > level(found[at - 1] ?? heading) + 1,
  );
  const ones = found.filter(({ tag }) => tag === 'h1');
  return [
    ...ruleFindings('EPUB-032', path, skipping, (first) => `"${words(first)}" skips a level of headings.`),
    ...(ones.length > 1
      ? [
          ruleFinding('EPUB-032', {
            file: path,
            at: ones[1],
            message: `The file has ${ones.length} headings of the first level.`,
          }),
        ]
      : []),
  ];
}

/** Rule 33. */
function tables({ path, root }: Document): readonly Finding[] {
  const heads = all(root, 'th').filter(
    ({ attributes }) => !/^(?:col|row|colgroup|rowgroup)$/.test(attributes['scope'] ?? ''),
  );
  const wide = all(root, 'table').filter(
    (table) => Math.max(0, ...all(table, 'tr').map((row) => all(row, 'td', 'th').length)) > MOST_COLUMNS,
  );
  return [
    ...ruleFindings('EPUB-033', path, heads, () => 'A header cell does not say what it heads.'),
    ...ruleFindings(
      'EPUB-033',
      path,
      wide,
      () => `A table has more than ${MOST_COLUMNS} columns and will not fit a telephone.`,
    ),
  ];
}

/** Rule 34. */
function still({ path, root }: Document): readonly Finding[] {
  const nodes = within(root);
  return [
    ...ruleFindings(
      'EPUB-034',
      path,
      nodes.filter(({ attributes }) => attributes['style'] !== undefined),
      () => 'An element carries its own style.',
    ),
    ...ruleFindings(
      'EPUB-034',
      path,
      nodes.filter(({ tag }) => /^(?:script|iframe|object|embed|applet|form)$/.test(tag)),
      (first) => `<${first.tag}> has no place in a book.`,
    ),
    ...ruleFindings(
      'EPUB-034',
      path,
      nodes.filter(({ attributes }) => Object.keys(attributes).some((name) => /^on/i.test(name))),
      () => 'An element carries an event handler.',
    ),
    ...ruleFindings(
      'EPUB-034',
      path,
      nodes.filter(({ attributes }) => /^\s*javascript:/i.test(attributes['href'] ?? '')),
      () => 'A link runs a script.',
    ),
  ];
}

/** Rule 39. What stands in code is meant. */
function leftovers({ path, root }: Document): readonly Finding[] {
  const found = within(root).flatMap((element) => {
    if (
      /^(?:code|pre|kbd|samp|style)$/.test(element.tag) ||
      isInside(element, ({ tag }) => /^(?:code|pre|kbd|samp)$/.test(tag))
    )
      return [];
    const own = element.children.filter((child) => typeof child === 'string').join(' ');
    const left = /\{\{|<%|\[\^|\ufffd|\]\(/.exec(own)?.[0];
    return left === undefined ? [] : [{ element, left }];
  });
  const [first] = found;
  return first === undefined
    ? []
    : [
        ruleFinding('EPUB-039', {
          file: path,
          at: first.element,
          message: `"${first.left}" was left in the text by a template or by Markdown.`,
        }),
      ];
}

/** Rule 40. */
function weight({ path, source, root }: Document): readonly Finding[] {
  const bytes = Buffer.byteLength(source);
  const shown = raw(root).length > 0;
  return bytes > MOST_BYTES && shown
    ? [
        ruleFinding('EPUB-040', {
          file: path,
          message:
            `The file has ${Math.round(bytes / 1000)} kB; older reading systems are slow or fail over ` +
            '300.',
        }),
      ]
    : [];
}

function perDocument(check: (document: Document) => readonly Finding[]): EpubRule {
  return ({ documents }) => documents.flatMap(check);
}
