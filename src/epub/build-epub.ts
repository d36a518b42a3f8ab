// The EPUB press: a composition in, the bytes of an EPUB out.
import type { Artifact, PageMap } from '../model/artifact.js';
import { outcome, type Outcome } from '../model/finding.js';
import type { Composition, EbookEdition, FontFace, Resource } from '../model/edition.js';
import { textOf } from '../model/flow.js';
import type { Metadata } from '../model/metadata.js';
import type { StoreName } from '../model/store.js';
import type { Cache } from '../cache/cache.js';
import { accessFacts, accessibilityMetadata } from './accessibility.js';
import { assemble, type Texts } from './assemble.js';
import { contentsOf, type ContentsEntry } from './epub-contents.js';
import { xhtmlDocument } from './xhtml-document.js';
import { collectFiles, type BoundFiles, type EpubCover, type CoverToCome } from './package-files.js';
import { finishZip } from './finish-zip.js';
import { charactersOf, embedFonts, fontNotice } from './embedded-fonts.js';
import { bookUrn } from './identifiers.js';
import { koboSpans } from './kobo-spans.js';
import type { ContentDocument } from './content-document.js';
import { cutDocuments } from './content-documents.js';
import { manifestOf } from './manifest.js';
import { packageMetadata } from './package-metadata.js';
import { momentOf } from './modified-date.js';
import { PACKAGE } from './package-names.js';
import { placeNavigation, type Navigated } from './place-navigation.js';
import { ncxFile } from './ncx.js';
import { packageFile } from './package-document.js';
import { STORES, type StoreTraits } from './store-variants.js';
import { joinStyles, styleCharacters, type JoinedStyles } from './package-styles.js';
import { tag, xmlFile } from './package-xml.js';

export interface EpubOrder {
  readonly composition: Composition;
  /** The file's name in dist/ without its ending; absent: `book`. */
  readonly name?: string;
  /** The print edition's pages, for the page list. */
  readonly pages?: PageMap | undefined;
  /**
   * The cover as a picture: the author's, or one made from the cover template. One that is still being drawn
   * is waited for when all else is done.
   */
  readonly cover?: EpubCover | CoverToCome | undefined;
  /** What the file is made for. Default `generic`: all of them. */
  readonly store?: StoreName | undefined;
  /** Seconds since 1970; absent: the book's own dates decide. */
  readonly epoch?: number | undefined;
  /** Pictures that were made fit before, and fonts that were cut. Default: nothing. */
  readonly memory?: Cache | undefined;
}

/**
 * Presses an EPUB 3.3. The same order gives the same bytes on every machine and in every time zone.
 *
 * Findings: EPUB-101 to EPUB-103. Throws an Error when the composition is not an e-book's, or when the
 * assembler loses a file.
 */
export async function buildEpub({
  composition,
  name,
  pages,
  cover: given,
  store = 'generic',
  epoch,
  memory,
}: EpubOrder): Promise<Outcome<Artifact>> {
  const { edition, metadata } = composition;
  if (edition.medium !== 'ebook')
    throw new Error(`The EPUB press was given a composition for ${edition.medium}.`);
  const traits = STORES[store];
  const watch = stopwatch();
  const moment = momentOf(metadata, epoch);

  const files = await collectFiles(composition, given, memory);
  watch.lap('pictures');
  const leaves = cutDocuments({
    composition,
    pages,
    cover: traits.coverPage === 'shown' ? files.value.cover?.href : undefined,
    names: files.value.names,
  });
  const contents = contentsOf(composition.outline, leaves, edition.tocDepth);
  const book = spoken(placeNavigation({ leaves, contents, metadata }), traits);
  watch.lap('leaves');
  const type = await setType(composition, { edition, leaves: book.leaves, names: files.value.names, memory });
  watch.lap('fonts');
  const texts = await assemble(textsOf({ metadata, moment, contents, book, type, files: files.value }));
  watch.lap('assembly');
  const cover = await coverOf(files.value);
  watch.lap('cover');
  const bytes = finishZip(
    bind({
      texts,
      navigation: book.navigation.file,
      pictures: [...files.value.pictures, ...cover.value],
      type,
    }),
    moment,
  );
  watch.lap('zip');

  const artifact = {
    edition: 'epub',
    name: `${name ?? 'book'}${traits.ending}`,
    mediaType: 'application/epub+zip',
    bytes,
    styles: { path: inPackage(PACKAGE.style), places: type.places },
    spent: watch.laps(),
    ...(traits.coverPage === 'left-out' ? { coverPage: traits.coverPage } : {}),
  } as const;
  return outcome(pages === undefined ? artifact : { ...artifact, pages }, [
    ...files.diagnostics,
    ...cover.diagnostics,
  ]);
}

async function coverOf({ cover }: BoundFiles): Promise<Outcome<readonly Resource[]>> {
  if (cover === undefined) return outcome([]);
  const { href, mediaType } = cover;
  const { value: bytes, diagnostics } = await cover.fitted();
  return outcome([{ href, mediaType, bytes }], diagnostics);
}

/**
 * The text in the store's own terms; the navigation document is for the reading system and stays as it is.
 */
