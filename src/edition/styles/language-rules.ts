// Slips of the pen: properties and values that CSS does not have.
import { lexer, property as propertyName } from 'css-tree';
import { closest } from '../../config/decode-text.js';
import { said, type StyleRule } from './lint-rule.js';
import type { StyleDeclaration } from './declarations.js';

export const LANGUAGE_RULES: readonly StyleRule[] = [
  {
    code: 'STYLE-011',
    media: ['print', 'ebook'],
    judge: ({ property, within }) => {
      if (isKnown(property) || within.includes('page') || within.includes('font-face')) return undefined;
      const meant = closest(property, properties());
      return {
        message: `There is no property "${property}".`,
        hint:
          meant === undefined
            ? 'Look the name up; the declaration does nothing.'
            : `Did you mean "${meant}"?`,
      };
    },
  },
  {
    code: 'STYLE-012',
    media: ['print', 'ebook'],
    judge: (ruling) => {
      if (!isKnown(ruling.property) || isOurs(ruling) || /[a-z-]\(/i.test(ruling.value)) return undefined;
      const { error } = lexer.matchDeclaration(ruling.node);
      if (error?.name !== 'SyntaxMatchError') return undefined;
      return {
        message: `"${said(ruling)}" has no effect: ${ruling.property} does not take this value.`,
        hint: 'Check the spelling, and write the unit directly behind its number.',
      };
    },
  },
];

/**
 * What the paged media drafts, Paged.js and reading systems have beyond CSS proper.
 * https://www.w3.org/TR/css-gcpm-3/
 */
const BEYOND: ReadonlySet<string> = new Set([
  'string-set',
  'footnote-display',
  'footnote-policy',
  'bookmark-level',
  'bookmark-label',
  'bookmark-state',
  'adobe-hyphenate',
  'adobe-text-layout',
  'oeb-column-number',
]);

function isKnown(property: string): boolean {
  if (property.startsWith('--') || BEYOND.has(property)) return true;
  const { vendor, basename } = propertyName(property);
  return (
    lexer.getProperty(property) !== null ||
    (vendor !== '' &&
      (vendor === '-epub-' ||
        vendor === '-ah-' ||
        vendor === '-prince-' ||
        lexer.getProperty(basename) !== null))
  );
}

function isOurs({ property, value, within }: StyleDeclaration): boolean {
  return (
    property.startsWith('--') ||
    BEYOND.has(property) ||
    (property === 'float' && value === 'footnote') ||
    within.includes('page') ||
    within.includes('font-face') ||
    propertyName(property).vendor !== ''
  );
}

/** The lexer's own table, which its types leave out. */
function properties(): readonly string[] {
  return Object.keys((lexer as unknown as { readonly properties: object }).properties).filter(
    (name) => !name.startsWith('-'),
  );
}
