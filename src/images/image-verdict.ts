// What can be said of an image file.
import type { ImageKind } from './image-type.js';

export const MAX_MEGAPIXELS = 100;

/** In pixels, or in the units of an SVG: what counts is the proportion. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export interface SoundImage extends ImageSize {
  readonly kind: ImageKind;
}

export type ImageProblem =
  | { readonly problem: 'unreadable'; readonly reason: string }
  | { readonly problem: 'too-large'; readonly reason: string }
  /** `reason`: what it holds beside a picture, and where. */
  | { readonly problem: 'harmful'; readonly reason: string }
  | { readonly problem: 'no-size' }
  /** An SVG that only a web page shows, because its root is no SVG element to an XML parser. */
  | { readonly problem: 'no-namespace' };
