// Sees to it that each character of an edition is drawn: by a fallback, or else by what stands for it.
import type { BookConfig } from '../model/settings.js';
import type { Composition, FontFace, FurniturePage, Part, Resource } from '../model/edition.js';
import type { Metadata } from '../model/metadata.js';
import type { ThemeSettings } from '../model/theme.js';
import type { World } from '../model/world.js';
import {
  REPLACEMENT,
  replaceInFurniture,
  replaceInParts,
  textsOf,
  type Missing,
} from './missing-characters.js';
import { clustersIn } from './resources/clusters.js';
import { fallbackFamilies, fallbacksByFace, type Fallbacks } from './resources/fallback-faces.js';
import type { Faces } from './resources/theme-fonts.js';

export interface Undrawn {
  readonly parts: readonly Part[];
  readonly furniture: ((page: FurniturePage) => string) | undefined;
  readonly styles: Composition['styles'];
  /** Words that templates may write. */
  readonly words: readonly string[];
}

export interface Drawing {
  readonly config: BookConfig;
  readonly metadata: Metadata;
  readonly world: World;
  readonly theme: ThemeSettings;
  readonly faces: Faces;
  readonly missing: Missing['by'] | 'itself';
}

export interface Drawn extends Pick<Undrawn, 'parts' | 'furniture'> {
  readonly fonts: readonly FontFace[];
  readonly resources: readonly Resource[];
}

export function drawCharacters(undrawn: Undrawn, drawing: Drawing): Drawn {
  const clusters = clustersIn(allTexts(undrawn, drawing.metadata));
  const { parts, furniture } = undrawn;
  if (drawing.missing === 'itself') return { parts, furniture, ...fallbacksFor(clusters, drawing) };
  const found = fallbacksFor(clusters, drawing);
  if (found.missing.size === 0) return { parts, furniture, ...found };
  const missing = { characters: found.missing, by: drawing.missing };
  const shown = new Set([...clusters].filter((one) => !found.missing.has(one)));
  return {
    ...fallbacksFor(drawing.missing === 'sign' ? shown.add(REPLACEMENT) : shown, drawing),
    parts: replaceInParts(parts, missing),
    furniture: furniture && replaceInFurniture(furniture, missing),
  };
}

function fallbacksFor(clusters: ReadonlySet<string>, drawing: Drawing): Fallbacks {
  const { config, metadata, world, theme, faces, missing } = drawing;
  const order = {
    world,
    theme,
    chosen: [...(config.fonts?.fallback ?? []), ...(theme.chosen?.fallback ?? [])],
    faces,
    clusters,
    language: metadata.language,
  };
  return missing === 'itself'
    ? fallbackFamilies({ ...order, outlines: 'any' })
    : fallbacksByFace({ ...order, outlines: 'truetype' });
}

function* allTexts({ parts, styles, words }: Undrawn, metadata: Metadata): Iterable<string> {
  for (const { flow, title, runningHead, number = '' } of parts) {
    yield* textsOf(flow);
    yield* [title, runningHead, number];
  }
  yield* [metadata.title, metadata.subtitle ?? '', ...words];
  for (const { css } of styles) yield foreignIn(css);
  yield FURNITURE;
}

/** Page numbers, and the marks that running heads are shortened with. */
const FURNITURE = '0123456789ivxlcdm…-‐';

/** What a style sheet may write beyond ASCII, escapes among it. */
function foreignIn(css: string): string {
  const escaped = [...css.matchAll(/\\([0-9a-f]{2,6})/gi)].map(([, hex = '']) => Number.parseInt(hex, 16));
  return [
    ...(css.match(/[^\u0000-\u007f]/gu) ?? []),
    ...escaped
      .filter((point) => point > 0x7f && point <= 0x10ffff)
      .map((point) => String.fromCodePoint(point)),
  ].join('');
}
