// Makes the book's pictures fit for reading systems: upright, opaque, sRGB, at most 5.6 megapixels; what is
// fit already stays byte for byte.
import type { Resource } from '../model/edition.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { jpegFacts } from '../images/jpeg/jpeg-header.js';
import { decodeJpeg, encodeJpeg } from '../images/formats/jpeg-raster.js';
import { decodePng, encodePng, pngFacts } from '../images/formats/png.js';
import { jpegProfile, pngProfile } from '../images/formats/icc-profiles.js';
import { fitted, MOST_PIXELS, shrink, upright, type Raster } from '../images/formats/raster.js';
import { toSrgb } from '../images/formats/to-srgb.js';

export interface EpubImage {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly animated: boolean;
}

/**
 * One picture as the package carries it. Findings: EPUB-102 it does not decode, EPUB-103 it is of a kind that
 * not all reading systems show; either is then carried as it is.
 *
 * Source of the limit: Apple Books Asset Guide; transparency and CMYK show black or inverted on older Kindles
 * and Kobos.
 */
export async function fitImage(resource: Resource): Promise<Outcome<EpubImage>> {
  if (resource.mediaType === 'image/webp') return outcome(asItIs(resource), [notEverywhere(resource)]);
  try {
    return outcome(await fit(resource));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return outcome(asItIs(resource), [damaged(resource, reason)]);
  }
}

/** The cover as stores want it: a JPEG, whatever it came as. */
export async function fitCover(resource: Resource): Promise<Outcome<EpubImage>> {
  const fitting = await fitImage(resource);
  if (fitting.value.mediaType !== 'image/png' || fitting.diagnostics.length > 0) return fitting;
  return outcome({
    bytes: encodeJpeg(decodePng(fitting.value.bytes)),
    mediaType: 'image/jpeg',
    animated: false,
  });
}

async function fit(resource: Resource): Promise<EpubImage> {
  if (resource.mediaType === 'image/jpeg') return fitJpeg(resource);
  if (resource.mediaType === 'image/png') return fitPng(resource);
  return asItIs(resource);
}

/** Four inks become RGB without their profile: the decoder gives no inks. */
async function fitJpeg(resource: Resource): Promise<EpubImage> {
  const facts = jpegFacts(resource.bytes);
  if (facts === undefined) throw new Error('it has no JPEG frame');
  const { width, height, components, orientation } = facts;
  const recolour =
    components === 4
      ? undefined
      : await toSrgb(jpegProfile(resource.bytes), components === 1 ? 'gray' : 'rgb');
  const fits =
    width * height <= MOST_PIXELS && components !== 4 && orientation === 1 && recolour === undefined;
  if (fits) return asItIs(resource);
  return {
    bytes: encodeJpeg(small(upright(decodeJpeg(resource.bytes, recolour), orientation))),
    mediaType: 'image/jpeg',
    animated: false,
  };
}

async function fitPng(resource: Resource): Promise<EpubImage> {
  const facts = pngFacts(resource.bytes);
  if (facts === undefined) throw new Error('it has no PNG header');
  if (facts.animated) return { ...asItIs(resource), animated: true };
  const recolour = await toSrgb(pngProfile(resource.bytes), facts.samples);
  if (facts.width * facts.height <= MOST_PIXELS && !facts.transparent && recolour === undefined)
    return asItIs(resource);
  return {
    bytes: encodePng(small(decodePng(resource.bytes, recolour))),
    mediaType: 'image/png',
    animated: false,
  };
}

function small(raster: Raster): Raster {
  return shrink(raster, fitted(raster, MOST_PIXELS));
}

function asItIs(resource: Resource): EpubImage {
  return { bytes: resource.bytes, mediaType: resource.mediaType, animated: isAnimatedGif(resource) };
}

/** More than one graphic control extension: more than one frame. */
function isAnimatedGif({ mediaType, bytes }: Resource): boolean {
  if (mediaType !== 'image/gif') return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const control = Buffer.from([0x21, 0xf9, 0x04]);
  const first = text.indexOf(control);
  return first !== -1 && text.indexOf(control, first + 1) !== -1;
}

/**
 * WebP came into the standard with EPUB 3.3; Kobo's intake checks against 3.2, where it is a foreign resource
 * without a fallback.
 */
function notEverywhere(resource: Resource): Finding {
  return finding('EPUB-103', {
    message: `The image ${resource.href} is a WebP, which not every store and reading system takes.`,
    at: { path: resource.href, line: 1 },
    hint: 'Export it as a JPEG, or as a PNG where it is a drawing.',
  });
}

function damaged(resource: Resource, reason: string): Finding {
  return finding('EPUB-102', {
    message: `The image ${resource.href} cannot be decoded: ${reason}.`,
    at: { path: resource.href, line: 1 },
    hint: 'Open it in an image editor and export it again.',
  });
}
