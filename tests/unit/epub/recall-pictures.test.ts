// A picture that was made fit is made fit once, and is the same; what is carried as it is, is not kept.
import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { collectFiles } from '../../../src/epub/package-files.js';

test('a cover that was packed before is taken from memory, byte for byte', async () => {
  const png = encode({
    width: 8,
    height: 12,
    channels: 3,
    data: Uint8Array.from({ length: 288 }, (_, at) => (at * 7) % 256),
  });
  const composition = {
    resources: [{ href: 'images/a.png', mediaType: 'image/png', bytes: png }],
    metadata: { cover: {} },
  } as unknown as Parameters<typeof collectFiles>[0];
  const shelf = new Map<string, Uint8Array>();
  const memory = {
    read: (key: string) => shelf.get(key),
    write: (key: string, bytes: Uint8Array) => {
      shelf.set(key, bytes);
    },
  };
  const cover = { bytes: png, mediaType: 'image/png' };
  const bound = async (kept?: typeof memory): Promise<Uint8Array | undefined> =>
    (await (await collectFiles(composition, cover, kept)).value.cover?.fitted())?.value;
  const first = await bound(memory);
  expect([...shelf.keys()]).toEqual([expect.stringMatching(/^fitted-[0-9a-f]{64}$/)]);
  const marked = [...shelf].map(([key, bytes]) => [key, Uint8Array.of(...bytes, 0)] as const);
  expect(await bound(memory)).toEqual(first);
  marked.forEach(([key, bytes]) => shelf.set(key, bytes));
  expect(await bound(memory)).toEqual(marked[0]?.[1]); // it is not made again
  expect(await bound()).toEqual(first);
});
