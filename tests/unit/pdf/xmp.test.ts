import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../../src/model/metadata.js';
import { fileDate, pdfDate } from '../../../src/pdf/objects/pdf-dates.js';
import { xmpPacket } from '../../../src/pdf/finish/xmp.js';

const metadata: Metadata = {
  title: 'Salt & Sun',
  contributors: [
    { name: 'Jane <Doe>', role: 'aut' },
    { name: 'Ed', role: 'edt' },
  ],
  language: 'en',
  direction: 'ltr',
  subjects: [],
  published: '2026-11-23',
  seed: 's',
  isbn: {},
  cover: {},
  accessibility: {},
  custom: {},
};

describe('the metadata packet', () => {
  const packet = xmpPacket(metadata, {
    date: fileDate(metadata, undefined),
    identity: '0123456789abcdef0123456789abcdef',
    isbn: '9780306406157',
  });

  it('escapes what stands in markup', () => {
    expect(packet).toContain('Salt &amp; Sun');
    expect(packet).toContain('<rdf:li>Jane &lt;Doe&gt;</rdf:li>');
  });

  it('tells authors from other contributors', () => {
    expect(packet).toMatch(/<dc:contributor><rdf:Bag><rdf:li>Ed<\/rdf:li>/);
  });

  it('leaves out what is not known', () => {
    expect(packet).not.toContain('dc:publisher');
  });

  it('names the book by its number and the file by its content', () => {
    expect(packet).toContain('urn:isbn:9780306406157');
    expect(packet).toContain('uuid:01234567-89ab-cdef-0123-456789abcdef');
  });
});

describe('the date of a file', () => {
  it("is the build's where it is given, else the book's", () => {
    expect(fileDate(metadata, 0)?.toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(pdfDate(fileDate(metadata, undefined) as Date)).toBe('D:20261123000000Z');
  });

  it('is not there when neither is known', () => {
    expect(fileDate({ ...metadata, published: 'soon' }, undefined)).toBeUndefined();
  });
});
