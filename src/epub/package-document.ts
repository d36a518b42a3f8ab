// The package document: metadata, manifest, spine, and the guide for old readers.
import type { ElementNode } from '../model/flow.js';
import type { Metadata } from '../model/metadata.js';
import { tag, xmlFile } from './package-xml.js';
import type { Landmark } from './navigation-document.js';

export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

export interface SpineItem {
  readonly id: string;
  /** Whether a reader meets it while turning pages, or only by a link. */
  readonly shown: 'in-text' | 'aside';
}

export interface PackageDocument {
  readonly metadata: Metadata;
  /** The finished `<metadata>`. */
  readonly described: ElementNode;
  readonly manifest: readonly ManifestItem[];
  /** Manifest ids in reading order. */
  readonly spine: readonly SpineItem[];
  readonly landmarks: readonly Landmark[];
}

/** EPUB 2's names for the landmarks that its readers know. */
const GUIDE: Readonly<Record<string, string>> = {
  cover: 'cover',
  titlepage: 'title-page',
  toc: 'toc',
  bodymatter: 'text',
};

const PREFIXES: Readonly<Record<string, string>> = {
  a11y: 'http://www.idpf.org/epub/vocab/package/a11y/#',
  ibooks: 'http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/',
};

/** `content.opf`. Source: EPUB 3.3 section 5. */
export function packageFile({ metadata, described, manifest, spine, landmarks }: PackageDocument): string {
  const { language, direction } = metadata;
  const root = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'uid',
    'xml:lang': language,
    dir: direction,
    prefix: prefixes(described),
  };
  const guide = landmarks.flatMap(({ type, label, href }) =>
    GUIDE[type] === undefined ? [] : [tag('reference', { type: GUIDE[type], title: label, href })],
  );
  return xmlFile(
    tag(
      'package',
      root,
      described,
      tag(
        'manifest',
        {},
        ...manifest.map(({ id, href, mediaType, properties }) =>
          tag('item', {
            id,
            href,
            'media-type': mediaType,
            properties: properties.length === 0 ? undefined : properties.join(' '),
          }),
        ),
      ),
      tag(
        'spine',
        { toc: 'ncx', 'page-progression-direction': direction },
        ...spine.map(({ id, shown }) =>
          tag('itemref', { idref: id, linear: shown === 'aside' ? 'no' : undefined }),
        ),
      ),
      guide.length === 0 ? undefined : tag('guide', {}, ...guide),
    ),
  );
}

/** Only the prefixes that the metadata uses are declared. */
function prefixes(described: ElementNode): string | undefined {
  const used = described.children.map((node) =>
    node.type === 'element' ? node.attributes['property']?.split(':')[0] : undefined,
  );
  const lines = Object.entries(PREFIXES)
    .filter(([prefix]) => used.includes(prefix))
    .map(([prefix, url]) => `${prefix}: ${url}`);
  return lines.length === 0 ? undefined : lines.join(' ');
}
