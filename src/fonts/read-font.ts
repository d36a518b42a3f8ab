// What a font file says of itself: its names, its weight and slope, what its licence allows. Source: OpenType
// 1.9.1.
import { fontTable } from '../shared/font-table.js';
import { latin } from '../images/image-type.js';

export interface FontFacts {
  readonly mediaType: 'font/ttf' | 'font/otf';
  /** `EB Garamond`, without the style. */
  readonly family: string;
  /** As a PDF names it: `EBGaramond-Italic`. Empty where the font has none. */
  readonly postscriptName: string;
  readonly style: 'normal' | 'italic';
  /** 1 to 1000. */
  readonly weight: number;
  /** usWidthClass: 5 is neither condensed nor expanded. */
  readonly width: number;
  /** Of a variable font: each axis by its tag. */
  readonly axes: Readonly<Record<string, FontAxis>>;
  /** SPDX where the file names a licence that is known; empty otherwise. */
  readonly licence: string;
  /** Whether the licence lets an EPUB hold a part of the font. */
  readonly subset: boolean;
  /** Whether its maker lets files hold it at all, by the flags in it. */
  readonly embeddable: boolean;
}

export interface FontAxis {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** Why a file cannot be used as a font, as the end of a sentence: `is cut off`. */
export interface FontProblem {
  readonly problem: string;
}

/** Reads a TrueType or OpenType font. Never throws for what is in the file. */
export function readFont(bytes: Uint8Array): FontFacts | FontProblem {
  const mediaType = fontType(bytes);
  if (mediaType === undefined) return { problem: kindProblem(bytes) };
  try {
    const problem = tableProblem(bytes);
    return problem === undefined ? factsOf(bytes, mediaType) : { problem };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'is damaged: one of its tables ends too early' };
    throw error;
  }
}

/** Whether the file is a font packed for the web, which is to be unpacked before it is read. */
export function isPackedFont(bytes: Uint8Array): boolean {
  return /^wOF[F2]$/.test(latin(bytes, 0, 4));
}

function fontType(bytes: Uint8Array): FontFacts['mediaType'] | undefined {
  const sign = latin(bytes, 0, 4);
  if (sign === '\u0000\u0001\u0000\u0000' || sign === 'true') return 'font/ttf';
  return sign === 'OTTO' ? 'font/otf' : undefined;
}

function kindProblem(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'is empty';
  if (latin(bytes, 0, 4) === 'ttcf') return 'is a collection of several fonts';
  return 'is no TrueType, OpenType or WOFF2 font';
}

/** Without these a browser refuses a font. Names, and what OS/2 says, may be missing. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];
const HEAD_MAGIC = 0x5f0f3cf5;

function tableProblem(bytes: Uint8Array): string | undefined {
  const directory = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let n = 0; n < directory.getUint16(4); n += 1) {
    if (directory.getUint32(20 + n * 16) + directory.getUint32(24 + n * 16) > bytes.length)
      return 'is cut off';
  }
  const absent = NEEDED.filter((name) => fontTable(bytes, name) === undefined);
  if (absent.length > 0) return `is damaged: it has no table ${absent.map((name) => `"${name}"`).join(', ')}`;
  const outlines =
    fontTable(bytes, 'CFF ') ??
    fontTable(bytes, 'CFF2') ??
    (fontTable(bytes, 'loca') && fontTable(bytes, 'glyf'));
  if (outlines === undefined) return 'has no outlines that can be printed';
  if (fontTable(bytes, 'head')?.getUint32(12) !== HEAD_MAGIC) return 'is damaged: its header is wrong';
  return fontTable(bytes, 'maxp')?.getUint16(4) === 0 ? 'has no letters in it' : undefined;
}

/**
 * Name IDs: copyright, family, PostScript name, licence, its address, and the family that holds more than
 * four styles.
 */
const ID = {
  copyright: 0,
  family: 1,
  postscript: 6,
  licence: 13,
  licenceUrl: 14,
  typographicFamily: 16,
} as const;

function factsOf(bytes: Uint8Array, mediaType: FontFacts['mediaType']): FontFacts {
  const names = namesOf(bytes);
  const said = (...ids: readonly number[]): string =>
    ids.map((id) => names.get(id) ?? '').find((name) => name !== '') ?? '';
  const family = said(ID.typographicFamily, ID.family);
  const legal = [ID.copyright, ID.licence, ID.licenceUrl].map((id) => said(id)).join('\n');
  return {
    mediaType,
    family,
    postscriptName: said(ID.postscript),
    ...lookOf(bytes),
    axes: axesOf(bytes),
    licence: LICENCES.find(({ words }) => words.test(legal))?.spdx ?? '',
    subset: (embeddingOf(bytes) & NO_SUBSETTING) === 0 && !reservesName(legal, family),
    embeddable: (embeddingOf(bytes) & 0xf) !== RESTRICTED,
  };
}

