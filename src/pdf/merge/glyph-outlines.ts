// Glyph outlines of a printed subset: a TrueType file in which glyphs keep the numbers they have in the whole
// face, and those that were not needed are empty. https://learn.microsoft.com/typography/opentype/spec/otff

export interface Outlines {
  readonly tables: ReadonlyMap<string, Buffer>;
  /** By glyph number; empty for blank glyphs and for those that are not in the subset. */
  readonly glyphs: readonly Buffer[];
  readonly metrics: readonly { readonly advance: number; readonly bearing: number }[];
  readonly unitsPerEm: number;
}

/** Undefined when the file is not TrueType, or lacks a table that every TrueType file has. */
export function readOutlines(bytes: Uint8Array): Outlines | undefined {
  const file = Buffer.from(bytes);
  if (file.length < 12 || file.readUInt32BE(0) !== TRUETYPE) return undefined;
  const tables = new Map(
    Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16;
      const offset = file.readUInt32BE(at + 8);
      return [
        file.toString('latin1', at, at + 4),
        file.subarray(offset, offset + file.readUInt32BE(at + 12)),
      ] as const;
    }),
  );
  const [head, hhea, hmtx, loca, glyf, maxp] = ['head', 'hhea', 'hmtx', 'loca', 'glyf', 'maxp'].map((tag) =>
    tables.get(tag),
  );
  if (!head || !hhea || !hmtx || !loca || !glyf || !maxp) return undefined;
  const place =
    head.readInt16BE(50) === 0
      ? (glyph: number): number => loca.readUInt16BE(glyph * 2) * 2
      : (glyph: number): number => loca.readUInt32BE(glyph * 4);
  const long = hhea.readUInt16BE(34);
  const numbers = Array.from({ length: maxp.readUInt16BE(4) }, (_, glyph) => glyph);
  return {
    tables,
    glyphs: numbers.map((glyph) => glyf.subarray(place(glyph), place(glyph + 1))),
    metrics: numbers.map((glyph) => ({
      advance: hmtx.readUInt16BE(Math.min(glyph, long - 1) * 4),
      bearing: hmtx.readInt16BE(glyph < long ? glyph * 4 + 2 : long * 4 + (glyph - long) * 2),
    })),
    unitsPerEm: head.readUInt16BE(18),
  };
}

/**
 * One file with the glyphs of all; undefined when they disagree on anything: then they are not subsets of one
 * face.
 */
export function joinOutlines(subsets: readonly (Outlines | undefined)[]): Uint8Array | undefined {
  const known = subsets.filter((one) => one !== undefined);
  const [first] = known;
  if (
    first === undefined ||
    known.length !== subsets.length ||
    !known.every((one) => sameProgram(one, first))
  )
    return undefined;
  const count = Math.max(...known.map(({ glyphs }) => glyphs.length));
  const glyphs: Buffer[] = [];
  const metrics: Outlines['metrics'][number][] = [];
  for (let glyph = 0; glyph < count; glyph += 1) {
    const drawn = known.filter((one) => (one.glyphs[glyph]?.length ?? 0) > 0);
    const outline = drawn[0]?.glyphs[glyph] ?? Buffer.alloc(0);
    if (!drawn.every((one) => one.glyphs[glyph]?.equals(outline))) return undefined;
    glyphs.push(outline);
    metrics.push(
      (drawn[0] ?? known.find((one) => (one.metrics[glyph]?.advance ?? 0) > 0))?.metrics[glyph] ?? {
        advance: 0,
        bearing: 0,
      },
    );
  }
  const program = [...first.tables].filter(([tag]) => PROGRAM.includes(tag));
  return writeFile(new Map([...program, ...outlineTables({ known, first, glyphs, metrics })]));
}

const TRUETYPE = 0x00010000;

/**
 * What hints are run with, the same in every subset. Together with the tables of outlines this is all that a
 * PDF asks of a font (PDF 32000-1, 9.9): what serves shaping and looking up characters is left out.
 */
const PROGRAM = ['cvt ', 'fpgm', 'prep'];

function sameProgram(one: Outlines, other: Outlines): boolean {
  const same = (tag: string): boolean =>
    Buffer.compare(one.tables.get(tag) ?? Buffer.alloc(0), other.tables.get(tag) ?? Buffer.alloc(0)) === 0;
  return one.unitsPerEm === other.unitsPerEm && PROGRAM.every(same);
}

interface Joining {
  readonly known: readonly Outlines[];
  readonly first: Outlines;
  readonly glyphs: readonly Buffer[];
  readonly metrics: Outlines['metrics'];
}

function outlineTables({ known, first, glyphs, metrics }: Joining): readonly (readonly [string, Buffer])[] {
  const padded = glyphs.map((glyph) => Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)]));
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  let end = 0;
  padded.forEach((glyph, index) => {
    end += glyph.length;
    loca.writeUInt32BE(end, (index + 1) * 4);
  });
  const hmtx = Buffer.alloc(glyphs.length * 4);
  metrics.forEach(({ advance, bearing }, glyph) => {
    hmtx.writeInt16BE(bearing, hmtx.writeUInt16BE(advance, glyph * 4));
  });
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => Buffer.from(first.tables.get(tag) ?? []));
  if (head === undefined || hhea === undefined || maxp === undefined) return [];
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  hhea.writeUInt16BE(glyphs.length, 34);
  for (let at = 4; at + 1 < maxp.length; at += 2)
    maxp.writeUInt16BE(Math.max(...known.map(({ tables }) => tables.get('maxp')?.readUInt16BE(at) ?? 0)), at);
  return [
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
    ['loca', loca],
    ['hmtx', hmtx],
    ['glyf', Buffer.concat(padded)],
  ];
}

function writeFile(tables: ReadonlyMap<string, Buffer>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(TRUETYPE, 0);
  [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].forEach((value, index) => {
    directory.writeUInt16BE(value, 4 + index * 2);
  });
  let at = directory.length;
  const bodies = sorted.map(([tag, table], index) => {
    const row = 12 + index * 16;
    directory.write(tag, row, 'latin1');
    [sumOf(table), at, table.length].forEach((value, place) => {
      directory.writeUInt32BE(value, row + 4 + place * 4);
    });
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    at += body.length;
    return body;
  });
  const file = Buffer.concat([directory, ...bodies]);
  const headAt = directory.readUInt32BE(12 + sorted.findIndex(([tag]) => tag === 'head') * 16 + 8);
  file.writeUInt32BE((0xb1b0afba - sumOf(file)) >>> 0, headAt + 8);
  return file;
}

function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 3 < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  const rest = table.subarray(table.length & ~3);
  return rest.length === 0
    ? sum
    : (sum + Buffer.concat([rest, Buffer.alloc(4 - rest.length)]).readUInt32BE(0)) >>> 0;
}
