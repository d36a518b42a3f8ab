// Streams opened and packed again. Node's own zlib, because a book holds thousands of them.
import { constants, deflateSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, PDFNumber, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib';

/** What a stream holds, unpacked. */
export function unpack(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))) return inflateSync(stream.contents, { finishFlush: constants.Z_SYNC_FLUSH });
  return decodePDFRawStream(stream).decode();
}

/** The same stream with other contents. */
export function packed(dict: PDFDict, contents: Uint8Array): PDFRawStream {
  return streamOf(dict, deflated(contents));
}

export function deflated(contents: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(contents));
}

/** A stream of what is already deflated. */
export function streamOf(dict: PDFDict, bytes: Uint8Array): PDFRawStream {
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  return PDFRawStream.of(dict, bytes);
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function bytesOf(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(content, 'latin1'));
}
