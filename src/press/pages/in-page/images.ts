// Images are there before a part is laid out, so that a figure has its size at once. A tab has those of its own parts and no others.

/** What is kept here stays in memory. */
const kept = new Map<string, { readonly image: HTMLImageElement; readonly drawn: Promise<boolean> }>();

/** Waits for images, and answers with the addresses of those that cannot be drawn. */
export async function loadImages(addresses: readonly string[]): Promise<readonly string[]> {
  const drawn = await Promise.all(addresses.map(isDrawn));
  return addresses.filter((_, index) => drawn[index] === false).sort();
}

function isDrawn(address: string): Promise<boolean> {
  const known = kept.get(address);
  if (known !== undefined) return known.drawn;
  const image = new Image();
  image.src = address;
  const drawn = image.decode().then(() => true, () => false);
  kept.set(address, { image, drawn });
  return drawn;
}
