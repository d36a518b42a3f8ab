// Cuts a font down to some characters with HarfBuzz, which takes a tenth of a second for each: what was cut
// is remembered.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Cache } from '../cache/cache.js';

/**
 * Copyright, licence and the licence's address stay in a subset font. Source: OpenType name table, name IDs.
 */
const LEGAL_NAMES = [0, 7, 13, 14];

/** The font with these characters and no others, as TrueType. */
export async function cachedSubset(font: Uint8Array, characters: string, memory: Cache): Promise<Uint8Array> {
  const key = `cut-${createHash('sha256')
    .update(JSON.stringify([...cutters(), LEGAL_NAMES, characters]))
    .update(font)
    .digest('hex')}`;
  const known = memory.read(key);
  if (known !== undefined) return new Uint8Array(known);
  const { default: subsetFont } = await import('subset-font');
  const cut = new Uint8Array(
    await subsetFont(Buffer.from(font), characters, {
      targetFormat: 'truetype',
      preserveNameIds: LEGAL_NAMES,
    }),
  );
  memory.write(key, cut);
  return cut;
}

/** Who cuts: others may cut otherwise. */
function cutters(): readonly string[] {
  engine ??= digest(
    readFileSync(
      createRequire(require.resolve('subset-font')).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'),
    ),
  );
  return [(require('subset-font/package.json') as { readonly version: string }).version, engine];
}

const require = createRequire(import.meta.url);

/** The digest of HarfBuzz, which says no version of itself. */
let engine: string | undefined;

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
