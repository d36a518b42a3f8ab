// Rules 35 and 36: every address in the text leads where it should, and nothing is fetched.
import { posix } from 'node:path';
import type { Finding } from '../../../model/finding.js';
import { resolve, type Document, type Publication } from '../publication.js';
import { ruleFinding, type EpubRule } from '../rule.js';
import { all, within, type XmlElement } from '../xml-tree.js';

export const LINK_RULES: readonly EpubRule[] = [linksResolve, nothingRemote];

/** Rule 35. */
function linksResolve(publication: Publication): readonly Finding[] {
  const shelf = new Map(publication.documents.map((document) => [document.path, document]));
  return publication.documents.flatMap(({ path, root }) =>
    all(root, 'a', 'area').flatMap((link) => {
      const href = link.attributes['href'];
      if (href === undefined) return [];
      const reason = broken(publication, shelf, path, href);
      return reason === undefined
        ? []
        : [ruleFinding('EPUB-035', { file: path, at: link, message: `The link to ${href} ${reason}.` })];
    }),
  );
}

function broken(
  { zip }: Publication,
  shelf: ReadonlyMap<string, Document>,
  path: string,
  href: string,
): string | undefined {
  if (/^(?:file:|\/|[a-z]:\\)/i.test(href)) return 'leads to the disk of whoever made the book';
  if (/\.(?:md|markdown)(?:#|$)/i.test(href) && !/^[a-z]+:/i.test(href))
    return 'still names a manuscript file';
  const target = resolve(path, href);
  if (target === undefined) return undefined;
  if (!zip.files.has(target.path)) return 'leads to no file of the book';
  const document = shelf.get(target.path);
  return target.fragment !== '' && document !== undefined && !document.ids.has(target.fragment)
    ? 'leads to no place in that file'
    : undefined;
}

/** Rule 36. */
function nothingRemote(publication: Publication): readonly Finding[] {
  return publication.documents.flatMap(({ path, root }) =>
    within(root).flatMap((element) =>
      addressesOf(element).flatMap((address) => {
        const message = remote(publication, path, address);
        return message === undefined ? [] : [ruleFinding('EPUB-036', { file: path, at: element, message })];
      }),
    ),
  );
}

function remote({ zip, opf }: Publication, path: string, address: string): string | undefined {
  const target = resolve(path, address);
  if (target === undefined)
    return /^data:/i.test(address) ? undefined : `${address} is fetched from outside the book.`;
  if (target.path.startsWith('..') || posix.isAbsolute(target.path))
    return `${address} leads out of the package.`;
  return zip.files.has(target.path) ? undefined : `${address} is not in the package ${opf.path}.`;
}

/** What a reading system loads to show an element, as opposed to links that a reader may follow. */
function addressesOf({ tag, attributes }: XmlElement): readonly string[] {
  const sets = (attributes['srcset'] ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s+/)[0] ?? '')
    .filter(Boolean);
  const shown = /^(?:link|image|use|svg:image)$/.test(tag)
    ? [attributes['href'], attributes['xlink:href']]
    : [];
  return [attributes['src'], attributes['poster'], attributes['data'], ...shown, ...sets].filter(
    (one) => one !== undefined,
  );
}
