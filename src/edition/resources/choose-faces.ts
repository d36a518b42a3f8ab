// Which file plays each face: what the book chooses, what its theme names, and what stands in for a face that
// nobody named.
import { finding, outcome, type Finding, type Outcome } from '../../model/finding.js';
import type { Span } from '../../model/source-span.js';
import {
  FONT_FAMILIES,
  MATH_FAMILY,
  type FontChoice,
  type FontChoices,
  type FontFiles,
  type FontRole,
  type ThemeFont,
  type ThemeSettings,
} from '../../model/theme.js';
import type { World } from '../../model/world.js';
import {
  FACE_NAMES,
  familyAmong,
  familyAround,
  type FaceFile,
  type FaceName,
  type Family,
  type FontOnShelf,
} from './font-family.js';
import { openFontFolder, openFontPackage, type FontFolder } from './font-folder.js';
import { fontProblem, packageProblem } from './font-findings.js';

/** A face and the file that it is read from. `pins` absent: a variable font is fixed at the face's weight. */
export interface ChosenFace extends Pick<
  ThemeFont,
  'family' | 'style' | 'weight' | 'file' | 'name' | 'licence' | 'subset'
> {
  readonly folder: FontFolder;
  readonly pins?: FaceFile['pins'];
  readonly at: Span;
}

/** Findings: TPL-009 for files that cannot be used, TPL-013 for a family without italic or bold. */
export function chooseFaces(
  world: World,
  theme: ThemeSettings,
  chosen: FontChoices = {},
): Outcome<readonly ChosenFace[]> {
  const diagnostics: Finding[] = [];
  const folders = openFolders(world, theme);
  const take = (choices: FontChoices, files: FontFolder): readonly ChosenFace[] =>
    roles(choices).flatMap(([role, choice]) => {
      const faces = facesOf(role, choice, 'package' in choice ? folders.package(choice.package) : files);
      diagnostics.push(...faces.diagnostics);
      return faces.value;
    });
  const listed = theme.fonts.map((font): ChosenFace => ({
    ...font,
    folder: font.package === undefined ? folders.theme : folders.package(font.package),
    at: font.at ?? { path: `${theme.folder}/theme.yml`, line: 1 },
  }));
  const themes = withStandIns(over(listed, take(theme.chosen ?? {}, folders.theme)));
  for (const [choices, files] of [
    [theme.chosen, folders.theme],
    [chosen, folders.book],
  ] as const)
    for (const choice of choices?.fallback ?? [])
      diagnostics.push(
        ...familyOf(choice, 'package' in choice ? folders.package(choice.package ?? '') : files).diagnostics,
      );
  const formulas = listed.some(({ family }) => family === MATH_FAMILY);
  const faces = withStandIns(over(themes, take(chosen, folders.book)));
  return outcome(
    faces.filter(({ family }) => formulas || family !== MATH_FAMILY),
    diagnostics,
  );
}

interface Folders {
  readonly book: FontFolder;
  readonly theme: FontFolder;
  package(name: string): FontFolder;
}

function openFolders(world: World, { from, folder }: ThemeSettings): Folders {
  const packages = new Map<string, FontFolder>();
  return {
    book: openFontFolder(world, { from: 'book', places: [''] }),
    theme: openFontFolder(world, { from, places: [folder, ''] }),
    package: (name) => {
      const known = packages.get(name) ?? openFontPackage(world, name);
      packages.set(name, known);
      return known;
    },
  };
}

function roles(choices: FontChoices): readonly (readonly [FontRole, FontChoice])[] {
  return (Object.keys(FONT_FAMILIES) as FontRole[]).flatMap((role) =>
    choices[role] === undefined ? [] : [[role, choices[role]] as const],
  );
}

/**
 * The faces of some families in place of those that play them now. A label that was the text's own face stays
 * so.
 */
function over(now: readonly ChosenFace[], others: readonly ChosenFace[]): readonly ChosenFace[] {
  const families = new Set(others.map(({ family }) => family));
  if (families.has('Text') && isSameFace(regularOf(now, 'Text'), regularOf(now, 'Label')))
    families.add('Label');
  return [...now.filter(({ family }) => !families.has(family)), ...others];
}

/** Label and Mono are the text's own face where nobody named another. */
function withStandIns(faces: readonly ChosenFace[]): readonly ChosenFace[] {
  const text = faces.filter(({ family }) => family === 'Text');
  const without = ['Label', 'Mono'].filter((name) => !faces.some(({ family }) => family === name));
  return [...faces, ...without.flatMap((family) => text.map((face) => ({ ...face, family })))];
}

function regularOf(faces: readonly ChosenFace[], wanted: string): ChosenFace | undefined {
  return faces.find(({ family, style, weight }) => family === wanted && style === 'normal' && weight < 600);
}

function isSameFace(one: ChosenFace | undefined, other: ChosenFace | undefined): boolean {
  return one !== undefined && one.folder === other?.folder && one.file === other.file;
}

