// Writes a finished document with its small objects packed together (PDF 32000-1, 7.5.7 and 7.5.8). pdf-lib's
// own writer looks through all entries for the place of every new one, which a book of thousands of pages
// does not forgive.
import { deflateSync } from 'node:zlib';
import {
  PDFInvalidObject,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';

/**
 * The file. Equal documents give equal bytes. Its buffer is shared: the thread that reads it back needs no
 * copy.
 */
export async function writePacked(doc: PDFDocument): Promise<Uint8Array> {
  await doc.flush();
  const { context } = doc;
  const objects = context.enumerateIndirectObjects();
  const sheet = startSheet(context);
  const packable = objects.filter(
    ([ref, object]) =>
      ref.generationNumber === 0 && !(object instanceof PDFStream) && !(object instanceof PDFInvalidObject),
  );
  const packed = new Set(packable.map(([ref]) => ref.objectNumber));
  for (const [ref, object] of objects)
    if (!packed.has(ref.objectNumber)) sheet.put(ref.objectNumber, bodyOf(object), ref.generationNumber);
  let number = context.largestObjectNumber;
  for (let from = 0; from < packable.length; from += IN_A_STREAM) {
    number += 1;
    const group = packable.slice(from, from + IN_A_STREAM);
    sheet.put(number, [objectStream(group)], 0);
    group.forEach(([ref], index) => {
      sheet.name(ref.objectNumber, [2, number, index]);
    });
  }
  return sheet.end(number + 1);
}

/** As many as a reader has to unpack to find one. */
const IN_A_STREAM = 100;

/** In pieces: pdf-lib copies what a stream holds byte by byte. */
function bodyOf(object: PDFObject): readonly Uint8Array[] {
  if (!(object instanceof PDFStream)) return [bytesOf(object)];
  object.updateDict();
  return [bytesOf(object.dict), STREAM, object.getContents(), END_OF_STREAM];
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** `7 0 12 31 <<…>> […]`: numbers with places, then the objects. */
function objectStream(group: readonly (readonly [PDFRef, PDFObject])[]): Uint8Array {
  const bodies = group.map(([, object]) => Buffer.concat([bytesOf(object), NEWLINE]));
  let at = 0;
  const places = group.map(([{ objectNumber }], index) => {
    const place = `${objectNumber} ${at}`;
    at += bodies[index]?.length ?? 0;
    return place;
  });
  const head = Buffer.from(`${places.join(' ')}\n`, 'latin1');
  return stream(`/Type /ObjStm\n/N ${group.length}\n/First ${head.length}`, Buffer.concat([head, ...bodies]));
}

const NEWLINE = Buffer.from('\n');
const STREAM = Buffer.from('\nstream\n');
const END_OF_STREAM = Buffer.from('\nendstream');

function stream(entries: string, contents: Uint8Array): Uint8Array {
  const packed = deflateSync(contents);
  return Buffer.concat([
    Buffer.from(`<<\n${entries}\n/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/**
 * Kind of entry, and what the kind wants: 1, where it stands, generation; or 2, object stream, place in it.
 */
type Entry = readonly [kind: number, second: number, third: number];

interface Sheet {
  put(number: number, body: readonly Uint8Array[], generation: number): void;
  name(number: number, entry: Entry): void;
  /** The table and the end; `own` is the table's own number. */
  end(own: number): Uint8Array;
}

function startSheet(context: PDFContext): Sheet {
  const head = Buffer.alloc(context.header.sizeInBytes() + 1, '\n');
  context.header.copyBytesInto(head, 0);
  const pieces: Uint8Array[] = [head];
  const entries: Entry[] = [[0, 0, 65_535]];
  let at = head.length;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  const put = (number: number, body: readonly Uint8Array[], generation: number): void => {
    entries[number] = [1, at, generation];
    for (const piece of [
      Buffer.from(`${number} ${generation} obj\n`, 'latin1'),
      ...body,
      Buffer.from('\nendobj\n', 'latin1'),
    ])
      add(piece);
  };
  return {
    put,
    name: (number, entry) => {
      entries[number] = entry;
    },
    end: (own) => {
      const from = at;
      entries[own] = [1, from, 0];
      put(own, [stream(`/Type /XRef\n/W [1 4 2]\n/Size ${own + 1}\n${trailer(context)}`, table(entries))], 0);
      add(Buffer.from(`startxref\n${from}\n%%EOF\n`, 'latin1'));
      return joined(pieces, at);
    },
  };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const file = new Uint8Array(new SharedArrayBuffer(length));
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

function trailer({ trailerInfo: { Root, Info, ID } }: PDFContext): string {
  return Object.entries({ Root, Info, ID })
    .flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value.toString()}`]))
    .join('\n');
}

/** Numbers that are not used are free. */
function table(entries: readonly (Entry | undefined)[]): Uint8Array {
  const rows = Buffer.alloc(entries.length * 7);
  for (let number = 0; number < entries.length; number += 1) {
    const [kind, second, third] = entries[number] ?? [0, 0, 65_535];
    rows.writeUInt8(kind, number * 7);
    rows.writeUInt32BE(second, number * 7 + 1);
    rows.writeUInt16BE(third, number * 7 + 5);
  }
  return rows;
}
