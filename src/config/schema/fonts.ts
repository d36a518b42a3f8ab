// The faces of a book: who plays which role, from a file of the book's folder or an npm package.
import { z } from 'zod';
import { readPackageName } from '../values/font.js';
import { fontSource, path, text } from './schema-terms.js';

/**
 * The package of a face. A name that npm does not take is no package's, and the face as a whole is set aside.
 */
export function checkPackage(
  { package: name }: { readonly package?: string | undefined },
  context: z.RefinementCtx,
): void {
  const reading = name === undefined ? undefined : readPackageName(name);
  if (reading !== undefined && 'fault' in reading)
    context.addIssue({
      code: 'custom',
      message: reading.fault.message,
      params: { code: reading.fault.code, hint: reading.fault.hint },
    });
}

export const packageName = text.meta({
  title: 'the name of an npm package',
  examples: ['@expo-google-fonts/lora'],
});

const files = z
  .strictObject({
    package: packageName
      .optional()
      .describe("The npm package that holds the files. Default: they are in the book's folder."),
    regular: path.describe('The file of the upright face: TTF, OTF or WOFF2.'),
    italic: path.optional().describe('The file of the italic.'),
    bold: path.optional().describe('The file of the bold face.'),
    'bold-italic': path.optional().describe('The file of the bold italic.'),
  })
  .superRefine(checkPackage);

const choice = z
  .union([fontSource, files])
  .meta({ title: 'a font file, a package, or regular, italic, bold and bold-italic' });

export const fontRoles = z.strictObject({
  text: choice
    .optional()
    .describe('The face of the text. The italic and the bold of the same family are found beside a file.'),
  label: choice
    .optional()
    .describe(
      "The face of captions and running heads. Default: the theme's, or that of the text where the " +
        'theme has one face for both.',
    ),
  mono: choice.optional().describe("The face of code. Default: the theme's."),
  math: choice.optional().describe('The face of formulas; it needs a MATH table. Default: STIX Two Math.'),
  fallback: z
    .preprocess(
      (given) => (given === undefined || Array.isArray(given) ? given : [given]),
      z.array(fontSource),
    )
    .optional()
    .describe(
      'Fonts for characters that the others lack, the first first. Default: those that Foldmark brings, ' +
        'and installed font packages.',
    ),
});

export type FontRolesWritten = z.output<typeof fontRoles>;
