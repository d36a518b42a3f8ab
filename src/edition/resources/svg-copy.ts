// The copy of an author's drawing that goes into a book: without fonts from the web, and with outlines for
// its words.
import { readFontTables } from '../../fonts/font-tables.js';
import { svgSource } from './clean-svg.js';
import { hasSvgText, outlineSvgText, svgTexts, type SvgFonts } from '../../images/svg-text.js';
import { finding, type Finding } from '../../model/finding.js';
import type { World } from '../../model/world.js';
import { memoizeByObject } from '../../shared/memoize.js';

const FONTS = '@expo-google-fonts';

/** The same in every theme, so that a drawing looks the same in all books. All of them are shipped. */
const FACES: readonly (readonly [folder: string, file: string])[] = [
  ['alegreya-sans', '500Medium/AlegreyaSans_500Medium.ttf'],
  ['alegreya-sans', '500Medium_Italic/AlegreyaSans_500Medium_Italic.ttf'],
  ['alegreya-sans', '700Bold/AlegreyaSans_700Bold.ttf'],
  ['noto-serif', '400Regular/NotoSerif_400Regular.ttf'],
  ['noto-serif', '400Regular_Italic/NotoSerif_400Regular_Italic.ttf'],
  ['noto-serif', '700Bold/NotoSerif_700Bold.ttf'],
  ['jetbrains-mono', '400Regular/JetBrainsMono_400Regular.ttf'],
  ['stix-two-math', '400Regular/STIXTwoMath_400Regular.ttf'],
  ['noto-sans-symbols', '400Regular/NotoSansSymbols_400Regular.ttf'],
  ['noto-sans-symbols-2', '400Regular/NotoSansSymbols2_400Regular.ttf'],
  ['noto-emoji', '400Regular/NotoEmoji_400Regular.ttf'],
];

/** Without `@font-face` rules whose files lie outside of the drawing; whether there were any. */
export function withoutWebFonts(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly had: boolean } {
  const source = svgSource(bytes);
  if (source === undefined || !/@font-face/i.test(source)) return { bytes, had: false };
  const kept = source.replace(/@font-face\s*\{([^{}<>]*)\}/gi, (rule, inside: string) =>
    /url\(\s*["']?\s*(?!data:|#)[^)]/i.test(inside) ? '' : rule,
  );
  return kept === source ? { bytes, had: false } : { bytes: new TextEncoder().encode(kept), had: true };
}

/** A drawing that is sound and has words; the same bytes where it has none. Finding: FIG-008. */
export function withOutlines(
  bytes: Uint8Array,
  { path, world }: { readonly path: string; readonly world: World },
): { readonly bytes: Uint8Array; readonly found: readonly Finding[] } {
  const source = new TextDecoder().decode(bytes);
  if (!hasSvgText(source)) return { bytes, found: [] };
  const fonts = svgFonts(world);
  const outlined = outlineSvgText(source, fonts);
  if (outlined === undefined) return { bytes, found: [] };
  const missing = missingCharacters(source, fonts);
  return {
    bytes: new TextEncoder().encode(outlined),
    found:
      missing.length === 0
        ? []
        : [
            finding('FIG-008', {
              message: `No font has these characters of the drawing "${path}": ${missing.join(' ')}.`,
              hint: 'Let your drawing program turn the text into paths.',
            }),
          ],
  };
}

const svgFonts = memoizeByObject((world: World): SvgFonts => ({
  files: [
    ...FACES.map(([folder, file]) => world.font(`${FONTS}/${folder}`, file)),
    ...otherFonts(world).map(([name, file]) => world.font(name, file)),
  ].flatMap((read) => ('bytes' in read ? [read.bytes] : [])),
  sans: 'Alegreya Sans',
  serif: 'Noto Serif',
  mono: 'JetBrains Mono',
}));

/** The plain face of each installed package, for scripts that the shipped fonts lack. */
function otherFonts(world: World): readonly (readonly [name: string, file: string])[] {
  const shipped = new Set(FACES.map(([folder]) => `${FONTS}/${folder}`));
  return (world.fontPackages?.() ?? [])
    .filter((name) => name.startsWith(`${FONTS}/noto-`) && !shipped.has(name))
    .flatMap((name) => {
      const file = world.fontFiles(name)?.find((one) => /_400Regular\.ttf$/.test(one));
      return file === undefined ? [] : [[name, file] as const];
    });
}

const charactersOf = memoizeByObject(({ files }: SvgFonts): readonly ReadonlySet<number>[] =>
  files.map((bytes) => readFontTables(bytes)?.characters ?? new Set<number>()),
);

function missingCharacters(source: string, fonts: SvgFonts): readonly string[] {
  const words = svgTexts(source)
    .join('')
    .replace(/&[^;\s]*;/g, '');
  const sets = charactersOf(fonts);
  return [...new Set(words)].filter(
    (one) => /[^\s\p{C}\p{M}]/u.test(one) && !sets.some((set) => set.has(one.codePointAt(0) ?? 0)),
  );
}
