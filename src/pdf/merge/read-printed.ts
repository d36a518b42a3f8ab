// Reads a PDF as Chromium (Skia/PDF) prints it: plain objects one behind the other, and a table of where they
// begin. Dictionaries stay text, and streams packed until somebody asks: merging only ever renumbers what
// they refer to.
import { inflateSync } from 'node:zlib';
import { memoizeByObject } from '../../shared/memoize.js';

/** An object: its dictionary or value as PDF text (Latin-1), and the bytes of its stream. */
export interface PrintedObject {
  readonly text: string;
  readonly stream?: Uint8Array;
}

export interface PrintedFile {
  /** By object number; holes where a number is not used. */
  readonly objects: readonly (PrintedObject | undefined)[];
  /** The catalog's number. */
  readonly root: number;
}

/** @throws when the bytes are not laid out as Chromium lays them out. */
export function readPrinted(bytes: Uint8Array): PrintedFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tableAt = Number(
    /startxref\s+(\d+)/.exec(buffer.toString('latin1', Math.max(0, buffer.length - 64)))?.[1] ?? NaN,
  );
  const table = buffer.toString('latin1', tableAt);
  const head = /^xref\n0 (\d+)\n/.exec(table);
  const root = /\/Root (\d+) 0 R/.exec(table)?.[1];
  if (head === null || root === undefined)
    throw new Error('What the browser printed has no cross-reference table that can be read.');
  const starts = startsIn(table, { from: head[0].length, count: Number(head[1]) });
  const ends = [...starts.map(({ at }) => at).slice(1), tableAt];
  const objects: (PrintedObject | undefined)[] = [];
  starts.forEach(({ number, at }, index) => {
    objects[number] = objectIn(buffer, { number, at, end: ends[index] ?? tableAt });
  });
  return { objects, root: Number(root) };
}

/** What an object's stream holds, unpacked; nothing where it has none. */
export function contentOf(object: PrintedObject | undefined): Uint8Array {
  if (object?.stream === undefined) return new Uint8Array();
  return object.text.includes('/FlateDecode') ? inflateSync(object.stream) : object.stream;
}

/** The number in `/Key 12 0 R`; undefined when the key is missing. */
export function refIn(text: string, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Strings are matched so that nothing inside of them is taken for a reference. */
const REFERENCE = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\b(\d+) 0 R\b/g;

/** All object numbers that a text refers to, in order. */
export function refsIn(text: string): readonly number[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, number]) =>
    number === undefined ? [] : [Number(number)],
  );
}

/** The same of an object, which is looked through once. */
export const refsOf: (object: PrintedObject) => readonly number[] = memoizeByObject(({ text }) =>
  refsIn(text),
);

/** The text with every reference renumbered; what has no new number becomes null. */
export function renumbered(text: string, to: (number: number) => number | undefined): string {
  return text.replace(REFERENCE, (whole, number: string | undefined) => {
    if (number === undefined) return whole;
    const now = to(Number(number));
    return now === undefined ? 'null' : `${now} 0 R`;
  });
}

/** 20 bytes for each object: offset, generation, and whether it is used. PDF 32000-1, 7.5.4. */
const ROW = 20;

function startsIn(
  table: string,
  { from, count }: { from: number; count: number },
): readonly { number: number; at: number }[] {
  const rows = Array.from({ length: count }, (_, number) => {
    const row = table.slice(from + number * ROW, from + (number + 1) * ROW);
    return { number, at: Number(row.slice(0, 10)), used: row[17] === 'n' };
  });
  return rows.filter(({ used }) => used).sort((a, b) => a.at - b.at);
}

const STREAM = ' stream\n';

function objectIn(
  buffer: Buffer,
  { number, at, end }: { number: number; at: number; end: number },
): PrintedObject {
  const body = buffer.subarray(at + `${number} 0 obj\n`.length, end);
  const streamAt = body.indexOf(STREAM);
  const dictionary = streamAt === -1 ? undefined : body.toString('latin1', 0, streamAt);
  const length = dictionary?.endsWith('>>') ? /\/Length (\d+)/.exec(dictionary)?.[1] : undefined;
  if (dictionary === undefined || length === undefined)
    return { text: body.toString('latin1', 0, body.lastIndexOf('endobj')).trimEnd() };
  const from = streamAt + STREAM.length;
  return { text: dictionary, stream: body.subarray(from, from + Number(length)) };
}
