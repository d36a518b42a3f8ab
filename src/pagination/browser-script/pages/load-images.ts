// Images are there before a part is laid out, so that a figure has its size at once. Drawn, one may take a
// hundred times what its file does, so those of a part go with it; what is bound draws its own anew.

/** Those of the styles stay: any part may show them. */
const kept: HTMLImageElement[] = [];

/** Those of the part that is laid out; nothing else would hold them until it stands. */
const standing = new Set<HTMLImageElement>();

/**
 * Waits for images that every part may show, and answers with the addresses of those that cannot be drawn.
 */
export async function keepImages(addresses: readonly string[]): Promise<readonly string[]> {
  const images = addresses.map(begun);
  kept.push(...images);
  return undrawn(images);
}

/** The same for the images of one part, until they are dropped or others are loaded. */
export async function loadImages(addresses: readonly string[]): Promise<readonly string[]> {
  const images = addresses.map(begun);
  dropImages();
  images.forEach((image) => {
    standing.add(image);
  });
  return undrawn(images);
}

/** To be called when the pages of a part have left the document. */
export function dropImages(): void {
  standing.clear();
}

function begun(address: string): HTMLImageElement {
  const image = new Image();
  image.src = address;
  return image;
}

async function undrawn(images: readonly HTMLImageElement[]): Promise<readonly string[]> {
  const broken = await Promise.all(
    images.map((image) =>
      drawn(image).then(
        () => [],
        () => [image.getAttribute('src') ?? ''],
      ),
    ),
  );
  return broken.flat().sort();
}

/**
 * Draws it once. `decode` would do so too, and leave the pixels in a cache of hundreds of megabytes. @throws
 * when it cannot be drawn
 */
async function drawn(image: HTMLImageElement): Promise<void> {
  await loaded(image);
  const bitmap = await createImageBitmap(image).catch(() => undefined); // an SVG without measures makes none
  if (bitmap === undefined) await image.decode();
  else bitmap.close();
}

/** Resolves when its file is there; rejects where none is. */
export async function loaded(image: HTMLImageElement): Promise<void> {
  if (image.complete) return;
  await new Promise((resolve, reject) => {
    image.addEventListener('load', resolve, { once: true });
    image.addEventListener('error', reject, { once: true });
  });
}
