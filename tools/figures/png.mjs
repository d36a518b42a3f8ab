// A PNG of few colours, written by hand: indexed, two bits a pixel, with its resolution stated.
// Source: Portable Network Graphics, third edition (W3C), sections 5 and 11.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** `pixels` holds one index into `palette` (at most four `#rrggbb`) a pixel, row by row. */
export function indexedPng({ width, height, palette, pixels, pixelsPerInch }) {
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header({ width, height })),
    chunk('PLTE', Buffer.from(palette.map((colour) => colour.slice(1)).join(''), 'hex')),
    chunk('pHYs', density(pixelsPerInch)),
    chunk('IDAT', deflateSync(packed({ width, height, pixels }), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header({ width, height }) {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([2, 3, 0, 0, 0], 8);
  return bytes;
}

function density(pixelsPerInch) {
  const bytes = Buffer.alloc(9);
  const perMetre = Math.round(pixelsPerInch / 0.0254);
  bytes.writeUInt32BE(perMetre, 0);
  bytes.writeUInt32BE(perMetre, 4);
  bytes[8] = 1;
  return bytes;
}

/** Four pixels a byte, the leftmost in the highest bits; each row begins with its filter, none. */
function packed({ width, height, pixels }) {
  const stride = Math.ceil(width / 4) + 1;
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      bytes[y * stride + 1 + (x >> 2)] |= pixels[y * width + x] << (6 - 2 * (x & 3));
    }
  }
  return bytes;
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
