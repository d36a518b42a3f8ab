// Fonts as settings name them: a file of the book's folder, or an npm package.
import type { SourcePath } from '../../model/source-span.js';
import { readPath } from './settings-path.js';
import type { ParsedValue } from './parsed-value.js';

/** Where a font is looked for. */
export type FontSource = { readonly file: SourcePath } | { readonly package: string };

/**
 * https://docs.npmjs.com/cli/configuring-npm/package-json#name. No name has two dots at its beginning, so
 * none leaves node_modules.
 */
const PACKAGE = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
/** Endings that fonts have, those that cannot be used among them: what is wrong is then told of the file. */
const FONT_FILE = /\.(?:ttf|otf|woff2?|ttc|otc|eot|dfont|pf[ab])$/i;

/**
 * `fonts/Field-Regular.ttf` as a file, `@expo-google-fonts/lora` as a package. CONF-005 for a name that is
 * neither.
 */
export function readFontSource(written: string): ParsedValue<FontSource> {
  const name = written.trim();
  if (FONT_FILE.test(name)) {
    const path = readPath(name);
    return 'value' in path ? { value: { file: path.value } } : { fault: { ...path.fault, hint: COPY_IT } };
  }
  if (PACKAGE.test(name)) return { value: { package: name } };
  return {
    fault: {
      code: 'CONF-005',
      message: `"${name}" is neither a font file nor an npm package.`,
      hint:
        "Write the path of a file in the book's folder (fonts/Name-Regular.ttf) or the name of a " +
        'package (@expo-google-fonts/lora).',
    },
  };
}

/** A name that npm takes. CONF-020 for a path in its place: fonts of other folders are not read. */
export function readPackageName(written: string): ParsedValue<string> {
  if (PACKAGE.test(written.trim())) return { value: written.trim() };
  return {
    fault: {
      code: 'CONF-020',
      message: `"${written}" is no name of an npm package.`,
      hint:
        'Write the package\'s name, such as @expo-google-fonts/lora, or leave "package" out and put the ' +
        "file into the book's folder.",
    },
  };
}

const COPY_IT =
  "Copy the font into the book's folder, and name it by its path there: fonts/Name-Regular.ttf.";
