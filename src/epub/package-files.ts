// The files that travel beside the texts: pictures, fonts and the cover, under names that every system takes.
import { outcome, finding, type Finding, type Outcome } from '../model/finding.js';
import type { Composition, Resource } from '../model/edition.js';
import { NO_CACHE, type Cache } from '../cache/cache.js';
import { safeNames } from './package-names.js';
import { fitCover, fitImage, type EpubImage } from './fit-images.js';
import { createHash } from 'node:crypto';

export interface EpubCover {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** A cover that is still being drawn. */
export interface CoverToCome {
  readonly drawing: Promise<EpubCover & { readonly mediaType: 'image/jpeg' }>;
}

/** The cover under its name in the package. */
export interface BoundCover {
  readonly href: string;
  readonly mediaType: string;
  /** Its bytes, made fit: at once, or when it is drawn. Throws where it cannot be. */
  fitted(): Promise<Outcome<Uint8Array>>;
}

export interface BoundFiles {
  /** Pictures other than the cover, as they will be named. */
  readonly pictures: readonly Resource[];
  readonly cover: BoundCover | undefined;
  /** The composition's name of each resource, and the package's. */
  readonly names: ReadonlyMap<string, string>;
  /** The package's names of pictures that move. */
  readonly animated: readonly string[];
}

/**
 * Names and fits everything but the fonts' insides. Without a cover given, the author's own serves.
 * Findings: EPUB-101 no cover, EPUB-102 a picture that does not decode, EPUB-103 a WebP.
 */
export async function collectFiles(
  composition: Composition,
  given: EpubCover | CoverToCome | undefined,
  memory: Cache = NO_CACHE,
): Promise<Outcome<BoundFiles>> {
  const names = safeNames(composition.resources.map(({ href }) => href));
  const found: Finding[] = [];
  const fittings: (EpubImage & { readonly href: string })[] = [];
  for (const resource of composition.resources.filter(isPicture)) {
    // one after the other: a picture's pixels take much memory
    const { value, diagnostics } = await cachedImage(resource, { as: 'picture', memory, fit: fitImage });
    found.push(...diagnostics);
    fittings.push({ href: names.get(resource.href) ?? resource.href, ...value });
  }
  const cover = await boundCover(composition, { given, memory });
  found.push(...cover.diagnostics);
  return outcome(
    {
      pictures: fittings.map(({ href, mediaType, bytes }) => ({ href, mediaType, bytes })),
      cover:
        cover.value === undefined
          ? undefined
          : { ...cover.value, href: coverName([...names.values()], cover.value.mediaType) },
      names,
      animated: fittings.filter(({ animated }) => animated).map(({ href }) => href),
    },
    found,
  );
}

interface Given {
  readonly given: EpubCover | CoverToCome | undefined;
  readonly memory: Cache;
}

/** Of a cover that is to come it is known what it will be: drawn as a JPEG, which stays one. */
async function boundCover(
  { metadata, cover }: Composition,
  { given, memory }: Given,
): Promise<Outcome<Omit<BoundCover, 'href'> | undefined>> {
  const fit = (picture: EpubCover): Promise<Outcome<EpubImage>> =>
    cachedImage(
      { href: metadata.cover.image ?? 'cover', ...picture },
      { as: 'cover', memory, fit: fitCover },
    );
  if (given !== undefined && 'drawing' in given) {
    given.drawing.catch(() => undefined); // whoever asks for it hears of it
    return outcome({ mediaType: 'image/jpeg', fitted: async () => bytesOf(await fit(await given.drawing)) });
  }
  const source = given ?? cover;
  if (source === undefined) return outcome(undefined, [noCover()]);
  const { value, diagnostics } = await fit(source);
  return outcome(
    { mediaType: value.mediaType, fitted: () => Promise.resolve(outcome(value.bytes)) },
    diagnostics,
  );
}

function bytesOf({ value, diagnostics }: Outcome<EpubImage>): Outcome<Uint8Array> {
  return outcome(value.bytes, diagnostics);
}

function isPicture({ mediaType }: Resource): boolean {
  return mediaType.startsWith('image/');
}

function coverName(taken: readonly string[], mediaType: string): string {
  const ending = mediaType === 'image/jpeg' ? 'jpg' : mediaType.replace(/^image\//, '').replace(/\+xml$/, '');
  const lower = taken.map((name) => name.toLowerCase());
  for (let n = 1; ; n += 1) {
    const name = `images/cover${n === 1 ? '' : `-${n}`}.${ending}`;
    if (!lower.includes(name)) return name;
  }
}

function noCover(): Finding {
  return finding('EPUB-101', {
    message: 'The EPUB has no cover image.',
    hint: 'Name one in book.yml: epub: { cover: images/cover.png }.',
  });
}

// Pictures that were made fit before, by all that decides what becomes of them: decoding and packing a cover
// takes longer than all the rest of an e-book.

/** To be raised with every change in how pictures are made fit. */
const FITTER = 2;

/**
 * A picture that was changed without a finding is remembered; one that is carried as it is, or found fault
 * with, is looked at anew.
 */
async function cachedImage(
  resource: Resource,
  {
    as,
    memory,
    fit,
  }: { as: 'picture' | 'cover'; memory: Cache; fit: (resource: Resource) => Promise<Outcome<EpubImage>> },
): Promise<Outcome<EpubImage>> {
  const { bytes, mediaType } = resource;
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return fit(resource);
  const hash = createHash('sha256').update(`${as} ${mediaType}, fitted by ${FITTER} `).update(bytes);
  const key = `fitted-${hash.digest('hex')}`;
  const known = memory.read(key);
  if (known !== undefined)
    return outcome({
      bytes: new Uint8Array(known),
      mediaType: isJpeg(known) ? 'image/jpeg' : 'image/png',
      animated: false,
    });
  const made = await fit(resource);
  if (made.value.bytes !== bytes && made.diagnostics.length === 0) memory.write(key, made.value.bytes);
  return made;
}

/** SOI, ITU-T T.81 table B.1. */
function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}
