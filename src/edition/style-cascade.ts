// The cascade: what Foldmark, the theme and the book each say about the look, in that order.
import { MEDIA } from '../model/media.js';
import { decodeText } from '../config/decode-text.js';
import type { BookConfig } from '../model/settings.js';
import { outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Edition, FontFace } from '../model/edition.js';
import type { SourcePath } from '../model/source-span.js';
import type { ThemeSettings } from '../model/theme.js';
import type { World } from '../model/world.js';
import { fontRules, pageRules, variableRules } from './page-styles.js';
import type { Images } from './resources/edition-images.js';
import { readSheet } from './styles/declarations.js';
import { lintStyles } from './styles/style-lint.js';
import { bindStyleAssets } from './resources/style-assets.js';
import { baseSheet, readFrom, themeSheet, type StyleFile } from './theme-files.js';

export interface Style {
  readonly name: string;
  /** Where it was read; generated ones have no place. */
  readonly path?: SourcePath;
  /** The same, for a file of the book's folder. */
  readonly own?: SourcePath;
  readonly css: string;
}

const FONTS_SHEET = 'fonts.css';

/** The same sheets with the rules of other faces. */
export function withFontRules(styles: readonly Style[], fonts: readonly FontFace[]): readonly Style[] {
  return styles.map((style) => (style.name === FONTS_SHEET ? { ...style, css: fontRules(fonts) } : style));
}

export interface CascadeOrder {
  readonly config: BookConfig;
  readonly world: World;
  readonly theme: ThemeSettings;
  readonly edition: Edition;
  readonly fonts: readonly FontFace[];
  readonly images: Images;
  /** The rules of the sizes that images have. */
  readonly sizes: string;
  /** Whether the book has formulas. */
  readonly formulas: boolean;
}

/**
 * All sheets in cascade order, generated ones included; empty ones are left out. Findings: those of
 * decodeText, bindFiles and, for the book's own, lintStyles.
 */
export function composeStyles(order: CascadeOrder): Outcome<readonly Style[]> {
  const { config, world, theme, edition, images } = order;
  const diagnostics: Finding[] = [];
  const read = (name: string, file: StyleFile | undefined): Style => {
    const css = file && decodeText(file.bytes, file.path);
    diagnostics.push(...(css?.diagnostics ?? []));
    if (!file || css?.value === undefined) return { name, css: '' };
    const own = file.from === 'book' ? { own: file.path } : {};
    const sheet = { path: file.path, css: css.value, medium: edition.medium };
    if (file.from === 'book') diagnostics.push(...lintStyles(sheet));
    if (file.from === 'book' && readSheet(sheet).tooDeep) return { name, css: '' };
    return {
      name,
      path: file.path,
      ...own,
      css: bindStyleAssets({ ...file, css: css.value }, images, (found) => diagnostics.push(found)),
    };
  };
  const sheets = ['base.css', MEDIA[edition.medium].stylesheet];
  const styles = [
    { name: 'page.css', css: edition.medium === 'print' ? pageRules(edition.page) : '' },
    { name: FONTS_SHEET, css: fontRules(order.fonts) },
    ...[...sheets, ...formulaSheets(order)].map((sheet) => read(sheet, baseSheet(world, sheet))),
    { name: 'theme-variables.css', css: variableRules(theme.variables) },
    ...sheets.map((sheet) => read(`theme-${sheet}`, themeSheet(world, theme, sheet))),
    { name: 'image-sizes.css', css: order.sizes },
    { name: 'book-variables.css', css: variableRules(config.variables) },
    read('custom.css', readFrom(world, 'book', 'styles/custom.css')),
    {
      name: 'lines.css',
      css:
        edition.medium === 'print' && config.typography.lines === 'browser'
          ? '* { --lines: none !important; }'
          : '',
    },
  ];
  return outcome(
    styles.filter((style) => style.css.trim() !== ''),
    diagnostics,
  );
}

function formulaSheets({ formulas, edition }: CascadeOrder): readonly string[] {
  if (!formulas) return [];
  return edition.medium === 'print' ? ['formulas.css'] : ['formulas.css', 'formulas-ebook.css'];
}
