// Rules 8 to 16: what the package says of the book.
import type { Finding } from '../../../model/finding.js';
import { metadataOf, propertyOf, refinementsOf, type Publication } from '../publication.js';
import { ruleFinding, type EpubRule, type RuleCode } from '../rule.js';
import { RELATORS } from '../vocabulary.js';
import { all, has, within, words, type XmlElement } from '../xml-tree.js';

export const METADATA_RULES: readonly EpubRule[] = [
  identifiers,
  creators,
  languages,
  dates,
  nothingEmpty,
  accessFields,
  accessFeatures,
  paginationSource,
];

const SCHEMA = [
  'accessMode',
  'accessModeSufficient',
  'accessibilityFeature',
  'accessibilityHazard',
  'accessibilitySummary',
].map((name) => `schema:${name}`);

/** Rule 8. */
function identifiers(publication: Publication): readonly Finding[] {
  const found = metadataOf(publication, 'dc:identifier');
  const unique = publication.opf.root.attributes['unique-identifier'];
  const named = found.find(({ attributes }) => attributes['id'] === unique && unique !== undefined);
  const lasting =
    named !== undefined &&
    /^urn:(?:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|isbn:\d{13})$/i.test(
      words(named),
    );
  const isbns = found.filter((one) => /^urn:isbn:/i.test(words(one)) && !isIsbn(words(one).slice(9)));
  return [
    ...(lasting
      ? []
      : [
          inOpf(
            'EPUB-008',
            publication,
            named,
            'The identifier of the package is no urn:uuid of version 5 and no urn:isbn: it may change ' +
              'with every build.',
          ),
        ]),
    ...isbns.map((one) =>
      inOpf('EPUB-008', publication, one, `${words(one)} is no ISBN-13: its check digit does not fit.`),
    ),
  ];
}

/** Rule 9. */
function creators(publication: Publication): readonly Finding[] {
  const people = [...metadataOf(publication, 'dc:creator'), ...metadataOf(publication, 'dc:contributor')];
  return people.flatMap((one) => {
    const roles = refinementsOf(publication, one, 'role');
    const odd = roles.filter((role) => !RELATORS.has(role));
    return [
      roles.length === 0 ? `"${words(one)}" has no role.` : undefined,
      ...odd.map((role) => `"${role}" is no MARC relator code.`),
      refinementsOf(publication, one, 'file-as').length === 0
        ? `"${words(one)}" has no name to be filed as.`
        : undefined,
      one.tag === 'dc:creator' && /\s(?:and|und|&)\s|;/.test(words(one))
        ? `"${words(one)}" seems to be several people in one element.`
        : undefined,
    ]
      .filter((message) => message !== undefined)
      .map((message) => inOpf('EPUB-009', publication, one, message));
  });
}

/** Rule 10. */
function languages(publication: Publication): readonly Finding[] {
  const { opf, documents } = publication;
  const [main] = metadataOf(publication, 'dc:language');
  const language = main === undefined ? '' : words(main);
  const stated = opf.root.attributes['xml:lang'];
  const package_ = [
    ...(stated === undefined || stated === language
      ? []
      : [
          inOpf(
            'EPUB-010',
            publication,
            opf.root,
            `The package is in "${stated}" and the book in "${language}".`,
          ),
        ]),
    ...(isLanguage(language)
      ? []
      : [inOpf('EPUB-010', publication, main, `"${language}" is no language tag.`)]),
  ];
  return [
    ...package_,
    ...documents.flatMap(({ path, root }) => {
      const silent =
        root.tag === 'html' &&
        (root.attributes['lang'] === undefined || root.attributes['xml:lang'] === undefined);
      const odd = within(root).filter(
        ({ attributes: { lang, 'xml:lang': xml } }) =>
          [lang, xml].some((one) => one !== undefined && one !== '' && !isLanguage(one)) ||
          (lang !== undefined && xml !== undefined && lang !== xml),
      );
      return [
        ...(silent
          ? [
              ruleFinding('EPUB-010', {
                file: path,
                at: root,
                message: 'The document does not state its language as both lang and xml:lang.',
              }),
            ]
          : []),
        ...odd.map((at) =>
          ruleFinding('EPUB-010', {
            file: path,
            at,
            message:
              `"${at.attributes['lang'] ?? at.attributes['xml:lang']}" is no language tag, or lang and ` +
              'xml:lang differ.',
          }),
        ),
      ];
    }),
  ];
}

/** Rule 11. */
function dates(publication: Publication): readonly Finding[] {
  const modified = propertyOf(publication, 'dcterms:modified');
  const good =
    modified.length === 1 && modified.every((one) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(words(one)));
  const odd = metadataOf(publication, 'dc:date').filter(
    (one) => !/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)?)?$/.test(words(one)),
  );
  return [
    ...(good
      ? []
      : [
          inOpf(
            'EPUB-011',
            publication,
            modified[0],
            'The package does not say exactly once, in UTC to the second, when it was changed.',
          ),
        ]),
    ...odd.map((one) => inOpf('EPUB-011', publication, one, `"${words(one)}" is no date.`)),
  ];
}

