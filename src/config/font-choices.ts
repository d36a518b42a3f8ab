// The roles of `fonts:` to the choices of a book or a theme, each with the place where it is written.
import { FONT_FAMILIES, type FontChoice, type FontChoices, type FontRole } from '../model/theme.js';
import type { FontRolesWritten } from './schema/fonts.js';
import { given } from './metadata.js';
import { placeOf, type SettingNode } from './settings-tree.js';

/** `tree` holds the roles under the key `fonts`. */
export function fontChoices(roles: FontRolesWritten, tree: SettingNode): FontChoices {
  const names = Object.keys(FONT_FAMILIES) as FontRole[];
  const { fallback } = roles;
  const chosen = Object.fromEntries(
    names.flatMap((role) => {
      const written = roles[role];
      return written === undefined ? [] : [[role, choiceOf(written, role, tree)] as const];
    }),
  );
  return fallback === undefined
    ? chosen
    : {
        ...chosen,
        fallback: fallback.map((source, index): FontChoice => {
          const at = placeOf(tree, ['fonts', 'fallback', index]);
          return 'file' in source ? { at, only: source.file } : { at, package: source.package };
        }),
      };
}

function choiceOf(
  written: NonNullable<FontRolesWritten[FontRole]>,
  role: FontRole,
  tree: SettingNode,
): FontChoice {
  const at = placeOf(tree, ['fonts', role]);
  if ('file' in written) return { at, only: written.file };
  if (!('regular' in written)) return { at, package: written.package };
  const { package: packageName, 'bold-italic': boldItalic, ...files } = written;
  const places = Object.fromEntries(
    Object.keys(written).map((key) => [
      key === 'bold-italic' ? 'boldItalic' : key,
      placeOf(tree, ['fonts', role, key]),
    ]),
  );
  return {
    at,
    ...given({ package: packageName }),
    files: { ...given({ ...files, boldItalic }), regular: files.regular },
    places,
  };
}
