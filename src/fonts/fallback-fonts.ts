// Fonts for characters that the theme's have not: those that Foldmark brings, and the packages of all other
// scripts.
import type { FontFiles } from '../model/theme.js';

export interface FontOffer {
  readonly package: string;
  /** Absent: the package's own family. */
  readonly files?: FontFiles;
}

/** For letters and for signs, in the order in which they are asked. tools/bundle/fonts.mjs ships them. */
export const SHIPPED: readonly FontOffer[] = [
  {
    package: '@expo-google-fonts/noto-serif',
    files: {
      regular: '400Regular/NotoSerif_400Regular.ttf',
      italic: '400Regular_Italic/NotoSerif_400Regular_Italic.ttf',
      bold: '700Bold/NotoSerif_700Bold.ttf',
    },
  },
  {
    package: '@expo-google-fonts/stix-two-math',
    files: { regular: '400Regular/STIXTwoMath_400Regular.ttf' },
  },
  {
    package: '@expo-google-fonts/noto-sans-symbols',
    files: { regular: '400Regular/NotoSansSymbols_400Regular.ttf' },
  },
  {
    package: '@expo-google-fonts/noto-sans-symbols-2',
    files: { regular: '400Regular/NotoSansSymbols2_400Regular.ttf' },
  },
];

export const SHIPPED_EMOJI: FontOffer = {
  package: '@expo-google-fonts/noto-emoji',
  files: { regular: '400Regular/NotoEmoji_400Regular.ttf' },
};

/** Box drawings join only in a face whose letters are all of one width. */
export const SHIPPED_MONO: FontOffer = {
  package: '@expo-google-fonts/jetbrains-mono',
  files: { regular: '400Regular/JetBrainsMono_400Regular.ttf' },
};

const NOTO = '@expo-google-fonts/noto-';

/** By Unicode's name of the script, packages that have it; the first is the one that findings name. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  Arabic: ['naskh-arabic', '@expo-google-fonts/amiri', 'sans-arabic', 'kufi-arabic'],
  Hebrew: ['serif-hebrew', '@expo-google-fonts/frank-ruhl-libre', 'sans-hebrew'],
  Thai: ['serif-thai', '@expo-google-fonts/sarabun', 'sans-thai'],
  Hangul: ['serif-kr', 'sans-kr'],
  Hiragana: ['serif-jp', 'sans-jp', '@expo-google-fonts/shippori-mincho'],
  Katakana: ['serif-jp', 'sans-jp', '@expo-google-fonts/shippori-mincho'],
  Bopomofo: ['serif-tc', 'sans-tc'],
  ...ofNoto('serif', [
    'Armenian',
    'Bengali',
    'Devanagari',
    'Ethiopic',
    'Georgian',
    'Gujarati',
    'Gurmukhi',
    'Kannada',
    'Khmer',
    'Lao',
    'Malayalam',
    'Myanmar',
    'Sinhala',
    'Tamil',
    'Telugu',
    'Tibetan',
  ]),
  ...ofNoto('sans', [
    'Adlam',
    'Balinese',
    'Canadian_Aboriginal',
    'Cherokee',
    'Coptic',
    'Cuneiform',
    'Deseret',
    'Egyptian_Hieroglyphs',
    'Glagolitic',
    'Gothic',
    'Javanese',
    'Mongolian',
    'Ogham',
    'Old_Italic',
    'Phoenician',
    'Runic',
    'Syriac',
    'Thaana',
    'Tifinagh',
    'Vai',
    'Yi',
  ]),
};

function ofNoto(kind: 'serif' | 'sans', scripts: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    scripts.map((script) => {
      const slug = script.toLowerCase().replaceAll('_', '-');
      return [script, kind === 'serif' ? [`serif-${slug}`, `sans-${slug}`] : [`sans-${slug}`]];
    }),
  );
}

const HAN: Readonly<Record<string, readonly string[]>> = {
  ja: ['serif-jp', 'sans-jp', '@expo-google-fonts/shippori-mincho'],
  ko: ['serif-kr', 'sans-kr'],
  'zh-hant': ['serif-tc', 'sans-tc'],
  'zh-hk': ['serif-hk', 'sans-hk', 'serif-tc', 'sans-tc'],
  zh: ['serif-sc', 'sans-sc'],
};

/** Signs of no script, and marks that several scripts share. */
const SHARED = [
  { signs: /[\u3000-\u303f\u30fb-\u30fc\uff00-\uffef]/u, as: 'Han' },
  { signs: /[\u0964\u0965\u0951\u0952\u1cd0-\u1cff]/u, as: 'Devanagari' },
  { signs: /[\u060c\u061b\u061f\u0640\u064b-\u0655\u0670\ufd3e\ufd3f]/u, as: 'Arabic' },
] as const;

const MUSIC = /[\u{1D000}-\u{1D24F}]/u;

/** The packages that are likely to have a character, the best first; none where no script is known for it. */
export function packagesFor(cluster: string, language: string): readonly string[] {
  if (MUSIC.test(cluster)) return named(['music']);
  const shared = SHARED.find(({ signs }) => signs.test(cluster))?.as;
  const script = shared ?? SCRIPTS.find(({ letters }) => letters.test(cluster))?.script;
  if (script === undefined) return [];
  return named(script === 'Han' ? hanFor(language) : (PACKAGES[script] ?? []));
}

/** One sign is drawn otherwise in Japan, Korea, Taiwan and China: the language decides. */
function hanFor(language: string): readonly string[] {
  const tag = language.toLowerCase();
  const chinese = /^zh-(?:hant-)?(?:hk|mo)\b/.test(tag)
    ? 'zh-hk'
    : /^zh-(?:hant|tw)\b/.test(tag)
      ? 'zh-hant'
      : 'zh';
  return HAN[/^(?:ja|ko)\b/.exec(tag)?.[0] ?? (/^zh\b/.test(tag) ? chinese : 'ja')] ?? [];
}

function named(names: readonly string[]): readonly string[] {
  return names.map((name) => (name.startsWith('@') ? name : `${NOTO}${name}`));
}

const SCRIPTS = [...Object.keys(PACKAGES), 'Han'].map((script) => ({
  script,
  letters: new RegExp(`\\p{Script=${script}}`, 'u'),
}));
