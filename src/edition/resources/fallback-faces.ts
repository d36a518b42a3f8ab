// Which font draws a character that the face it is set in has not: another face of the book, one that
// Foldmark brings, or one of an installed package.
import type { FontFace, Resource } from '../../model/edition.js';
import { canDraw, isInvisible } from './clusters.js';
import { openSources, type FaceLook, type FallbackOrder, type SourceFace } from './fallback-sources.js';
import { facesWithCharacters, instanceOf, namedFace, openShelf } from './theme-fonts.js';

export interface Fallbacks {
  readonly fonts: readonly FontFace[];
  readonly resources: readonly Resource[];
  /** What no font has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * For every face of the book, what it lacks, as further faces of the same family and style. So a character
 * has a font wherever styles set it.
 */
export function fallbacksByFace(order: FallbackOrder): Fallbacks {
  const clusters = [...order.clusters].filter((one) => !isInvisible(one));
  const faces = facesWithCharacters(order.faces);
  const wanted = faces.flatMap(({ face: { family, style, weight }, characters }) =>
    clusters
      .filter((cluster) => !canDraw(cluster, characters))
      .map((cluster) => ({ look: { family, style, weight }, cluster })),
  );
  return foundFor(wanted, order);
}

/**
 * What no face of the book has, in families of their own: `Other1`, `Other2`. What one of them has is left
 * to the reading system where another is asked for it, and so is what no font has.
 */
export function fallbackFamilies(order: FallbackOrder): Fallbacks {
  const faces = facesWithCharacters(order.faces);
  const wanted = [...order.clusters]
    .filter((one) => !isInvisible(one) && !faces.some(({ characters }) => canDraw(one, characters)))
    .map((cluster) => ({ look: TEXT, cluster }));
  const found = faces.length === 0 ? NOTHING : foundFor(wanted, order);
  return {
    ...found,
    fonts: found.fonts.map((face, index) => ({ ...face, family: `${OTHER}${index + 1}` })),
  };
}

const NOTHING: Fallbacks = { fonts: [], resources: [], missing: new Set() };
const TEXT: FaceLook = { family: 'Text', style: 'normal', weight: 400 };

/** How the families of an e-book's fallbacks begin. */
export const OTHER = 'Other';

interface Want {
  readonly look: FaceLook;
  readonly cluster: string;
}

/** One font in one role. */
interface Entry {
  readonly look: FaceLook;
  readonly source: SourceFace;
  readonly clusters: string[];
}

function foundFor(wanted: readonly Want[], order: FallbackOrder): Fallbacks {
  if (wanted.length === 0) return NOTHING;
  const sources = openSources(order);
  const entries = new Map<string, Entry>();
  const missing = new Set<string>();
  for (const { look, cluster } of wanted) {
    const source = sources.find(cluster, look);
    if (source === undefined) missing.add(cluster);
    else {
      const key = `${look.family}|${look.style}|${look.weight}|${source.key}`;
      const entry = entries.get(key) ?? { look, source, clusters: [] };
      entries.set(key, entry);
      entry.clusters.push(cluster);
    }
  }
  return facesOf([...entries.values()], { missing, order });
}

function facesOf(
  entries: readonly Entry[],
  { missing, order }: { readonly missing: Set<string>; readonly order: FallbackOrder },
): Fallbacks {
  const shelf = openShelf(order.faces.resources);
  const all = [...order.clusters].join('');
  const fonts = entries.flatMap(({ look, source, clusters }): readonly FontFace[] => {
    const characters = charactersIn(clusters);
    if ('own' in source) return [{ ...source.own, ...look, characters }];
    const font = instanceOf(source.font, {
      world: order.world,
      face: source.face,
      outlines: order.outlines,
      characters: all,
    });
    if ('problem' in font) {
      for (const cluster of clusters) missing.add(cluster);
      return [];
    }
    return [{ ...namedFace({ ...source.face, ...look }, font, shelf.place(source.face, font)), characters }];
  });
  return { fonts, resources: shelf.resources(), missing };
}

/** In order, each once. */
function charactersIn(clusters: readonly string[]): string {
  const points = new Set([...clusters.join('')].map((one) => one.codePointAt(0) ?? 0));
  return String.fromCodePoint(...[...points].sort((a, b) => a - b));
}
