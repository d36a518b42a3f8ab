// A file under construction: objects are given numbers in order, and equal ones the same number.
import { createHash } from 'node:crypto';
import type { PrintedObject } from './read.js';

export interface Draft {
  /** A number for an object whose text is not known yet. */
  reserve(): number;
  fill(number: number, object: PrintedObject): void;
  add(object: PrintedObject): number;
  /** As `add`, but an object that is equal to one that was shared before gets that one's number. */
  share(object: PrintedObject): number;
  /** The file. */
  bytes(root: number): Uint8Array;
}

export function startDraft(): Draft {
  const objects: (PrintedObject | undefined)[] = [undefined];
  const shared = new Map<string, number>();
  const add = (object: PrintedObject): number => objects.push(object) - 1;
  return {
    reserve: () => objects.push(undefined) - 1,
    fill: (number, object) => { objects[number] = object; },
    add,
    share: (object) => {
      const key = digest(object);
      const number = shared.get(key) ?? add(object);
      shared.set(key, number);
      return number;
    },
    bytes: (root) => writeFile(objects, root),
  };
}

function digest({ text, stream }: PrintedObject): string {
  const hash = createHash('sha256').update(text, 'latin1').update('\0');
  return (stream === undefined ? hash : hash.update(stream)).digest('base64');
}

/** The comment of four high bytes says that the file is binary. PDF 32000-1, 7.5.2. */
const HEADER = Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1');
const STREAM_END = Buffer.from('\nendstream\nendobj\n', 'latin1');

function writeFile(objects: readonly (PrintedObject | undefined)[], root: number): Uint8Array {
  const pieces: Uint8Array[] = [HEADER];
  let at = HEADER.length;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  const rows = objects.slice(1).map((object, index) => {
    const row = `${String(at).padStart(10, '0')} 00000 n \n`;
    put(Buffer.from(`${index + 1} 0 obj\n${object?.text ?? 'null'}${object?.stream === undefined ? '\nendobj\n' : ' stream\n'}`, 'latin1'));
    if (object?.stream !== undefined) [object.stream, STREAM_END].forEach(put);
    return row;
  });
  const table = `xref\n0 ${objects.length}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${objects.length}\n/Root ${root} 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  put(Buffer.from(table, 'latin1'));
  return Buffer.concat(pieces, at);
}
