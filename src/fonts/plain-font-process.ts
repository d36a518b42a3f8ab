// The process that makes a font plain: a font comes in at the standard input, the plain one leaves at the
// standard output. Exit 1, without a word, for what is no font.
import { readFileSync } from 'node:fs';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import type { FontWish } from '../model/world.js';

/**
 * Copyright, licence, its address, and the names of the family stay. Source: OpenType name table, name IDs.
 */
const NAMES = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17, 25];

async function main(): Promise<void> {
  const { pins = {}, outlines, characters } = JSON.parse(process.argv[2] ?? '{}') as FontWish;
  const font = await convert(readFileSync(0), 'sfnt');
  const fixed =
    Object.keys(pins).length === 0 && characters === undefined
      ? font
      : await subsetFont(font, characters, {
          targetFormat: 'sfnt',
          keepAllGlyphs: characters === undefined,
          variationAxes: pins,
          preserveNameIds: NAMES,
        });
  process.stdout.write(outlines === 'truetype' ? await trueType(fixed) : fixed);
}

async function trueType(font: Uint8Array): Promise<Uint8Array> {
  const { withTrueTypeOutlines } = await import('./truetype.js');
  return withTrueTypeOutlines(font);
}

main().catch(() => {
  process.exitCode = 1;
});
