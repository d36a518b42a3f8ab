// One image with no more pixels than its place needs, unpacked and packed again. It runs in a thread.
import { decodePhotograph, encodeRaster } from '../../images/jpeg/jpeg-codec.js';
import { isLineArt } from '../../images/line-art.js';
import { resample, type PixelSize, type SampledImage } from '../../images/resample.js';
import { packPhotograph } from '../objects/pack-photograph.js';
import { deflated, inflated } from '../objects/zlib.js';

/** Pixels per inch. */
export interface Resolution {
  readonly photograph: number;
  /** For drawings in a few plain colours. */
  readonly lineArt: number;
}

export interface ImageToResample extends PixelSize {
  readonly packing: 'jpeg' | 'deflated' | 'plain';
  readonly contents: Uint8Array;
  readonly samples: 1 | 3;
  /** How opaque each pixel is, deflated, a byte for each. */
  readonly opacity?: Uint8Array | undefined;
  /** Pixels per inch where it is shown largest. */
  readonly ppi: number;
  readonly to: Resolution;
  /** Whether a JPEG is packed as one again; or without loss, for colours that are converted next. */
  readonly jpeg: 'packed' | 'open';
}

export interface ResampledImage extends PixelSize {
  readonly kind: keyof Resolution;
  readonly packing: 'jpeg' | 'deflated' | 'differences';
  readonly bytes: Uint8Array;
  readonly opacity?: Uint8Array | undefined;
  /** How many bytes the image took before, packed in the same way. */
  readonly before: number;
}

/** An image may have so many times the pixels that its place needs. */
export const PLAY = 1.5;

/**
 * An image is packed anew only where that makes it smaller by a tenth: a drawing of few colours may grow, and
 * a JPEG loses each time.
 */
const WORTH = 0.9;

/** Undefined where it has no more pixels than are needed. @throws an Error when it is damaged */
export function resampleImage(image: ImageToResample): ResampledImage | undefined {
  const { packing, contents, width, height, samples, opacity, ppi, to, jpeg } = image;
  if (ppi <= PLAY * Math.min(to.photograph, to.lineArt)) return undefined;
  const raster: SampledImage = { width, height, samples, bytes: unpacked(image) };
  if (
    raster.bytes.length < width * height * samples ||
    (opacity !== undefined && inflated(opacity).length < width * height)
  )
    return undefined; // cut short: it is shown as it is
  const kind = isLineArt(raster) ? 'lineArt' : 'photograph';
  if (ppi <= PLAY * to[kind]) return undefined;
  const size = { width: Math.ceil((width * to[kind]) / ppi), height: Math.ceil((height * to[kind]) / ppi) };
  const made =
    opacity === undefined
      ? { raster: resample(raster, size), opacity: undefined }
      : withOpacity(raster, { opacity: inflated(opacity), size });
  const packed =
    packing === 'jpeg' && jpeg === 'packed'
      ? { packing: 'jpeg' as const, bytes: encodeRaster(made.raster) }
      : packedWithoutLoss(made.raster, kind);
  const before =
    packing === 'jpeg' && packed.packing !== 'jpeg' ? lengthOfDifferences(raster) : contents.length;
  if (packed.bytes.length > WORTH * before) return undefined;
  return {
    ...size,
    kind,
    ...packed,
    before: before + (opacity?.length ?? 0),
    ...(made.opacity ? { opacity: deflated(made.opacity) } : {}),
  };
}

function unpacked({ packing, contents, samples }: ImageToResample): Uint8Array {
  switch (packing) {
    case 'jpeg': {
      const { rgb } = decodePhotograph(contents);
      return samples === 3 ? rgb : rgb.filter((_, at) => at % 3 === 0);
    }
    case 'deflated':
      return inflated(contents);
    case 'plain':
      return contents;
  }
}

function packedWithoutLoss(
  raster: SampledImage,
  kind: keyof Resolution,
): Pick<ResampledImage, 'packing' | 'bytes'> {
  return kind === 'photograph'
    ? { packing: 'differences', bytes: packPhotograph(raster) }
    : { packing: 'deflated', bytes: deflated(raster.bytes) };
}

/**
 * Colours count by how opaque they are: the colour of what is not seen would show at the edges of what is.
 */
function withOpacity(
  raster: SampledImage,
  { opacity, size }: { readonly opacity: Uint8Array; readonly size: PixelSize },
): { readonly raster: SampledImage; readonly opacity: Uint8Array } {
  const { width, height, samples, bytes } = raster;
  const weighed = bytes.map((value, at) =>
    Math.round((value * (opacity[Math.floor(at / samples)] ?? 255)) / 255),
  );
  const made = resample({ ...raster, bytes: weighed }, size);
  const seen = resample({ width, height, samples: 1, bytes: opacity }, size).bytes;
  const colours = made.bytes.map((value, at) => {
    const share = seen[Math.floor(at / samples)] ?? 255;
    return share === 0 ? 0 : Math.min(255, Math.round((value * 255) / share));
  });
  return { raster: { ...made, bytes: colours }, opacity: seen };
}

/** Rows are packed by themselves, so one of sixteen says what all of them take. */
const ROWS = 16;

/** What a photograph takes without loss, from a part of its rows. */
function lengthOfDifferences({ width, height, samples, bytes }: SampledImage): number {
  const row = width * samples;
  const count = Math.ceil(height / ROWS);
  const some = new Uint8Array(count * row);
  for (let line = 0; line < count; line += 1)
    some.set(bytes.subarray(line * ROWS * row, line * ROWS * row + row), line * row);
  return Math.round((packPhotograph({ bytes: some, width, samples }).length * height) / count);
}
