// Bytes packed and unpacked. Node's own zlib, because a book holds thousands of streams.
import { constants, deflateSync, inflateSync } from 'node:zlib';

export function deflated(contents: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(contents));
}

/** Also what was cut short, as far as it goes. */
export function inflated(contents: Uint8Array): Uint8Array {
  return inflateSync(contents, { finishFlush: constants.Z_SYNC_FLUSH });
}
