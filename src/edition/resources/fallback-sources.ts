// Where fallbacks come from, in the order in which they are asked: the book's choice, its other faces, the
// fonts that Foldmark ships, and installed packages.
import type { FontFace } from '../../model/edition.js';
import type { FontChoice, ThemeSettings } from '../../model/theme.js';
import type { World } from '../../model/world.js';
import { readFontTables } from '../../fonts/font-tables.js';
import { memoizeByObject } from '../../shared/memoize.js';
import { facesOf, type ChosenFace } from './choose-faces.js';
import { canDraw, isBoxDrawing, isEmoji } from './clusters.js';
import {
  packagesFor,
  SHIPPED,
  SHIPPED_EMOJI,
  SHIPPED_MONO,
  type FontOffer,
} from '../../fonts/fallback-fonts.js';
import { openFontFolder, openFontPackage, type LoadedFont } from './font-folder.js';
import { facesWithCharacters, type Faces } from './theme-fonts.js';

export interface FallbackOrder {
  readonly world: World;
  readonly theme: ThemeSettings;
  /** The book's own fallbacks, the first first. */
  readonly chosen: readonly FontChoice[];
  readonly faces: Faces;
  /** All characters of the edition, as `clustersIn` gives them. */
  readonly clusters: ReadonlySet<string>;
  readonly language: string;
  readonly outlines: 'truetype' | 'any';
}

/** A face that the styles may ask for. */
export type FaceLook = Pick<FontFace, 'family' | 'style' | 'weight'>;

/** A face that is in the edition, or a font that is to be brought into it. */
export type SourceFace = { readonly key: string; readonly characters: ReadonlySet<number> } & (
  { readonly own: FontFace } | { readonly face: ChosenFace; readonly font: LoadedFont }
);

/** The faces of one family. */
type Source = readonly (SourceFace & Pick<FaceLook, 'style' | 'weight'>)[];

export interface Sources {
  /** The nearest face to the look in the first source that has the character. */
  find(cluster: string, look: FaceLook): SourceFace | undefined;
}

export function openSources(order: FallbackOrder): Sources {
  const tools = openOffers(order);
  const own = ownSources(order);
  const chosen = order.chosen.map((choice) => tools.choice(choice));
  const shipped = SHIPPED.map((offer) => () => tools.offer(offer));
  const emoji = (): Source => tools.offer(SHIPPED_EMOJI);
  const mono = (): Source => tools.offer(SHIPPED_MONO);
  const inOrder = function* (cluster: string, { family }: FaceLook): Iterable<Source> {
    yield* chosen;
    if (isEmoji(cluster)) yield emoji();
    yield own(family);
    if (family === 'Mono' || isBoxDrawing(cluster)) yield* [own('Mono'), mono()];
    else yield* [own('Text'), own('Label')];
    for (const one of shipped) yield one();
    yield emoji();
    yield* [own('Text'), own('Label'), own('Mono'), mono(), own('Formula')];
    for (const name of packagesFor(cluster, order.language)) yield tools.offer({ package: name });
    for (const name of order.world.fontPackages?.() ?? []) yield tools.offer({ package: name });
  };
  return {
    find: (cluster, look) => {
      for (const source of inOrder(cluster, look)) {
        const [best] = source
          .filter(({ characters }) => canDraw(cluster, characters))
          .sort((a, b) => distance(a, look) - distance(b, look));
        if (best !== undefined) return best;
      }
      return undefined;
    },
  };
}

function distance(one: Pick<FaceLook, 'style' | 'weight'>, look: FaceLook): number {
  return Math.abs(one.weight - look.weight) + (one.style === look.style ? 0 : 250);
}

function ownSources({ faces }: FallbackOrder): (family: string) => Source {
  const all = facesWithCharacters(faces).map(({ face, characters }) => ({
    key: face.href,
    own: face,
    characters,
    style: face.style,
    weight: face.weight,
  }));
  return (family) => all.filter(({ own }) => own.family === family);
}

interface Offers {
  offer(offer: FontOffer): Source;
  choice(choice: FontChoice): Source;
}

/** Each package is opened once. */
function openOffers({ world, theme }: FallbackOrder): Offers {
  const known = new Map<string, Source>();
  const book = openFontFolder(world, { from: 'book', places: [''] });
  const choice = (written: FontChoice): Source => {
    const folder = 'package' in written ? openFontPackage(world, written.package ?? '') : book;
    return sourceOf(facesOf('text', written, folder).value);
  };
  const at = { path: `${theme.folder}/theme.yml`, line: 1 };
  return {
    choice,
    offer: (offer) => {
      const source =
        known.get(offer.package) ??
        (world.fontFiles(offer.package) === undefined
          ? []
          : choice(
              offer.files === undefined
                ? { at, package: offer.package }
                : { ...offer, files: offer.files, at, places: {} },
            ));
      known.set(offer.package, source);
      return source;
    },
  };
}

function sourceOf(faces: readonly ChosenFace[]): Source {
  return faces.flatMap((face) => {
    const font = face.folder.load(face.file);
    return 'problem' in font || !font.facts.embeddable
      ? []
      : [
          {
            key: `${face.folder.packageName ?? ''}/${face.file}${JSON.stringify(face.pins ?? {})}`,
            face,
            font,
            characters: charactersOf(font),
            style: face.style,
            weight: face.weight,
          },
        ];
  });
}

const charactersOf = memoizeByObject(
  ({ bytes }: LoadedFont): ReadonlySet<number> => readFontTables(bytes)?.characters ?? new Set(),
);
