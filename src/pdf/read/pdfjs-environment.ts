// The ground on which pdf.js stands in the reading thread. Its build for Node loads a drawing library of 25
// MB for what it never draws here, unpacks each stream through four others, hands files on as what cannot be
// shared, and puts a slower `push` in place of the engine's own; loaded before it, this module spares it the
// first three, and takes the last back.
import { inflateSync } from 'node:zlib';

const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
const { parse, stringify } = JSON;

withoutDrawing();
Object.assign(globalThis, { DecompressionStream: decompression, structuredClone: sharing(structuredClone) });

/**
 * To be called when pdf.js is loaded. Its own replacements mend what nothing here asks for: errors on arrays
 * that cannot grow.
 */
export function restoreNatives(): void {
  if (push !== undefined) Object.defineProperty(Array.prototype, 'push', push);
  Object.assign(JSON, { parse, stringify });
}

/**
 * Text is read without a canvas: pdf.js finds an empty one (tools/bundle/), and the three classes by which it
 * asks for more.
 */
function withoutDrawing(): void {
  const Nothing = function nothing(): void {
    /* has nothing to draw on */
  };
  Object.assign(globalThis, { DOMMatrix: Nothing, ImageData: Nothing, Path2D: Nothing });
}

/**
 * Half of pdf.js posts its messages to the other half, and gives up a file's bytes with them: those that are
 * shared need not be given up.
 */
function sharing(clone: typeof structuredClone): typeof structuredClone {
  return (value, options) =>
    clone(
      value,
      options?.transfer === undefined
        ? options
        : { transfer: options.transfer.filter((one) => !(one instanceof SharedArrayBuffer)) },
    );
}

/**
 * As https://compression.spec.whatwg.org, as far as pdf.js asks: one piece in, one piece out; an error is met
 * where it is read.
 */
function decompression(): object {
  let packed = new Uint8Array();
  let wake = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    wake = resolve;
  });
  return {
    writable: {
      getWriter: () => ({
        ready: Promise.resolve(),
        write: (bytes: Uint8Array<ArrayBuffer>) => {
          packed = bytes;
          return Promise.resolve();
        },
        close: () => {
          wake();
          return Promise.resolve();
        },
      }),
    },
    readable: {
      async *[Symbol.asyncIterator]() {
        await closed;
        yield new Uint8Array(inflateSync(packed));
      },
    },
  };
}
