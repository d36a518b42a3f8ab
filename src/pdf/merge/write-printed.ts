// Writes printed objects as Chromium lays them out: what `readPrinted` reads.
import type { PrintedFile } from './read-printed.js';

/** The comment of four high bytes says that the file is binary. PDF 32000-1, 7.5.2. */
const HEADER = Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1');
const STREAM_END = Buffer.from('\nendstream\nendobj\n', 'latin1');

/** The file; numbers that are not used hold null. */
export function writePrinted({ objects, root }: PrintedFile): Uint8Array {
  const pieces: Uint8Array[] = [HEADER];
  let at = HEADER.length;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  const rows = Array.from(objects.slice(1), (object, index) => {
    const row = `${String(at).padStart(10, '0')} 00000 n \n`;
    put(
      Buffer.from(
        `${index + 1} 0 ` +
          `obj\n${object?.text ?? 'null'}${object?.stream === undefined ? '\nendobj\n' : ' stream\n'}`,
        'latin1',
      ),
    );
    if (object?.stream !== undefined) [object.stream, STREAM_END].forEach(put);
    return row;
  });
  const table =
    `xref\n0 ${objects.length}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ` +
    `${objects.length}\n/Root ${root} 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  put(Buffer.from(table, 'latin1'));
  return Buffer.concat(pieces, at);
}
