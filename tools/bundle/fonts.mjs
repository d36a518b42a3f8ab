// The faces that Foldmark's own themes name, and those that its code names: what is shipped of each font
// package.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Mathematics in every theme (src/edition/math-font.ts), the proof's labels
 * (src/images/page-images/labels.ts), and what stands in for characters that a theme lacks
 * (src/fonts/fallback-fonts.ts).
 */
const NAMED_IN_CODE = [
  { package: '@expo-google-fonts/stix-two-math', file: '400Regular/STIXTwoMath_400Regular.ttf' },
  { package: '@expo-google-fonts/alegreya-sans', file: '500Medium/AlegreyaSans_500Medium.ttf' },
  { package: '@expo-google-fonts/jetbrains-mono', file: '400Regular/JetBrainsMono_400Regular.ttf' },
  { package: '@expo-google-fonts/noto-serif', file: '400Regular/NotoSerif_400Regular.ttf' },
  { package: '@expo-google-fonts/noto-serif', file: '400Regular_Italic/NotoSerif_400Regular_Italic.ttf' },
  { package: '@expo-google-fonts/noto-serif', file: '700Bold/NotoSerif_700Bold.ttf' },
  { package: '@expo-google-fonts/noto-sans-symbols', file: '400Regular/NotoSansSymbols_400Regular.ttf' },
  { package: '@expo-google-fonts/noto-sans-symbols-2', file: '400Regular/NotoSansSymbols2_400Regular.ttf' },
  { package: '@expo-google-fonts/noto-emoji', file: '400Regular/NotoEmoji_400Regular.ttf' },
];

/** @returns font packages as packages.json lists others: a name and the files to copy. */
export function fontPackages(root) {
  const styles = join(root, 'styles');
  const themes = readdirSync(styles)
    .map((name) => join(styles, name, 'theme.yml'))
    .filter((file) => existsSync(file));
  const faces = [
    ...NAMED_IN_CODE,
    ...themes.flatMap((file) => parse(readFileSync(file, 'utf8')).fonts ?? []),
  ].filter((face) => face.package);
  const names = [...new Set(faces.map((face) => face.package))].sort();
  return names.map((name) => ({
    name,
    copy: [...new Set(faces.filter((face) => face.package === name).map(({ file }) => file))].sort(),
  }));
}
