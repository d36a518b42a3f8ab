// theme.yml to the settings of a theme.
import { outcome, finding, type Outcome } from '../model/finding.js';
import type { ThemeReport, ThemeSettings } from '../model/theme.js';
import type { World } from '../model/world.js';
import { readBySchema } from './validate-tree.js';
import { readSettings, startOfFile } from './settings-file.js';
import { fontChoices } from './font-choices.js';
import { inOrder } from './sort-findings.js';
import { given } from './metadata.js';
import { fitPage } from './page-measures.js';
import { themeSchema, type ThemeFile } from './schema/theme.js';
import { themePlace } from './theme-folder.js';
import { placeOf, type SettingNode } from './settings-tree.js';

/**
 * A theme's settings by its name: the book's own theme where it has one of that name, else Foldmark's.
 * Undefined when nothing can be read from it. Findings: CONF-018 when there is none, and those of any
 * settings file.
 */
export function readTheme(world: World, name: string): Outcome<ThemeSettings | undefined> {
  const { from, folder } = themePlace(world, name);
  const path = `${folder}/theme.yml`;
  const missing = finding('CONF-018', {
    message: `There is no theme called "${name}".`,
    at: startOfFile(path),
    hint: 'Name another theme in book.yml.',
  });
  const file = readSettings(world[from], { path, missing: [missing] });
  if (!file.value) return outcome(undefined, file.diagnostics);
  const read = readBySchema(file.value, { schema: themeSchema });
  const diagnostics = inOrder([...file.diagnostics, ...read.diagnostics]);
  if (!read.value) return outcome(undefined, diagnostics);
  const { value, tree } = read.value;
  return outcome(settingsOf(value, tree, { from, folder }), [
    ...diagnostics,
    ...fitPage(value.page, { tree, path: ['page'] }),
  ]);
}

function settingsOf(
  file: ThemeFile,
  tree: SettingNode,
  place: { from: 'book' | 'home'; folder: string },
): ThemeSettings {
  return {
    name: file.name,
    ...place,
    page: pageOf(file.page),
    chapterStart: file['chapter-start'] ?? 'recto',
    starts: given(file.starts ?? {}),
    ...fontsOf(file.fonts, tree),
    variables: file.variables ?? {},
    ...(file.report === undefined ? {} : { report: reportOf(file.report) }),
  };
}

function pageOf({ trim, margins, wider }: ThemeFile['page']): ThemeSettings['page'] {
  return { trim, margins, ...given({ wider }) };
}

function reportOf({
  'loose-lines': looseLines,
  'shortest-measure': shortestMeasure,
  'longest-measure': longestMeasure,
  ...rest
}: NonNullable<ThemeFile['report']>): ThemeReport {
  return given({ ...rest, looseLines, shortestMeasure, longestMeasure });
}

function fontsOf(fonts: ThemeFile['fonts'], tree: SettingNode): Pick<ThemeSettings, 'fonts' | 'chosen'> {
  if (!Array.isArray(fonts)) return { fonts: [], chosen: fontChoices(fonts, tree) };
  return {
    fonts: fonts.map(({ style = 'normal', weight = 400, family, file, ...rest }, index) => ({
      family,
      style,
      weight,
      file,
      ...given(rest),
      at: placeOf(tree, ['fonts', index]),
    })),
  };
}
