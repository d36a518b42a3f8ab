// The faces of an edition: read from their files, and named for the styles.
import { outcome, type Finding, type Outcome } from '../../model/finding.js';
import type { FontFace, Resource } from '../../model/edition.js';
import type { FontChoices, ThemeSettings } from '../../model/theme.js';
import type { World } from '../../model/world.js';
import { readFontTables } from '../../fonts/font-tables.js';
import { memoizeByObject } from '../../shared/memoize.js';
import { chooseFaces, type ChosenFace } from './choose-faces.js';
import { weightNear, type FaceFile } from './font-family.js';
import { fontProblem, notEmbeddable } from './font-findings.js';
import type { LoadedFont } from './font-folder.js';

export interface Faces {
  readonly fonts: readonly FontFace[];
  readonly resources: readonly Resource[];
  /** What the colophon names, also where no face travels along. */
  readonly named: readonly Pick<FontFace, 'family' | 'name' | 'licence'>[];
}

export const NO_FACES: Faces = { fonts: [], resources: [], named: [] };

export interface FacesOrder {
  readonly world: World;
  readonly theme: ThemeSettings;
  readonly chosen: FontChoices | undefined;
  /** `truetype`: what a PDF can hold. */
  readonly outlines: 'truetype' | 'any';
}

/**
 * The theme's faces, and the book's own in place of some of them.
 * Findings: TPL-009 where a face is named that is not there or is no font, TPL-013, TPL-014.
 */
export function readFaces({ world, theme, chosen, outlines }: FacesOrder): Outcome<Faces> {
  const faces = chooseFaces(world, theme, chosen);
  const diagnostics: Finding[] = [...faces.diagnostics];
  const fonts: FontFace[] = [];
  const shelf = openShelf();
  for (const face of faces.value) {
    const loaded = face.folder.load(face.file);
    const made = 'problem' in loaded ? loaded : instanceOf(loaded, { world, face, outlines });
    if ('problem' in made) {
      diagnostics.push(fontProblem({ ...face, problem: made.problem }));
      continue;
    }
    if (!made.facts.embeddable) diagnostics.push(notEmbeddable(face.file, face.at));
    fonts.push(namedFace(face, made, shelf.place(face, made)));
  }
  return outcome({ fonts, resources: shelf.resources(), named: fonts }, distinct(diagnostics));
}

/** The faces with the code points that each can draw. */
export function facesWithCharacters({
  fonts,
  resources,
}: Faces): readonly { readonly face: FontFace; readonly characters: ReadonlySet<number> }[] {
  const files = new Map(resources.map((one) => [one.href, one]));
  return fonts.flatMap((face) => {
    const file = files.get(face.href);
    return file === undefined ? [] : [{ face, characters: charactersOf(file) }];
  });
}

const charactersOf = memoizeByObject(
  ({ bytes }: Resource): ReadonlySet<number> => readFontTables(bytes)?.characters ?? new Set(),
);

export interface FontInstance extends LoadedFont {
  readonly pins: FaceFile['pins'];
}

/** A variable font is fixed at its face's place: PDFs and many reading systems know no others. */
export function instanceOf(
  { bytes, facts }: LoadedFont,
  {
    world,
    face,
    outlines,
    characters,
  }: Pick<FacesOrder, 'world' | 'outlines'> & {
    readonly face: ChosenFace;
    /** A large font is cut down to these. Default: to none. */
    readonly characters?: string;
  },
): FontInstance | { readonly problem: string } {
  const axes = Object.entries(facts.axes);
  const pins =
    face.pins ??
    Object.fromEntries(
      axes.map(([tag, { usual }]) => [tag, tag === 'wght' ? weightNear(facts, face.weight) : usual]),
    );
  const isTurned = outlines === 'truetype' && facts.mediaType === 'font/otf';
  const isCut = characters !== undefined && bytes.length > LARGE;
  if (axes.length === 0 && !isTurned && !isCut) return { bytes, facts, pins: {} };
  const plain = world.plainFont(bytes, {
    pins,
    ...(isTurned ? { outlines: 'truetype' } : {}),
    ...(isCut ? { characters } : {}),
  });
  if (plain === undefined) return { problem: 'is damaged: its letters cannot be drawn' };
  return { bytes: plain, facts: isTurned ? { ...facts, mediaType: 'font/ttf' } : facts, pins };
}

/** Fonts of Chinese and Japanese have megabytes, which every tab of the browser would read. */
const LARGE = 1_500_000;

export function namedFace(
  { family, style, weight, name, licence, subset }: ChosenFace,
  { facts }: FontInstance,
  href: string,
): FontFace {
  return {
    family,
    style,
    weight,
    href,
    name: name ?? (facts.family || facts.postscriptName || family),
    postscriptName: facts.postscriptName,
    licence: licence ?? facts.licence,
    subset: subset ?? facts.subset,
  };
}

export interface FontShelf {
  /** The name of a font in the edition; one font has one, however many faces it plays. */
  place(face: ChosenFace, font: FontInstance): string;
  resources(): readonly Resource[];
}

/** `taken`: names that others have. */
export function openShelf(taken: readonly Resource[] = []): FontShelf {
  const known = new Map(taken.map(({ bytes, href }) => [bytes, href]));
  const placed = new Map<string, Resource>();
  const names = new Set(taken.map(({ href }) => href));
  return {
    place: ({ file }, { bytes, facts, pins }) => {
      const href =
        known.get(bytes) ??
        freeName(
          nameOf(file, pins, facts.postscriptName),
          facts.mediaType === 'font/otf' ? 'otf' : 'ttf',
          names,
        );
      known.set(bytes, href);
      if (names.has(href)) return href;
      names.add(href);
      placed.set(href, { href, mediaType: facts.mediaType, bytes });
      return href;
    },
    resources: () => [...placed.values()],
  };
}

/** In letters that every reading system and zip tool takes. */
function nameOf(file: string, pins: FaceFile['pins'], postscriptName: string): string {
  const plain = (words: string): string =>
    words.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  const base =
    plain((file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '')) || plain(postscriptName) || 'font';
  return [base, ...Object.entries(pins).map(([tag, value]) => plain(`${tag}${value}`))].join('-');
}

function freeName(name: string, extension: string, taken: ReadonlySet<string>): string {
  const numbered = (count: number): string => `fonts/${name}${count > 1 ? `-${count}` : ''}.${extension}`;
  let count = 1;
  while (taken.has(numbered(count))) count += 1;
  return numbered(count);
}

/** A font that plays several faces is told of once. */
function distinct(diagnostics: readonly Finding[]): readonly Finding[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}
