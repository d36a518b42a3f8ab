// Rules 22 to 25, 27 and 28: the cover, the pictures and the fonts.
import type { Finding } from '../../../model/finding.js';
import { decodeJpeg } from '../../../images/formats/jpeg-raster.js';
import { jpegFacts } from '../../../images/jpeg/jpeg-header.js';
import { decodePng, pngFacts } from '../../../images/formats/png.js';
import { MOST_PIXELS } from '../../../images/formats/raster.js';
import { readFontTables, fontFlavour } from '../../../fonts/font-tables.js';
import type { Item, Publication } from '../publication.js';
import { ruleFinding, type EpubRule } from '../rule.js';
import { all, raw } from '../xml-tree.js';

export const RESOURCE_RULES: readonly EpubRule[] = [
  oneCover,
  coverSize,
  pictureHeaders,
  opaque,
  realFonts,
  everyCharacter,
];

/** Rule 24 to its last line: by far the slowest question, about a second for every four megapixels. */
export const DECODING_RULES: readonly EpubRule[] = [picturesDecode];

/** Rule 22. */
function oneCover({ items, documents, opf, coverPage }: Publication): readonly Finding[] {
  const covers = items.filter(({ properties }) => properties.includes('cover-image'));
  const [cover] = covers;
  if (covers.length !== 1 || cover === undefined)
    return [
      ruleFinding('EPUB-022', {
        file: opf.path,
        at: covers[1]?.at,
        message: `The package has ${covers.length} cover images. Stores want one.`,
      }),
    ];
  const legacy = all(opf.root, 'meta').some(
    ({ attributes }) => attributes['name'] === 'cover' && attributes['content'] === cover.id,
  );
  const shown = documents
    .flatMap(({ root }) => all(root, 'img'))
    .find(({ attributes }) => cover.path.endsWith(`/${attributes['src'] ?? '?'}`));
  return [
    legacy ? undefined : 'No <meta name="cover"> names the cover for older reading systems.',
    shown === undefined && coverPage === 'expected' ? 'No page shows the cover.' : undefined,
    shown !== undefined && (shown.attributes['alt'] ?? '').trim() === ''
      ? 'The cover has no alternative text.'
      : undefined,
  ]
    .filter((message) => message !== undefined)
    .map((message) => ruleFinding('EPUB-022', { file: opf.path, at: cover.at, message }));
}

/**
 * Rule 23. Source: Kindle Publishing Guidelines 4.2: 1600 by 2560 ideal, 1000 on the longer side at least.
 */
function coverSize({ items, zip }: Publication): readonly Finding[] {
  const covers = items.filter(({ properties }) => properties.includes('cover-image'));
  return covers.flatMap(({ path, mediaType }) => {
    if (mediaType !== 'image/jpeg')
      return [
        ruleFinding('EPUB-023', { file: path, message: `The cover is ${mediaType}; stores want a JPEG.` }),
      ];
    const facts = jpegFacts(zip.files.get(path) ?? new Uint8Array());
    if (facts === undefined || Math.max(facts.width, facts.height) >= 1000) return [];
    return [
      ruleFinding('EPUB-023', {
        file: path,
        message:
          `The cover is ${facts.width} by ${facts.height} pixels; 1600 by 2560 is ideal, and under 1000 ` +
          'on its longer side stores refuse it.',
      }),
    ];
  });
}

/** Rule 24, as far as the header tells. */
function pictureHeaders({ items, zip }: Publication): readonly Finding[] {
  return reportPictures({ items, zip }, headerProblem);
}

/** Rule 24, the pixels. A picture whose header is wrong already is not reported twice. */
function picturesDecode({ items, zip }: Publication): readonly Finding[] {
  return reportPictures({ items, zip }, (item, bytes) =>
    headerProblem(item, bytes) === undefined ? pixelProblem(item, bytes) : undefined,
  );
}

function reportPictures(
  { items, zip }: Pick<Publication, 'items' | 'zip'>,
  problemOf: (item: Item, bytes: Uint8Array) => string | undefined,
): readonly Finding[] {
  return items.filter(isPicture).flatMap((item) => {
    const bytes = zip.files.get(item.path);
    const problem = bytes && problemOf(item, bytes);
    return problem === undefined ? [] : [ruleFinding('EPUB-024', { file: item.path, message: problem })];
  });
}