const LICENCES = [
  { spdx: 'OFL-1.1', words: /SIL Open Font Licen[cs]e|scripts\.sil\.org\/OFL|openfontlicense\.org/i },
  { spdx: 'Apache-2.0', words: /Apache License|apache\.org\/licenses/i },
  { spdx: 'Ubuntu-font-1.0', words: /Ubuntu Font Licen[cs]e/i },
];

/** All names in English, or in whatever language the font has them. */
function namesOf(bytes: Uint8Array): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const table = fontTable(bytes, 'name');
  if (table === undefined) return names;
  const strings = table.getUint16(4);
  const records = Array.from({ length: table.getUint16(2) }, (_, n) => recordAt(table, 6 + n * 12)).sort(
    (a, b) => b.rank - a.rank,
  );
  for (const { id, platform, length, offset } of records) {
    if (names.has(id) || strings + offset + length > table.byteLength) continue;
    const raw = Buffer.from(table.buffer, table.byteOffset + strings + offset, length);
    const text =
      platform === MACINTOSH
        ? raw.toString('latin1')
        : Buffer.from(raw.subarray(0, length & ~1))
            .swap16()
            .toString('utf16le');
    const name = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
    if (name !== '') names.set(id, name);
  }
  return names;
}

const MACINTOSH = 1;
const WINDOWS = 3;
const ENGLISH_US = 0x409;

function recordAt(
  table: DataView,
  at: number,
): {
  readonly id: number;
  readonly platform: number;
  readonly length: number;
  readonly offset: number;
  readonly rank: number;
} {
  const [platform, language] = [table.getUint16(at), table.getUint16(at + 4)];
  const rank =
    (platform === WINDOWS ? 2 : platform === MACINTOSH ? 0 : 1) +
    (platform === WINDOWS && language === ENGLISH_US ? 2 : 0);
  return {
    id: table.getUint16(at + 6),
    platform,
    length: table.getUint16(at + 8),
    offset: table.getUint16(at + 10),
    rank,
  };
}

/** OS/2 decides, and the header where there is none. */
function lookOf(bytes: Uint8Array): Pick<FontFacts, 'style' | 'weight' | 'width'> {
  const os2 = fontTable(bytes, 'OS/2');
  const header = fontTable(bytes, 'head')?.getUint16(44) ?? 0;
  const selection = os2 === undefined ? 0 : os2.getUint16(62);
  const isSlanted = (selection & 0x201) !== 0 || (os2 === undefined && (header & 2) !== 0);
  const isBold = (selection & 0x20) !== 0 || (os2 === undefined && (header & 1) !== 0);
  const weight = os2?.getUint16(4) ?? 0;
  return {
    width: os2?.getUint16(6) ?? 5,
    style: isSlanted ? 'italic' : 'normal',
    weight: isBold && weight < 600 ? 700 : weight >= 1 && weight <= 1000 ? weight : 400,
  };
}

function axesOf(bytes: Uint8Array): FontFacts['axes'] {
  const table = fontTable(bytes, 'fvar');
  if (table === undefined) return {};
  const [start, count, size] = [table.getUint16(4), table.getUint16(8), table.getUint16(10)];
  const number = (at: number): number => table.getInt32(at) / 65536;
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const at = start + n * size;
      const tag = Buffer.from(table.buffer, table.byteOffset + at, 4).toString('latin1');
      return [tag, { least: number(at + 4), usual: number(at + 8), most: number(at + 12) }] as const;
    }),
  );
}

/** Bits of fsType, in OS/2. */
const RESTRICTED = 0x2;
const NO_SUBSETTING = 0x100;

function embeddingOf(bytes: Uint8Array): number {
  return fontTable(bytes, 'OS/2')?.getUint16(8) ?? 0;
}

/**
 * The SIL Open Font License lets its maker reserve names: a changed font of such a name may not be handed on.
 */
function reservesName(legal: string, family: string): boolean {
  const reserved = /Reserved Font Names?:?([^\n]*)/gi;
  return [...legal.matchAll(reserved)].some(([, words = '']) =>
    [...words.matchAll(/["“'‘]([^"”'’]+)["”'’]/g)].some(
      ([, name = '']) => name.trim() !== '' && family.toLowerCase().startsWith(name.trim().toLowerCase()),
    ),
  );
}