/** None where a file cannot be used: the theme's faces stand, so that one mistake is one finding. */
export function facesOf(
  role: FontRole,
  choice: FontChoice,
  folder: FontFolder,
): Outcome<readonly ChosenFace[]> {
  const found = familyOf(choice, folder);
  if (found.value === undefined) return outcome([], found.diagnostics);
  const family = found.value;
  const wanted =
    role === 'mono' || role === 'math' ? FACE_NAMES.filter((name) => family[name] !== undefined) : FACE_NAMES;
  const named = wanted.map((name): ChosenFace => {
    const { file, pins } =
      family[STAND_INS[name].find((one) => family[one] !== undefined) ?? 'regular'] ?? family.regular;
    return { family: FONT_FAMILIES[role], ...LOOKS[name], file, pins, folder, at: choice.at };
  });
  return outcome(named, [...found.diagnostics, ...lacking(family, { role, choice })]);
}

const LOOKS = {
  regular: { style: 'normal', weight: 400 },
  italic: { style: 'italic', weight: 400 },
  bold: { style: 'normal', weight: 700 },
  boldItalic: { style: 'italic', weight: 700 },
} as const satisfies Record<FaceName, Pick<ChosenFace, 'style' | 'weight'>>;

/** No face is slanted or thickened by machine: the nearest that was drawn stands in. */
const STAND_INS: Readonly<Record<FaceName, readonly FaceName[]>> = {
  regular: ['regular'],
  italic: ['italic', 'regular'],
  bold: ['bold', 'regular'],
  boldItalic: ['boldItalic', 'italic', 'bold', 'regular'],
};

function familyOf(choice: FontChoice, folder: FontFolder): Outcome<Family | undefined> {
  if ('only' in choice) return ofOneFile(choice, folder);
  if (choice.files !== undefined) return ofFiles({ ...choice, files: choice.files }, folder);
  if (folder.files === undefined) return outcome(undefined, [packageProblem(choice.package, choice.at)]);
  const family = familyAmong(onShelf(folder.files, folder));
  return outcome(
    family,
    family === undefined ? [packageProblem(choice.package, choice.at, 'holds no font that can be used')] : [],
  );
}

function ofOneFile(
  { only, at }: { readonly only: string; readonly at: Span },
  folder: FontFolder,
): Outcome<Family | undefined> {
  const loaded = folder.load(only);
  if ('problem' in loaded)
    return outcome(undefined, [fontProblem({ file: only, folder, at, problem: loaded.problem })]);
  const place = only.slice(0, only.lastIndexOf('/') + 1);
  const beside = (folder.files ?? []).filter(
    (file) => file !== only && file.startsWith(place) && !file.slice(place.length).includes('/'),
  );
  return outcome(familyAround({ file: only, facts: loaded.facts }, onShelf(beside, folder)));
}

/** Files that are no fonts after all are nobody's mistake: the author named others. */
function onShelf(files: readonly string[], folder: FontFolder): readonly FontOnShelf[] {
  return files.flatMap((file) => {
    const loaded = folder.load(file);
    return 'problem' in loaded ? [] : [{ file, facts: loaded.facts }];
  });
}

function ofFiles(
  { files, places, at, package: packageName }: Extract<FontChoice, { files: FontFiles }>,
  folder: FontFolder,
): Outcome<Family | undefined> {
  if (packageName !== undefined && folder.files === undefined)
    return outcome(undefined, [packageProblem(packageName, at)]);
  const problems: Finding[] = [];
  const family: Partial<Record<FaceName, FaceFile>> = {};
  for (const name of FACE_NAMES) {
    const file = files[name];
    const loaded = file === undefined ? undefined : folder.load(file);
    if (file === undefined || loaded === undefined) continue;
    if ('problem' in loaded)
      problems.push(fontProblem({ file, folder, at: places[name] ?? at, problem: loaded.problem }));
    else
      family[name] =
        familyAround({ file, facts: loaded.facts }, [])[
          name === 'bold' || name === 'boldItalic' ? 'bold' : 'regular'
        ] ?? familyAround({ file, facts: loaded.facts }, []).regular;
  }
  const { regular } = family;
  return outcome(regular === undefined || problems.length > 0 ? undefined : { ...family, regular }, problems);
}

const WORDS = { italic: 'italic', bold: 'bold', boldItalic: 'bold italic' } as const;

/**
 * What words may be asked of a role: code and formulas have no italics, and a label that is bold and italic
 * is rare.
 */
const ASKED: Readonly<Record<FontRole, readonly (keyof typeof WORDS)[]>> = {
  text: ['italic', 'bold', 'boldItalic'],
  label: ['italic', 'bold'],
  mono: [],
  math: [],
};

function lacking(
  family: Family,
  { role, choice: { at } }: { readonly role: FontRole; readonly choice: FontChoice },
): readonly Finding[] {
  const missing = ASKED[role].filter((name) => family[name] === undefined);
  const [first, ...more] = missing.length > 1 ? missing.filter((name) => name !== 'boldItalic') : missing;
  if (first === undefined) return [];
  const words = [first, ...more].map((name) => WORDS[name]);
  return [
    finding('TPL-013', {
      message:
        `The font "${family.regular.file}" has no ${words.join(' and no ')}: such words are set in the ` +
        'nearest face that it has.',
      at,
      hint:
        `Put the ${words.join(' and the ')} of the family beside the file, or name ` +
        `${words.length > 1 ? 'them' : 'it'}: { regular: …, ` +
        `${words.map((word) => `${word.replace(' ', '-')}: …`).join(', ')} }.`,
    }),
  ];
}