/** Rule 25. */
function opaque({ items, zip }: Publication): readonly Finding[] {
  return items
    .filter(
      ({ mediaType, path }) =>
        mediaType === 'image/png' && pngFacts(zip.files.get(path) ?? new Uint8Array())?.transparent === true,
    )
    .map(({ path }) =>
      ruleFinding('EPUB-025', {
        file: path,
        message: 'The image is transparent, and may vanish in dark mode.',
      }),
    );
}

/** Rule 27. Source: Kindle and Kobo take TrueType and OpenType, no WOFF. */
function realFonts({ items, zip }: Publication): readonly Finding[] {
  const locked = zip.files.has('META-INF/encryption.xml');
  const noticed = zip.files.has('META-INF/fonts.txt');
  return items.filter(isFont).flatMap(({ path }) => {
    const bytes = zip.files.get(path);
    if (bytes === undefined || locked) return [];
    const flavour = fontFlavour(bytes);
    if (flavour === undefined)
      return [ruleFinding('EPUB-027', { file: path, message: 'The file is no font.' })];
    if (flavour === 'woff')
      return [
        ruleFinding('EPUB-027', {
          file: path,
          message: 'The font is WOFF, which Kindle and Kobo do not take.',
        }),
      ];
    const facts = readFontTables(bytes);
    if (facts === undefined || facts.characters.size === 0)
      return [ruleFinding('EPUB-027', { file: path, message: 'The font is damaged.' })];
    return facts.licence !== '' || noticed
      ? []
      : [
          ruleFinding('EPUB-027', {
            file: path,
            message: 'Neither the font nor the package says under which licence it travels.',
          }),
        ];
  });
}

/** Rule 28: with a generic family at the end of the list a reading system has something to fall back on. */
function everyCharacter({ items, zip, documents, styles }: Publication): readonly Finding[] {
  const fonts = items
    .filter(isFont)
    .map(({ path }) => zip.files.get(path))
    .filter((bytes) => bytes !== undefined);
  const sets = fonts
    .map((bytes) => readFontTables(bytes)?.characters)
    .filter((set) => set !== undefined && set.size > 0);
  const fallback = styles.some(({ css }) => /(?:serif|sans-serif|monospace|system-ui)\s*[;}!]/.test(css));
  if (sets.length === 0 || sets.length < fonts.length || fallback) return [];
  return documents.flatMap(({ path, root }) => {
    const missing = [...new Set(raw(root))].filter(
      (character) => character > ' ' && !sets.some((set) => set?.has(character.codePointAt(0) ?? 0)),
    );
    return missing.length === 0
      ? []
      : [
          ruleFinding('EPUB-028', {
            file: path,
            message:
              `No font in the package has ${missing.slice(0, 10).join(' ')}, and the styles name no ` +
              'generic family to fall back on.',
          }),
        ];
  });
}

function isPicture({ mediaType }: Item): boolean {
  return mediaType === 'image/jpeg' || mediaType === 'image/png';
}

function isFont({ mediaType }: Item): boolean {
  return /font|opentype/.test(mediaType);
}

function headerProblem({ mediaType }: Item, bytes: Uint8Array): string | undefined {
  const facts = mediaType === 'image/jpeg' ? jpegFacts(bytes) : pngFacts(bytes);
  if (facts === undefined) return 'The picture has no header; it is damaged or of another kind.';
  if (facts.width * facts.height > MOST_PIXELS)
    return (
      `The picture has ${((facts.width * facts.height) / 1e6).toFixed(1)} megapixels; Apple Books shows ` +
      'at most 5.6.'
    );
  return 'components' in facts && facts.components === 4
    ? 'The picture is CMYK; reading systems show RGB.'
    : undefined;
}

function pixelProblem({ mediaType }: Item, bytes: Uint8Array): string | undefined {
  try {
    if (mediaType === 'image/jpeg') decodeJpeg(bytes);
    else decodePng(bytes);
    return undefined;
  } catch (error) {
    return `The picture does not decode: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
