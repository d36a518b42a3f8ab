// Rule 41: the text's elements and attributes stand where XHTML allows them, and names are names.
import type { Finding } from '../../../model/finding.js';
import {
  ARIA_ATTRIBUTES,
  BLOCKS,
  CHILDREN,
  ELEMENTS,
  OBSOLETE_ATTRIBUTES,
  PARENTS,
  ROLES,
  TEXT_ONLY,
  WHOLE_NUMBERS,
} from '../content-model.js';
import type { Document, Publication } from '../publication.js';
import { ruleFinding, type EpubRule } from '../rule.js';
import { isInside, within, type XmlElement } from '../xml-tree.js';

export const MARKUP_RULES: readonly EpubRule[] = [({ documents }) => documents.flatMap(markup), ncxNames];

/** One finding for each way in which a file is wrong, at its first place. */
function markup({ path, root }: Document): readonly Finding[] {
  const said = new Set<string>();
  return within(root)
    .filter((element) => !isForeign(element))
    .flatMap((element) =>
      faultsOf(element).flatMap((message) => {
        if (said.has(message)) return [];
        said.add(message);
        return [ruleFinding('EPUB-041', { file: path, at: element, message })];
      }),
    );
}

function faultsOf(element: XmlElement): readonly string[] {
  return [...placeFaults(element), ...attributeFaults(element)];
}

function placeFaults(element: XmlElement): readonly string[] {
  const { tag, parent } = element;
  const around = parent?.tag ?? '';
  const textIn =
    CHILDREN[tag] !== undefined &&
    element.children.some((child) => typeof child === 'string' && child.trim() !== '');
  return [
    ELEMENTS.has(tag) ? undefined : `<${tag}> is no element of XHTML.`,
    TEXT_ONLY.has(around) && BLOCKS.has(tag)
      ? `<${tag}> stands in <${around}>, which holds running text alone.`
      : undefined,
    CHILDREN[around]?.has(tag) === false ? `<${tag}> stands directly in <${around}>.` : undefined,
    PARENTS[tag]?.has(around) === false ? `<${tag}> stands in <${around}>.` : undefined,
    textIn ? `Text stands directly in <${tag}>.` : undefined,
    tag === 'a' &&
    element.attributes['href'] !== undefined &&
    isInside(element, (one) => one.tag === 'a' && one.attributes['href'] !== undefined)
      ? 'A link stands inside a link.'
      : undefined,
  ].filter((message) => message !== undefined);
}

function attributeFaults({ tag, attributes }: XmlElement): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (OBSOLETE_ATTRIBUTES[name]?.has(tag) === false) return [`<${tag}> has no attribute ${name}.`];
    if (WHOLE_NUMBERS[name]?.test(value) === false && !/^(?:col|hr|pre)$/.test(tag))
      return [`${name}="${value}" of <${tag}> is no whole number.`];
    if (name === 'role')
      return value
        .split(/\s+/)
        .filter((role) => !ROLES.has(role))
        .map((role) => `"${role}" is no role of ARIA.`);
    if (name.startsWith('aria-') && !ARIA_ATTRIBUTES.has(name.slice(5)))
      return [`${name} is no attribute of ARIA.`];
    if (name === 'id' && (value === '' || /\s/.test(value)))
      return [`The id "${value}" is empty or has a space in it.`];
    return [];
  });
}

/** Drawings and formulas have rules of their own. */
function isForeign(element: XmlElement): boolean {
  return (
    /^(?:svg|math)$/.test(element.tag) ||
    /:/.test(element.tag) ||
    isInside(element, ({ tag }) => tag === 'svg' || tag === 'math')
  );
}

/** Ids of an NCX are XML names, each once; a place has one. */
function ncxNames({ ncx }: Publication): readonly Finding[] {
  if (ncx === undefined) return [];
  const seen = new Set<string>();
  return within(ncx.root).flatMap((element) => {
    const { id } = element.attributes;
    const needed = element.tag === 'navPoint';
    const again = id !== undefined && seen.has(id);
    if (id !== undefined) seen.add(id);
    if (id === undefined)
      return needed
        ? [ruleFinding('EPUB-041', { file: ncx.path, at: element, message: 'A place in the NCX has no id.' })]
        : [];
    if (again)
      return [
        ruleFinding('EPUB-041', {
          file: ncx.path,
          at: element,
          message: `The id "${id}" occurs twice in the NCX.`,
        }),
      ];
    return /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id)
      ? []
      : [
          ruleFinding('EPUB-041', {
            file: ncx.path,
            at: element,
            message: `The id "${id}" in the NCX is no XML name.`,
          }),
        ];
  });
}
