// An author's drawing written anew where drawing programs leave what readers of EPUBs refuse: document types
// with entities, prefixes, data of their own, ids that XML does not allow or that come twice.
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { sniffImage } from '../../images/image-type.js';
import { soundId } from '../../shared/sound-id.js';
import { unsafeSvgContent } from './svg-safety.js';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** More would be no drawing: entities may make a small file large. */
const MOST_LETTERS = 20_000_000;

/** The text of a file that is an SVG, in UTF-8 or UTF-16; undefined for other files. */
export function svgSource(bytes: Uint8Array): string | undefined {
  const encoding = utf16Of(bytes);
  if (encoding === undefined && !mayBeXml(bytes[0])) return undefined;
  const source = new TextDecoder(encoding ?? 'utf-8').decode(bytes);
  return /<(?:[A-Za-z][\w.-]*:)?svg[\s>]/.test(source) ? source : undefined;
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

/** A tag, a byte order mark or white space. */
function mayBeXml(byte: number | undefined): boolean {
  return byte !== undefined && [0x3c, 0xef, 0x20, 0x0a, 0x0d, 0x09].includes(byte);
}

/** The same bytes where nothing has to change, and where it is no SVG, unsafe, or does not parse. */
export function cleanSvg(bytes: Uint8Array): Uint8Array {
  const source = svgSource(bytes);
  if (source === undefined || unsafeSvgContent(source)) return bytes;
  const written = writeAnew(source);
  if (written === undefined || (!written.changed && sniffImage(bytes) === 'svg')) return bytes;
  return new TextEncoder().encode(written.svg);
}

interface Writing {
  readonly parts: string[];
  /** Ids by how they were written. */
  readonly ids: Map<string, string>;
  changed: boolean;
  /** Whether it does not parse, or is too large. */
  failed: boolean;
  usesXlink: boolean;
}

function writeAnew(source: string): { readonly svg: string; readonly changed: boolean } | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const writing: Writing = { parts: [], ids: new Map(), changed: false, failed: false, usesXlink: false };
  const tell = (): void => void (writing.changed = true);
  let letters = 0;
  let depth = 0;
  /** How deep the element is that is left out; 0 for none. */
  let leftOut = 0;
  const put = (words: string): void => {
    letters += words.length;
    if (letters <= MOST_LETTERS) writing.parts.push(words);
    else writing.failed = true;
  };
  const parsing = (): boolean => !writing.failed;
  parser.on('error', () => void (writing.failed = true));
  parser.on('doctype', (doctype) => {
    tell();
    for (const [, name = '', , value = ''] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(["'])([^"'&%]*)\2/g))
      parser.ENTITIES[name] = value;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (leftOut > 0 || !parsing()) return;
    if (depth === 1 && tag.uri !== SVG) writing.failed = true;
    if (tag.uri !== SVG || tag.local === 'metadata') {
      tell();
      leftOut = depth;
      return;
    }
    if (tag.prefix !== '') tell();
    put(`<${tag.local}${depth === 1 ? ROOT : ''}${attributesOf(tag, writing)}>`);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (leftOut > 0) {
      if (depth < leftOut) leftOut = 0;
    } else if (parsing()) put(`</${tag.local}>`);
  });
  const text = (words: string): void => {
    if (leftOut === 0 && depth > 0 && parsing()) put(escaped(words));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(source).close();
  if (writing.failed) return undefined;
  const xlink = writing.usesXlink ? ` xmlns:xlink="${XLINK}"` : '';
  const svg = writing.parts.join('').replace(ROOT, ` xmlns="${SVG}"${xlink}`);
  return { svg: writing.changed ? withNewIds(svg, writing.ids) : svg, changed: writing.changed };
}

/** Stands for the namespaces of the root until all attributes are known. No file can hold it. */
const ROOT = '\u0000';

/** Styles that SVG 1.1 does not know as attributes. */
const STYLES: ReadonlySet<string> = new Set(['vector-effect', 'paint-order', 'mix-blend-mode', 'isolation']);

function attributesOf(tag: SaxesTagNS, writing: Writing): string {
  const all = Object.values(tag.attributes).filter(
    ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
  );
  const kept = all.filter((one) => isKept(one));
  const styles = kept.filter(({ prefix, local }) => prefix === '' && STYLES.has(local));
  if (kept.length < all.length || styles.length > 0) writing.changed = true;
  const given = kept.find(({ name }) => name === 'style')?.value;
  const style = [given?.replace(/;\s*$/, ''), ...styles.map(({ local, value }) => `${local}:${value}`)]
    .filter(Boolean)
    .join(';');
  return [
    ...kept
      .filter((one) => !styles.includes(one) && one.name !== 'style')
      .flatMap((one) => {
        if (one.name === 'id') return idOf(one.value, writing);
        if (one.uri === XLINK) writing.usesXlink = true;
        return [[one.uri === XLINK ? `xlink:${one.local}` : one.name, one.value] as const];
      }),
    ...(style === '' ? [] : [['style', style] as const]),
  ]
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

/** Attributes of SVG, of links and of XML. The rest is a drawing program's own. */
function isKept({ uri, local, prefix }: SaxesAttributeNS): boolean {
  if (uri === XLINK || uri === XML) return true;
  return prefix === '' && local !== 'content' && local !== 'pathLength' && !/^(?:data|aria)-/.test(local);
}

/** An id that XML allows; none where another element has it. */
function idOf(written: string, writing: Writing): readonly (readonly [string, string])[] {
  if (writing.ids.has(written)) {
    writing.changed = true;
    return [];
  }
  const taken = new Set(writing.ids.values());
  const plain = soundId(written) || 'id';
  let id = plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`;
  writing.ids.set(written, id);
  if (id !== written) writing.changed = true;
  return [['id', id]];
}

/** References follow ids that were changed. */
function withNewIds(svg: string, ids: ReadonlyMap<string, string>): string {
  const changed = [...ids].filter(([written, id]) => written !== id);
  return changed.reduce((words, [written, id]) => {
    const name = escaped(written).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return words.replace(new RegExp(`#${name}(?=["')\\s,{.:>[])`, 'g'), `#${id}`);
  }, svg);
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
