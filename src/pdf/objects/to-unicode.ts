// Which characters glyphs stand for: the ToUnicode map of a printed font. PDF 32000-1, 9.10.3.

/** Glyph to its characters as hexadecimal UTF-16. */
export function readCharacters(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, rows = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', character = ''] of rows.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g))
      characters.set(parseInt(glyph, 16), character);
  }
  for (const [, rows = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', character = ''] of rows.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g,
    )) {
      for (let glyph = parseInt(first, 16); glyph <= parseInt(last, 16); glyph += 1)
        characters.set(glyph, raised(character, glyph - parseInt(first, 16)));
    }
  }
  return characters;
}

export function writeCharacters(characters: ReadonlyMap<number, string>): string {
  const rows = [...characters]
    .sort(([a], [b]) => a - b)
    .map(([glyph, character]) => `<${hex(glyph)}> <${character}>`);
  const blocks = Array.from({ length: Math.ceil(rows.length / MOST) }, (_, block) =>
    rows.slice(block * MOST, (block + 1) * MOST),
  );
  const maps = blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  return `${HEAD}${maps.join('')}${FOOT}`;
}

/** A block may hold so many rows (Adobe Technical Note 5014). */
const MOST = 100;

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<<  /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;
const FOOT = 'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend';

function raised(character: string, by: number): string {
  return character.slice(0, -4) + hex(parseInt(character.slice(-4), 16) + by);
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}
