// The book's metadata as an XMP packet (ISO 16684-1): what catalogues and readers find in the file.
import type { Metadata } from '../../model/metadata.js';
import { xmpDate } from './dates.js';
import { TOOL } from './info.js';

/** The packet's text. `identity` is 32 hexadecimal digits. */
export function xmpPacket(metadata: Metadata, { date, identity, isbn }: { date: Date | undefined; identity: string; isbn: string | undefined }): string {
  const lines = [
    '<dc:format>application/pdf</dc:format>',
    alternatives('dc:title', fullTitle(metadata)),
    list('dc:creator', 'Seq', metadata.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name)),
    list('dc:contributor', 'Bag', metadata.contributors.filter(({ role }) => role !== 'aut').map(({ name }) => name)),
    list('dc:language', 'Bag', [metadata.language]),
    alternatives('dc:description', metadata.description),
    list('dc:subject', 'Bag', metadata.subjects.map(({ term }) => term)),
    list('dc:publisher', 'Bag', metadata.publisher === undefined ? [] : [metadata.publisher.name]),
    alternatives('dc:rights', rightsStatement(metadata)),
    simple('dc:identifier', isbn === undefined ? undefined : `urn:isbn:${isbn}`),
    simple('xmp:CreateDate', date && xmpDate(date)),
    simple('xmp:ModifyDate', date && xmpDate(date)),
    simple('xmp:MetadataDate', date && xmpDate(date)),
    simple('xmp:CreatorTool', TOOL),
    simple('pdf:Producer', TOOL),
    simple('pdf:Trapped', 'False'),
    simple('xmpMM:DocumentID', uuid(identity)),
    simple('xmpMM:InstanceID', uuid(identity)),
  ];
  return [HEAD, ...lines.filter((line) => line !== ''), FOOT].join('\n');
}

export function fullTitle({ title, subtitle }: Metadata): string {
  return subtitle === undefined ? title : `${title}: ${subtitle}`;
}

const HEAD = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">`;

const FOOT = `</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

function rightsStatement({ rights }: Metadata): string | undefined {
  if (rights === undefined) return undefined;
  const holder = rights.holder === undefined ? '' : ['©', rights.year, rights.holder].filter((piece) => piece !== undefined).join(' ');
  return rights.statement ?? ([holder, rights.licence ?? ''].filter((piece) => piece !== '').join('. ') || undefined);
}

function alternatives(name: string, words: string | undefined): string {
  return words === undefined ? '' : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(words)}</rdf:li></rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<${name}><rdf:${kind}>${items.map((item) => `<rdf:li>${escape(item)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`;
}

function simple(name: string, words: string | undefined): string {
  return words === undefined ? '' : `<${name}>${escape(words)}</${name}>`;
}

function uuid(identity: string): string {
  return `uuid:${identity.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')}`;
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
