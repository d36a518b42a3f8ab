// theme.yml: the page, the faces and the variables of a theme.
import { z } from 'zod';
import { CHAPTER_KINDS, type ChapterKind } from '../../model/book.js';
import { checkPackage, fontRoles, packageName } from './fonts.js';
import { margins, oneOf, path, text, textOrNumber, trim, variables, yesNo } from './schema-terms.js';

const share = z.number().min(0).max(1).meta({ title: 'a share from 0 to 1' });
const spaces = z.number().min(0).max(10).meta({ title: 'a word space over the natural one' });

/** What the typographic report holds this theme to; absent values are the house's own. */
const report = z.strictObject({
  tightest: spaces.optional(),
  loosest: spaces.optional(),
  torn: spaces.optional(),
  'loose-lines': share.optional(),
  mean: spaces.optional(),
  spread: spaces.optional(),
  hyphens: share.optional(),
  'shortest-measure': z.number().min(1).max(200).meta({ title: 'a number of characters' }).optional(),
  'longest-measure': z.number().min(1).max(200).meta({ title: 'a number of characters' }).optional(),
  capitals: z.int().min(1).max(100).meta({ title: 'a whole number' }).optional(),
  figures: oneOf('old-style', 'any').optional(),
});

/** Of the width that a wider trim has more than the theme's. */
const part = z.number().min(0).max(100).meta({ title: 'a number of parts' });

const kinds = Object.keys(CHAPTER_KINDS) as [ChapterKind, ...ChapterKind[]];

const font = z
  .strictObject({
    family: text.describe('As the styles name it: Text, Label, Mono.'),
    package: packageName
      .optional()
      .describe(
        "The npm package that holds the file. Default: the file is in the theme's folder or the book's.",
      ),
    file: path.describe('The font file: TTF, OTF or WOFF2.'),
    style: oneOf('normal', 'italic').optional(),
    weight: z.int().min(1).max(1000).optional().meta({ title: 'a whole number' }),
    name: text.optional().describe("The family's own name. Default: as the font file says."),
    licence: text.optional().describe('SPDX. Default: as the font file says.'),
    subset: yesNo
      .optional()
      .describe('Whether an EPUB holds only the characters of the book. Default: as the font file allows.'),
  })
  .superRefine(checkPackage);

export const themeSchema = z.strictObject({
  name: textOrNumber,
  page: z.strictObject({ trim, margins, wider: z.strictObject({ inside: part, outside: part }).optional() }),
  'chapter-start': oneOf('recto', 'next').optional(),
  starts: z.partialRecord(oneOf(...kinds), oneOf('recto', 'verso', 'next')).optional(),
  fonts: z
    .union([z.array(font), fontRoles])
    .meta({ title: 'text, label and mono, or a list of faces' })
    .describe(
      'The faces of the theme: by their roles, or a list with family, style, weight and file of each.',
    ),
  variables: variables.optional(),
  report: report.optional(),
});

export type ThemeFile = z.output<typeof themeSchema>;
