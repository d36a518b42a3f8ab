// The faces of an edition: read from their files, and named for the styles.
import { outcome, type Finding, type Outcome } from '../../model/finding.js';
import type { FontFace, Resource } from '../../model/edition.js';
import type { FontChoices, ThemeSettings } from '../../model/theme.js';
import type { World } from '../../model/world.js';
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
    fonts.push(named(face, made, shelf.place(face, made)));
  }
  return outcome({ fonts, resources: shelf.resources(), named: fonts }, distinct(diagnostics));
}

interface Instance extends LoadedFont {
  readonly pins: FaceFile['pins'];
}

/** A variable font is fixed at its face's place: PDFs and many reading systems know no others. */
function instanceOf(
  { bytes, facts }: LoadedFont,
  { world, face, outlines }: Pick<FacesOrder, 'world' | 'outlines'> & { readonly face: ChosenFace },
): Instance | { readonly problem: string } {
  const axes = Object.entries(facts.axes);
  const pins =
    face.pins ??
    Object.fromEntries(
      axes.map(([tag, { usual }]) => [tag, tag === 'wght' ? weightNear(facts, face.weight) : usual]),
    );
  const isTurned = outlines === 'truetype' && facts.mediaType === 'font/otf';
  if (axes.length === 0 && !isTurned) return { bytes, facts, pins: {} };
  const plain = world.plainFont(bytes, { pins, ...(isTurned ? { outlines: 'truetype' } : {}) });
  if (plain === undefined) return { problem: 'is damaged: its letters cannot be drawn' };
  return { bytes: plain, facts: isTurned ? { ...facts, mediaType: 'font/ttf' } : facts, pins };
}

function named(
  { family, style, weight, name, licence, subset }: ChosenFace,
  { facts }: Instance,
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

interface Shelf {
  /** The name of a font in the edition; one font has one, however many faces it plays. */
  place(face: ChosenFace, font: Instance): string;
  resources(): readonly Resource[];
}

function openShelf(): Shelf {
  const known = new Map<Uint8Array, string>();
  const placed = new Map<string, Resource>();
  return {
    place: ({ file }, { bytes, facts, pins }) => {
      const href =
        known.get(bytes) ??
        freeName(
          nameOf(file, pins, facts.postscriptName),
          facts.mediaType === 'font/otf' ? 'otf' : 'ttf',
          placed,
        );
      known.set(bytes, href);
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

function freeName(name: string, extension: string, taken: ReadonlyMap<string, unknown>): string {
  const numbered = (count: number): string => `fonts/${name}${count > 1 ? `-${count}` : ''}.${extension}`;
  let count = 1;
  while (taken.has(numbered(count))) count += 1;
  return numbered(count);
}

/** A font that plays several faces is told of once. */
function distinct(diagnostics: readonly Finding[]): readonly Finding[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}
