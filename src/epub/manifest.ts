// The manifest: every file of the package with its type and what a reading system must know of it.
import type { Resource } from '../model/edition.js';
import { propertiesOf } from './xhtml-document.js';
import type { ContentDocument } from './content-document.js';
import { PACKAGE } from './package-names.js';
import type { ManifestItem } from './package-document.js';

export interface ManifestOrder {
  /** The leaves without the navigation document. */
  readonly leaves: readonly ContentDocument[];
  readonly navigation: string;
  readonly pictures: readonly Resource[];
  readonly fonts: readonly Resource[];
  readonly cover: Pick<Resource, 'href' | 'mediaType'> | undefined;
}

const XHTML = 'application/xhtml+xml';

/** Ids are given by kind and place, so that they are the same in every build. */
export function manifestOf({
  leaves,
  navigation,
  pictures,
  fonts,
  cover,
}: ManifestOrder): readonly ManifestItem[] {
  return [
    { id: 'nav', href: navigation, mediaType: XHTML, properties: ['nav'] },
    { id: 'ncx', href: PACKAGE.ncx, mediaType: 'application/x-dtbncx+xml', properties: [] },
    { id: 'style', href: PACKAGE.style, mediaType: 'text/css', properties: [] },
    ...(cover === undefined
      ? []
      : [{ id: 'cover-image', href: cover.href, mediaType: cover.mediaType, properties: ['cover-image'] }]),
    ...leaves.map(({ file, flow }, at) => ({
      id: `text-${at + 1}`,
      href: file,
      mediaType: XHTML,
      properties: propertiesOf(flow),
    })),
    ...numbered('picture', pictures),
    ...numbered('font', fonts),
  ];
}

function numbered(kind: string, resources: readonly Resource[]): readonly ManifestItem[] {
  return resources.map(({ href, mediaType }, at) => ({
    id: `${kind}-${at + 1}`,
    href,
    mediaType,
    properties: [],
  }));
}
