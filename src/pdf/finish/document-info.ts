// The file's document information and everything else that says which book it is.
import { type PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import type { Metadata } from '../../model/metadata.js';
import { pdfDate } from '../objects/pdf-dates.js';
import { PRODUCER } from './producer.js';
import { fullTitle, xmpPacket } from './xmp.js';

export interface Identity {
  readonly metadata: Metadata;
  readonly date: Date | undefined;
  /** 32 hexadecimal digits, made from what the file holds. */
  readonly identity: string;
  /** What the file says of the standard it follows: `{ GTS_PDFXVersion: 'PDF/X-4' }`. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** Writes Info, XMP and the file's identifier; replaces what Chromium wrote. */
export function writeIdentity(doc: PDFDocument, { metadata, date, identity, claims = {} }: Identity): void {
  const { context, catalog } = doc;
  context.trailerInfo.Info = context.register(info(doc, { metadata, date, identity, claims }));
  context.trailerInfo.ID = context.obj([PDFHexString.of(identity), PDFHexString.of(identity)]);
  const packet = xmpPacket(metadata, { date, identity, isbn: metadata.isbn.print, claims });
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
}

function info({ context }: PDFDocument, { metadata, date, claims = {} }: Identity): PDFDict {
  const authors = metadata.contributors
    .filter(({ role }) => role === 'aut')
    .map(({ name }) => name)
    .join(', ');
  const entries = context.obj({});
  const say = (name: string, words: string | undefined): void => {
    if (words !== undefined && words !== '') entries.set(PDFName.of(name), PDFHexString.fromText(words));
  };
  say('Title', fullTitle(metadata));
  say('Author', authors);
  say('Subject', metadata.description);
  say('Keywords', metadata.subjects.map(({ term }) => term).join(', '));
  say('Creator', PRODUCER);
  say('Producer', PRODUCER);
  if (date !== undefined) {
    entries.set(PDFName.of('CreationDate'), PDFString.of(pdfDate(date)));
    entries.set(PDFName.of('ModDate'), PDFString.of(pdfDate(date)));
  }
  for (const [name, words] of Object.entries(claims)) entries.set(PDFName.of(name), PDFString.of(words));
  entries.set(PDFName.of('Trapped'), PDFName.of('False'));
  return entries;
}