function spoken(book: Navigated, { sentences }: StoreTraits): Navigated {
  if (sentences === 'plain') return book;
  return {
    ...book,
    leaves: book.leaves.map((leaf) =>
      leaf === book.navigation ? leaf : { ...leaf, flow: koboSpans(leaf.flow) },
    ),
  };
}

/** The stylesheet, and the fonts it calls for. */
interface Type {
  readonly css: string;
  readonly places: JoinedStyles['places'];
  readonly faces: readonly FontFace[];
  readonly fonts: readonly Resource[];
}

interface Setting {
  readonly edition: EbookEdition;
  readonly leaves: readonly ContentDocument[];
  readonly names: ReadonlyMap<string, string>;
  readonly memory: Cache | undefined;
}

async function setType(composition: Composition, { edition, leaves, names, memory }: Setting): Promise<Type> {
  const faces = edition.fonts === 'none' ? [] : composition.fonts;
  const { css, places } = joinStyles({
    styles: composition.styles,
    names,
    fonts: faces.map(({ href }) => href),
    fallbacks: faces.flatMap(({ family, characters }) => (characters === undefined ? [] : [family])),
  });
  const characters = charactersOf([...leaves.map(({ flow }) => textOf(flow)), styleCharacters(css)]);
  const fonts = await embedFonts({ faces, resources: composition.resources, characters, memory });
  return {
    css,
    places,
    faces,
    fonts: fonts.map((font) => ({ ...font, href: names.get(font.href) ?? font.href })),
  };
}

interface TextsOrder {
  readonly metadata: Metadata;
  readonly moment: number;
  readonly contents: readonly ContentsEntry[];
  readonly book: Navigated;
  readonly type: Type;
  readonly files: BoundFiles;
}

function textsOf({ metadata, moment, contents, book, type, files }: TextsOrder): Texts {
  const { leaves, navigation, landmarks, pageList } = book;
  const { title, language, direction, seed } = metadata;
  const others = leaves.filter((leaf) => leaf !== navigation);
  const manifest = manifestOf({
    leaves: others,
    navigation: navigation.file,
    pictures: files.pictures,
    fonts: type.fonts,
    cover: files.cover,
  });
  const ids = new Map(manifest.map(({ href, id }) => [href, id]));
  const spine = leaves.map(
    (leaf) =>
      ({ id: ids.get(leaf.file) ?? '', shown: leaf === navigation ? book.shown : 'in-text' }) as const,
  );
  const described = packageMetadata({
    metadata,
    moment,
    accessibility: accessibilityMetadata(metadata, accessFacts(leaves, files.animated)),
    pages: pageList.length > 0 ? 'marked' : 'none',
    fonts: type.fonts.length > 0 ? 'embedded' : 'none',
    cover: files.cover === undefined ? undefined : 'cover-image',
  });
  return {
    title,
    css: type.css,
    opf: packageFile({ metadata, described, manifest, spine, landmarks }),
    ncx: ncxFile({ urn: bookUrn(seed), title, language, contents, pages: pageList }),
    nav: xhtmlDocument({ ...navigation, direction }),
    documents: others.map((leaf) => ({ file: leaf.file, xhtml: xhtmlDocument({ ...leaf, direction }) })),
  };
}

interface Binding {
  readonly texts: ReadonlyMap<string, Uint8Array>;
  readonly navigation: string;
  readonly pictures: readonly Resource[];
  readonly type: Type;
}

/**
 * All files of the package under their final paths. Two files of one path would be a fault of ours: throws an
 * Error.
 */
function bind({ texts, navigation, pictures, type }: Binding): ReadonlyMap<string, Uint8Array> {
  const renamed = [...texts].map(
    ([path, bytes]) => [path === inPackage(PACKAGE.nav) ? inPackage(navigation) : path, bytes] as const,
  );
  const resources = [...pictures, ...type.fonts];
  const all = [
    ...renamed,
    ...resources.map(({ href, bytes }) => [inPackage(href), bytes] as const),
    ...metaInfFiles(type.fonts.length === 0 ? [] : type.faces),
  ];
  const bound = new Map(all);
  if (bound.size !== all.length) throw new Error('Two files of the EPUB have the same name.');
  return bound;
}

function inPackage(href: string): string {
  return `${PACKAGE.root}/${href}`;
}

function stopwatch(): {
  readonly lap: (stage: string) => void;
  readonly laps: () => Readonly<Record<string, number>>;
} {
  const laps: Record<string, number> = {};
  let since = performance.now();
  return {
    lap: (stage) => {
      const now = performance.now();
      laps[stage] = Math.round(now - since);
      since = now;
    },
    laps: () => ({ ...laps }),
  };
}

// What stands beside the package in META-INF: Apple's switch for the book's own fonts, and the fonts'
// licences.

/** Files by path; none when no font travels along. */
function metaInfFiles(faces: readonly FontFace[]): ReadonlyMap<string, Uint8Array> {
  if (faces.length === 0) return new Map();
  const options = tag(
    'display_options',
    {},
    tag('platform', { name: '*' }, tag('option', { name: 'specified-fonts' }, 'true')),
  );
  const text = new TextEncoder();
  return new Map([
    ['META-INF/com.apple.ibooks.display-options.xml', text.encode(xmlFile(options))],
    ['META-INF/fonts.txt', text.encode(fontNotice(faces))],
  ]);
}
