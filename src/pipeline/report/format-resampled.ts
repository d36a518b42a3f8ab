// Says which images of a file were given fewer pixels.
import type { ResampledImages } from '../../model/artifact.js';
import { formatSize } from './format-size.js';

/** `3 photographs resampled to 300 ppi, 18.4 MB saved`. */
export function formatResampled({ kind, images, ppi, savedBytes }: ResampledImages): string {
  const named = kind === 'photograph' ? 'photograph' : 'drawing';
  return (
    `${images} ${named}${images === 1 ? '' : 's'} resampled to ${ppi} ` +
    `ppi${savedBytes < LEAST ? '' : `, ${formatSize(savedBytes)} saved`}`
  );
}

/** Less is not worth a word. */
const LEAST = 1000;