/** Rule 12. */
function nothingEmpty(publication: Publication): readonly Finding[] {
  const metadata = all(publication.opf.root, 'metadata', 'opf:metadata')[0];
  if (metadata === undefined) return [];
  const elements = within(metadata).slice(1);
  const empty = elements.filter(
    (one) => words(one) === '' && one.attributes['content'] === undefined && !one.tag.endsWith('link'),
  );
  const invented = elements.filter(
    (one) => /^(?:unknown|anonymous|untitled|none|n\/a)$/i.test(words(one)) && /^dc:/.test(one.tag),
  );
  return [
    ...empty.map((one) =>
      inOpf('EPUB-012', publication, one, `${one.attributes['property'] ?? one.tag} is empty.`),
    ),
    ...invented.map((one) =>
      inOpf('EPUB-012', publication, one, `${one.tag} says "${words(one)}", which nobody wrote.`),
    ),
  ];
}

/** Rule 13. */
function accessFields(publication: Publication): readonly Finding[] {
  const missing = SCHEMA.filter((property) => propertyOf(publication, property).length === 0);
  return missing.map((property) =>
    inOpf('EPUB-013', publication, undefined, `The package has no ${property}.`),
  );
}

/** Rule 14. */
function accessFeatures(publication: Publication): readonly Finding[] {
  const features = propertyOf(publication, 'schema:accessibilityFeature').map(words);
  const modes = propertyOf(publication, 'schema:accessMode').map(words);
  const nodes = publication.documents.flatMap(({ root }) => within(root));
  const shown = nodes.filter(
    ({ tag, attributes }) =>
      tag === 'img' && attributes['alt'] !== '' && attributes['role'] !== 'presentation',
  );
  const facts: readonly (readonly [claimed: boolean, true_: boolean, what: string])[] = [
    [
      features.includes('pageBreakMarkers') || features.includes('printPageNumbers'),
      nodes.some((node) => has(node, 'epub:type', 'pagebreak')),
      'page break markers',
    ],
    [
      features.includes('alternativeText'),
      shown.length > 0 && shown.every(({ attributes }) => (attributes['alt'] ?? '').trim() !== ''),
      'alternative text for every picture',
    ],
    [features.includes('MathML'), nodes.some(({ tag }) => /^(?:m:)?math$/.test(tag)), 'MathML'],
    [
      modes.includes('visual'),
      shown.length > 0 ||
        nodes.some(({ tag, attributes }) => tag === 'svg' && attributes['aria-hidden'] !== 'true'),
      'pictures',
    ],
  ];
  return facts
    .filter(([claimed, true_]) => claimed !== true_)
    .map(([claimed, , what]) =>
      inOpf(
        'EPUB-014',
        publication,
        undefined,
        claimed
          ? `The metadata claims ${what}, and the book does not bear it out.`
          : `The book has ${what}, and the metadata does not say so.`,
      ),
    );
}

/** Rule 16: the only two ways that EPUBCheck 4.2.6, 5.3.0 and Ace all take. */
function paginationSource(publication: Publication): readonly Finding[] {
  const pages =
    publication.navigation === undefined
      ? []
      : all(publication.navigation.root, 'nav').filter((nav) => has(nav, 'epub:type', 'page-list'));
  if (pages.length === 0) return [];
  const sourced = metadataOf(publication, 'dc:source').some((one) =>
    refinementsOf(publication, one, 'source-of').includes('pagination'),
  );
  const named = all(publication.opf.root, 'meta').some(
    ({ attributes }) => attributes['name'] === 'pageBreakSource' && attributes['content'] !== '',
  );
  const refused = propertyOf(publication, 'pageBreakSource');
  return [
    ...(sourced && named
      ? []
      : [
          inOpf(
            'EPUB-016',
            publication,
            undefined,
            'There is a page list, and the print edition it follows is not named by both source-of ' +
              'and meta name="pageBreakSource".',
          ),
        ]),
    ...refused.map((one) =>
      inOpf(
        'EPUB-016',
        publication,
        one,
        'property="pageBreakSource" is an error to EPUBCheck 4.2.6, which Kobo runs.',
      ),
    ),
  ];
}

function inOpf(code: RuleCode, { opf }: Publication, at: XmlElement | undefined, message: string): Finding {
  return ruleFinding(code, { file: opf.path, at, message });
}

/** Source: ISO 2108, annex C. */
function isIsbn(digits: string): boolean {
  const plain = digits.replace(/-/g, '');
  if (!/^97[89]\d{10}$/.test(plain)) return false;
  return [...plain].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** Well formed, and its language has two or three letters: EPUBCheck takes no "english". */
function isLanguage(tag: string): boolean {
  try {
    return (
      /^x(?:-[a-z0-9]{1,8})+$/i.test(tag) ||
      (/^[a-z]{2,3}(?:-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1)
    );
  } catch {
    return false;
  }
}
