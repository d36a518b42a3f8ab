// The sizes of a book's images as classes, and the style sheet behind them: a class is valid in both
// editions, and `width="50%"` is not. A figure is as wide as the text. It is no wider than its pixels
// allow, unless its author gives it a size.
import type { Medium } from '../../model/media.js';
import type { ElementNode } from '../../model/flow.js';
import type { ImageKind } from '../../images/image-type.js';
import type { ImageSize } from '../../images/image-verdict.js';
import { MM_PER_INCH, MM_PER_PX, POINTS_PER_MM } from '../../shared/units.js';

export interface ImageSizes {
  /** The class of an image of this natural size; none where it is as large as its place. */
  classOf(image: ElementNode, natural: (ImageSize & { readonly kind: ImageKind }) | undefined): string;
  /** The rules of all classes given so far. */
  css(): string;
}

/** Of the same shape in whole numbers, which is all that the attributes of an image may hold. */
export function wholeSize({ width, height }: ImageSize): ImageSize {
  if (Number.isInteger(width) && Number.isInteger(height)) return { width, height };
  const scale = Math.max(1, FINE / Math.min(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** So many units on the shorter side keep the shape of a drawing to half a per cent. */
const FINE = 100;

/** Below so many pixels to the inch single ones are seen. */
export const LEAST_PPI = 150;
/** No column of text is wider: eight inches of pixels. */
const WIDE_ENOUGH = 8 * LEAST_PPI;

export function openImageSizes(medium: Medium): ImageSizes {
  const rules = new Map<string, string>();
  return {
    classOf: (image, natural) => {
      const wish = wishOf(image.attributes, natural) ?? limitOf(natural, medium);
      if (wish === undefined) return '';
      rules.set(wish.name, RULES[medium](wish));
      return wish.name;
    },
    css: () => [...rules.values()].sort().join('\n'),
  };
}

interface Wish {
  readonly name: string;
  readonly width: string;
  /** Only where the proportions are not known; otherwise the width holds for both. */
  readonly height?: string;
}

/** Of a width and a height the smaller holds: no image is distorted. */
function wishOf(
  { width, height }: Readonly<Record<string, string>>,
  natural: ImageSize | undefined,
): Wish | undefined {
  if (height === undefined) return width === undefined ? undefined : { name: nameOf('wide', width), width };
  if (natural === undefined) return { name: nameOf('high', height), width: width ?? 'auto', height };
  const byHeight = times(height, natural.width / natural.height);
  const smaller = width === undefined ? byHeight : smallerOf(width, byHeight);
  return { name: nameOf('wide', smaller), width: smaller };
}

function times(length: string, factor: number): string {
  return `${rounded(parseFloat(length) * factor)}${unitOf(length)}`;
}

/** Where the units cannot be compared the reading system does so, if it can. */
function smallerOf(one: string, other: string): string {
  const [a, b] = [one, other].map((length) => parseFloat(length) * (MM[unitOf(length)] ?? NaN));
  if (unitOf(one) === unitOf(other)) return parseFloat(one) < parseFloat(other) ? one : other;
  if (Number.isNaN(a) || Number.isNaN(b)) return `min(${one}, ${other})`;
  return (a ?? 0) < (b ?? 0) ? one : other;
}

function unitOf(length: string): string {
  return length.replace(/^[\d.]+/, '');
}

const MM: Readonly<Record<string, number>> = {
  px: MM_PER_PX,
  mm: 1,
  cm: 10,
  in: MM_PER_INCH,
  pt: 1 / POINTS_PER_MM,
  pc: 12 / POINTS_PER_MM,
};

/** Only figures are widened at all, and only images of pixels are the worse for it. */
function limitOf(
  natural: (ImageSize & { readonly kind: ImageKind }) | undefined,
  medium: Medium,
): Wish | undefined {
  if (natural === undefined || natural.kind === 'svg' || natural.width >= WIDE_ENOUGH) return undefined;
  if (medium === 'ebook') return { name: 'image-natural', width: 'auto' };
  return { name: `image-pixels-${natural.width}`, width: `${rounded(natural.width / LEAST_PPI)}in` };
}

/** Print computes a figure's height from `--wide`; reading systems take the width. */
const RULES: Readonly<Record<Medium, (wish: Wish) => string>> = {
  print: ({ name, width, height }) => {
    const wide = width.replace(/([\d.]+)%/g, (_, share) => `calc(var(--measure) * ${Number(share) / 100})`);
    const rule = `.${name} { --wide: ${wide}; }`;
    return height === undefined ? rule : `${rule} img.${name} { height: ${height}; }`;
  },
  ebook: ({ name, width, height }) =>
    `.${name} img, img.${name} { ${fitting(width)}${height === undefined ? '' : `; height: ${height}`}; }`,
};

/** What is wider than a phone's window is as wide as that at most. */
function fitting(width: string): string {
  const isWide = parseFloat(width) * (MM[unitOf(width)] ?? 0) > PHONE_MM;
  return isWide ? `width: 100%; max-width: ${width}` : `width: ${width}`;
}

const PHONE_MM = 340 * MM_PER_PX;

function nameOf(kind: 'wide' | 'high', length: string): string {
  return `image-${kind}-${length
    .replaceAll('%', 'pc')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/-$/, '')}`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
