// The faces that travel in the package: only the characters the book uses, unless the licence forbids a
// changed font.
import type { FontFace, Resource } from '../model/edition.js';
import { MATH_FAMILY } from '../model/theme.js';
import { NO_CACHE, type Cache } from '../cache/cache.js';
import { cachedSubset } from './font-subset.js';

export interface FontOrder {
  readonly faces: readonly FontFace[];
  readonly resources: readonly Resource[];
  readonly characters: string;
  readonly memory?: Cache | undefined;
}

/**
 * The font files to ship, in the order of the faces, each once. `characters` is every character the book
 * shows. A face whose file is not among the resources is left out: the edition has reported it.
 *
 * @param memory what was cut before. Default: nothing.
 */
export async function embedFonts({
  faces,
  resources,
  characters,
  memory = NO_CACHE,
}: FontOrder): Promise<readonly Resource[]> {
  const files = new Map(resources.map((resource) => [resource.href, resource]));
  const hrefs = [...new Map(faces.map((face) => [face.href, face])).values()];
  const shipped: Resource[] = [];
  for (const face of hrefs) {
    const file = files.get(face.href);
    if (file === undefined) continue;
    const bytes = face.subset
      ? await cachedSubset(
          file.bytes,
          face.characters ?? (face.family === MATH_FAMILY ? characters + italics(characters) : characters),
          memory,
        )
      : file.bytes;
    shipped.push({ href: face.href, mediaType: fontType(bytes), bytes });
  }
  return shipped;
}

/** Which licence each face is under, for META-INF: one line a file. */
export function fontNotice(faces: readonly FontFace[]): string {
  const lines = faces.map(
    (face) =>
      `${face.href}: ` +
      [face.name, face.licence, face.subset ? 'cut to the characters of this book' : '']
        .filter((said) => said !== '')
        .join(', '),
  );
  return `${[...new Set(lines)].sort().join('\n')}\n`;
}

/** Every character of some texts once, in code point order, in both cases: styles may ask for capitals. */
export function charactersOf(texts: readonly string[]): string {
  const used = new Set<string>();
  for (const text of texts) for (const character of text) used.add(character);
  // at the end of a word, the only letter whose other case its neighbours decide
  if (used.has('Σ')) used.add('ς');
  const points = new Set([...used].flatMap((one) => [one, ...one.toUpperCase(), ...one.toLowerCase()]));
  return [...points].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('');
}

/**
 * A letter that stands alone for a number is drawn as one of Unicode's italic letters for mathematics, which
 * the text does not hold.
 */
function italics(characters: string): string {
  return [...characters]
    .map((one) => {
      const point = one.codePointAt(0) ?? 0;
      if (one === 'h') return '\u210E'; // Planck had it first
      const run = ITALICS.find(({ from, to }) => point >= from && point <= to);
      return run === undefined ? '' : String.fromCodePoint(run.italic + point - run.from);
    })
    .join('');
}

/** https://www.w3.org/TR/mathml-core/#italic-mappings */
const ITALICS = [
  { from: 0x41, to: 0x5a, italic: 0x1d434 },
  { from: 0x61, to: 0x7a, italic: 0x1d44e },
  { from: 0x391, to: 0x3a9, italic: 0x1d6e2 },
  { from: 0x3b1, to: 0x3c9, italic: 0x1d6fc },
] as const;

/** By the file's first bytes: `OTTO` holds PostScript outlines. Media types of EPUB 3.3 section 3.2. */
function fontType(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'OTTO' ? 'font/otf' : 'font/ttf';
}
