// A table of a TrueType or OpenType font, by its tag.

/**
 * Undefined where the font has none, or one that reaches out of the file. Source: OpenType 1.9, "Table
 * directory".
 */
export function fontTable(bytes: Uint8Array, name: string): DataView | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 12) return undefined;
  for (let n = 0, at = 12; n < view.getUint16(4) && at + 16 <= view.byteLength; n += 1, at += 16) {
    const tag = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
    const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (tag === name && start + length <= view.byteLength)
      return new DataView(bytes.buffer, bytes.byteOffset + start, length);
  }
  return undefined;
}
