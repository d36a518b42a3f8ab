// Tells drawings in a few plain colours from photographs: a printer shows the edges of a drawing far more
// finely than its tones.
import type { SampledImage } from './resample.js';

/** Colours are told apart by the first five bits of a sample. */
const LEVELS = 32;
const SHIFT = 3;
/**
 * So many colours cover at least this share of a drawing. A photograph that does is only left larger than it
 * need be.
 */
const FEW = 8;
const SHARE = 0.85;

export function isLineArt({ samples, bytes }: SampledImage): boolean {
  const counts = new Uint32Array(LEVELS ** samples);
  for (let at = 0; at < bytes.length; at += samples) {
    let colour = 0;
    for (let sample = 0; sample < samples; sample += 1)
      colour = colour * LEVELS + ((bytes[at + sample] ?? 0) >> SHIFT);
    counts[colour] = (counts[colour] ?? 0) + 1;
  }
  const most = counts
    .sort()
    .slice(-FEW)
    .reduce((sum, one) => sum + one, 0);
  return most >= SHARE * (bytes.length / samples);
}
