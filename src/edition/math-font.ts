// Mathematics needs a font of its own: roots and brackets that grow, and a table that says how. A book that
// has formulas gets one besides its theme's; another book does not.
import type { Book } from '../model/book.js';
import { elementsOf } from '../model/flow.js';
import { MATH_FAMILY, type ThemeFont, type ThemeSettings } from '../model/theme.js';

/** The theme, with a font for formulas where the book has one and the theme has none. */
export function withMathematics(theme: ThemeSettings, book: Book): ThemeSettings {
  if (!hasFormula(book) || theme.fonts.some(({ family }) => family === MATH_FAMILY)) return theme;
  return { ...theme, fonts: [...theme.fonts, STIX] };
}

/** Its licence reserves another name ("TM Math"), so that an EPUB may hold a part of it. */
const STIX: ThemeFont = {
  family: MATH_FAMILY,
  style: 'normal',
  weight: 400,
  package: '@expo-google-fonts/stix-two-math',
  file: '400Regular/STIXTwoMath_400Regular.ttf',
  name: 'STIX Two Math',
  licence: 'OFL-1.1',
  subset: true,
};

/** Whether a book has mathematics anywhere. */
export function hasFormula({ chapters }: Book): boolean {
  return chapters.some(({ title, flow, notes }) =>
    [title, flow, ...notes.map((note) => note.flow)].some((words) =>
      elementsOf(words).some(({ tag }) => tag === 'math'),
    ),
  );
}
