// The four faces of a family: which of some files is the regular, the italic, the bold and the bold italic.
import type { FontFacts } from '../../fonts/read-font.js';

export const FACE_NAMES = ['regular', 'italic', 'bold', 'boldItalic'] as const;

export type FaceName = (typeof FACE_NAMES)[number];

/**
 * A file in one of the shapes it has. `pins`: where the axes of a variable font are fixed; none for others.
 */
export interface FaceFile {
  readonly file: string;
  readonly pins: Readonly<Record<string, number>>;
}

export interface FontOnShelf {
  readonly file: string;
  readonly facts: FontFacts;
}

export type Family = { readonly regular: FaceFile } & Readonly<Partial<Record<FaceName, FaceFile>>>;

const REGULAR = 400;
const BOLD = 700;
/** A bold is heavier than the regular by this much at least. */
const LEAST_STEP = 150;
const USUAL_WIDTH = 5;

/** The family of one of the fonts, which is its regular whatever it is called. */
export function familyAround(regular: FontOnShelf, fonts: readonly FontOnShelf[]): Family {
  const weight = weightNear(regular.facts, REGULAR);
  const shapes = fonts
    .filter(({ file, facts }) => file !== regular.file && isKin(facts, regular.facts))
    .flatMap(shapesOf);
  const all = [...shapes, ...shapesOf(regular)];
  const slanted = all.filter(
    ({ style, file }) => style === 'italic' && (regular.facts.style === 'normal' || file !== regular.file),
  );
  const upright = all.filter(({ style }) => style === regular.facts.style);
  const isBolder = (one: Shape): boolean => weightNear(one.facts, BOLD) >= weight + LEAST_STEP;
  const faces = {
    italic: nearest(slanted, weight),
    bold: nearest(upright.filter(isBolder), BOLD),
    boldItalic: nearest(slanted.filter(isBolder), BOLD),
  };
  return {
    regular: pinned({ ...regular, style: regular.facts.style, pins: pinsOf(regular.facts) }, REGULAR),
    ...present(faces),
  };
}

/** The family that most of the fonts are of; undefined where there are none. */
export function familyAmong(fonts: readonly FontOnShelf[]): Family | undefined {
  const families = [...new Set(fonts.map(({ facts }) => facts.family))].map((family) =>
    fonts.filter(({ facts }) => facts.family === family),
  );
  const [kin = []] = families.sort((a, b) => b.length - a.length);
  const usual = kin.filter(({ facts }) => facts.width === USUAL_WIDTH);
  const shelf = usual.length > 0 ? usual : kin;
  const upright = shelf.filter(({ facts }) => facts.style === 'normal');
  const regular = nearest((upright.length > 0 ? upright : shelf).flatMap(shapesOf), REGULAR);
  const found = shelf.find(({ file }) => file === regular?.file);
  return found && familyAround(found, shelf);
}

function isKin(one: FontFacts, other: FontFacts): boolean {
  return one.family !== '' && one.family === other.family && one.width === other.width;
}

/** What a file can be: one face, or at two ends of an axis an upright and an italic. */
interface Shape extends FontOnShelf {
  readonly style: 'normal' | 'italic';
  readonly pins: Readonly<Record<string, number>>;
}

function shapesOf(font: FontOnShelf): readonly Shape[] {
  const { facts } = font;
  const pins = pinsOf(facts);
  const turns = facts.axes['ital'] !== undefined && facts.axes['ital'].most >= 1;
  return [
    { ...font, style: facts.style, pins },
    ...(turns ? [{ ...font, style: 'italic' as const, pins: { ...pins, ital: 1 } }] : []),
  ];
}

function pinsOf({ axes }: FontFacts): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(axes).map(([tag, { usual }]) => [tag, usual]));
}

/** The weight that a font can have which is nearest to another. */
export function weightNear({ weight, axes: { wght } }: FontFacts, wanted: number): number {
  return wght === undefined ? weight : Math.min(Math.max(wanted, wght.least), wght.most);
}

function nearest(shapes: readonly Shape[], wanted: number): FaceFile | undefined {
  const far = ({ facts }: Shape): number => Math.abs(weightNear(facts, wanted) - wanted);
  const [best] = [...shapes].sort(
    (a, b) => far(a) - far(b) || a.file.length - b.file.length || (a.file < b.file ? -1 : 1),
  );
  return best && pinned(best, wanted);
}

function pinned({ file, facts, pins }: Shape, wanted: number): FaceFile {
  return {
    file,
    pins: facts.axes['wght'] === undefined ? pins : { ...pins, wght: weightNear(facts, wanted) },
  };
}

function present(faces: Readonly<Record<string, FaceFile | undefined>>): Partial<Record<FaceName, FaceFile>> {
  return Object.fromEntries(Object.entries(faces).filter(([, face]) => face !== undefined));
}
