// The book's metadata as an XMP packet (ISO 16684-1): what catalogues and readers find in the file.
import type { Metadata } from '../../model/metadata.js';
import { xmpDate } from '../objects/pdf-dates.js';
import { PRODUCER } from './producer.js';

/** What is not in the book's metadata. `identity` is 32 hexadecimal digits. */
export interface Packet {
  readonly date: Date | undefined;
  readonly identity: string;
  readonly isbn: string | undefined;
  /** The standard that the file follows; absent or empty: none. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** The packet's text. */
export function xmpPacket(metadata: Metadata, { date, identity, isbn, claims = {} }: Packet): string {
  const lines = [
    '<dc:format>application/pdf</dc:format>',
    alternatives('dc:title', fullTitle(metadata)),
    list(
      'dc:creator',
      'Seq',
      metadata.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name),
    ),
    list(
      'dc:contributor',
      'Bag',
      metadata.contributors.filter(({ role }) => role !== 'aut').map(({ name }) => name),
    ),
    list('dc:language', 'Bag', [metadata.language]),
    alternatives('dc:description', metadata.description),
    list(
      'dc:subject',
      'Bag',
      metadata.subjects.map(({ term }) => term),
    ),
    list('dc:publisher', 'Bag', metadata.publisher === undefined ? [] : [metadata.publisher.name]),
    alternatives('dc:rights', rightsStatement(metadata)),
    simple('dc:identifier', isbn === undefined ? undefined : `urn:isbn:${isbn}`),
    simple('xmp:CreateDate', date && xmpDate(date)),
    simple('xmp:ModifyDate', date && xmpDate(date)),
    simple('xmp:MetadataDate', date && xmpDate(date)),
    simple('xmp:CreatorTool', PRODUCER),
    simple('pdf:Producer', PRODUCER),
    simple('pdf:Trapped', 'False'),
    simple('xmpMM:DocumentID', uuid(identity)),
    simple('xmpMM:InstanceID', uuid(identity)),
    ...standard(claims),
  ];
  return [HEAD, ...lines.filter((line) => line !== ''), FOOT].join('\n');
}

export function fullTitle({ title, subtitle }: Metadata): string {
  return subtitle === undefined ? title : `${title}: ${subtitle}`;
}

const HEAD = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">`;

const FOOT = `</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

function rightsStatement({ rights }: Metadata): string | undefined {
  if (rights === undefined) return undefined;
  const holder =
    rights.holder === undefined
      ? ''
      : ['©', rights.year, rights.holder].filter((piece) => piece !== undefined).join(' ');
  return (
    rights.statement ??
    ([holder, rights.licence ?? ''].filter((piece) => piece !== '').join('. ') || undefined)
  );
}

function alternatives(name: string, words: string | undefined): string {
  return words === undefined
    ? ''
    : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(words)}</rdf:li></rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', items: readonly string[]): string {
  if (items.length === 0) return '';
  const list = items.map((item) => `<rdf:li>${escape(item)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${list}</rdf:${kind}></${name}>`;
}

function simple(name: string, words: string | undefined): string {
  return words === undefined ? '' : `<${name}>${escape(words)}</${name}>`;
}

/** PDF/X-4 is said in a namespace of its own, X-1a in Adobe's (ISO 15930-7, 6.3; ISO 15930-1, 6.8). */
function standard(claims: Readonly<Record<string, string>>): readonly string[] {
  const names = Object.entries(claims);
  if (names.length === 0) return [];
  const prefix = claims['GTS_PDFXVersion'] === 'PDF/X-4' ? 'pdfxid' : 'pdfx';
  return [
    simple('xmpMM:VersionID', '1'),
    simple('xmpMM:RenditionClass', 'default'),
    ...names.map(([name, words]) => simple(`${prefix}:${name}`, words)),
  ];
}

function uuid(identity: string): string {
  return `uuid:${identity.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')}`;
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
