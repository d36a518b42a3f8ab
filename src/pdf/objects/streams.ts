// Streams opened and packed again.
import { decodePDFRawStream, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { unfiltered } from './pack-photograph.js';
import { inflated } from './zlib.js';

/** What a stream holds, unpacked. */
export function unpackStream(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms')))
    return inflated(stream.contents);
  return unpackFiltered(stream) ?? decodePDFRawStream(stream).decode();
}

/** Pixels that were packed as photographs are here. */
function unpackFiltered(stream: PDFRawStream): Uint8Array | undefined {
  const differences = differencesIn(stream);
  return differences && unfiltered(differences.filtered, differences);
}

export interface Differences {
  /** Row by row: the filter's number, then the samples. */
  readonly filtered: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
  readonly samples: number;
}

/** Whether a stream holds pixels that were packed as photographs are here. */
export function isInDifferences({ dict }: PDFRawStream): boolean {
  const parms = dict.lookup(PDFName.of('DecodeParms'));
  return (
    dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    parms instanceof PDFDict &&
    String(parms.lookup(PDFName.of('Predictor'))) === '11'
  );
}

/**
 * What a stream of pixels holds before its filter is undone; undefined where it has none, or another than
 * photographs have here.
 */
export function differencesIn(stream: PDFRawStream): Differences | undefined {
  const { dict, contents } = stream;
  if (!isInDifferences(stream)) return undefined;
  const parms = dict.lookup(PDFName.of('DecodeParms'));
  const number = (key: string): number => {
    const value = parms instanceof PDFDict ? parms.lookup(PDFName.of(key)) : undefined;
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  return { filtered: inflated(contents), width: number('Columns'), samples: number('Colors') };
}

/** The same stream with other contents, which are deflated already. */
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
