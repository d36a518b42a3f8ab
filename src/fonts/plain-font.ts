// Fonts that are packed for the web, that vary, or whose outlines a PDF cannot hold, as plain ones. A process
// of its own does it: the fonts were written by others, and the libraries answer later, where a World answers
// at once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { FontWish } from '../model/world.js';

const SCRIPT = fileURLToPath(new URL('../../lib/fonts/plain-font-process.js', import.meta.url));
const MOST_MS = 60_000;
const MOST_BYTES = 100 * 1024 * 1024;
/** A book has a dozen faces at most; a session has many books. */
const MOST_KEPT = 48;

const known = new Map<string, Uint8Array | undefined>();

/** Undefined where the font is damaged. The same font is the same bytes again. */
export function plainFont(bytes: Uint8Array, wish: FontWish = {}): Uint8Array | undefined {
  const key = createHash('sha256').update(JSON.stringify(wish)).update(bytes).digest('hex');
  if (!known.has(key)) {
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= MOST_KEPT) known.delete(oldest);
    known.set(key, convert(bytes, wish));
  }
  return known.get(key);
}

/** No process at all is no fault of the font. */
const OURS: ReadonlySet<unknown> = new Set(['ENOENT', 'EACCES', 'EAGAIN', 'ENOMEM', 'EMFILE']);

function convert(bytes: Uint8Array, wish: FontWish): Uint8Array | undefined {
  const { status, error, stdout } = spawnSync(process.execPath, [SCRIPT, JSON.stringify(wish)], {
    input: bytes,
    timeout: MOST_MS,
    maxBuffer: MOST_BYTES,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (error !== undefined && 'code' in error && OURS.has(error.code))
    throw new Error('A font could not be unpacked.', { cause: error });
  return status === 0 && stdout.length > 0 ? new Uint8Array(stdout) : undefined;
}
