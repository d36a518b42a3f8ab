// Glyphs that serve two characters. Source Serif draws ’ (U+2019) and the modifier letter ʼ (U+02BC) with one
// glyph; Chromium's map names it by the lower number, and writes the true character beside the glyph each
// time (/ActualText), which few readers ask for. Where all of a book means the same other character, the map
// can say so itself. Japanese and Chinese fonts draw 長 and the radical ⻑ with one glyph, and the radical's
// number is the lower one.
import { unzlibSync } from 'fflate';
import { readCharacters, writeCharacters } from '../objects/to-unicode.js';
import type { PrintedObject } from './read-printed.js';

/** A font in a printed piece: its object's number, what tells its face, and its map as text. */
export interface NamedFont {
  readonly objects: readonly (PrintedObject | undefined)[];
  readonly face: string;
  readonly font: number;
  readonly map: string;
}

/**
 * The maps that have to say something else, by font. Only modifier letters and radicals are looked at:
 * a quotation mark that reads as a letter, or a letter that reads as a radical, is a fault in every search
 * and copy.
 */
export function renamedMaps<Font extends NamedFont>(fonts: readonly Font[]): ReadonlyMap<Font, string> {
  const doubtful = fonts.filter(({ map }) => [...readCharacters(map).values()].some(isDoubtful));
  const names = namesByGlyph(doubtful);
  const renamed = new Map<Font, string>();
  for (const font of doubtful) {
    const characters = [...readCharacters(font.map)].map(([glyph, character]) => {
      const [name, ...others] = names.get(`${font.face} ${glyph}`) ?? [];
      return [
        glyph,
        isDoubtful(character) && name !== undefined && name !== BARE && others.length === 0
          ? name
          : character,
      ] as const;
    });
    renamed.set(font, writeCharacters(new Map(characters)));
  }
  return renamed;
}

/** Spacing Modifier Letters, CJK Radicals Supplement and Kangxi Radicals, as hexadecimal UTF-16. */
function isDoubtful(character: string): boolean {
  return /^(?:02[B-F]|2E[89A-F]|2F[0-9A-D])[0-9A-F]$/.test(character);
}

/** A glyph that stands for what the map says. */
const BARE = '';

function namesByGlyph(fonts: readonly NamedFont[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const objects of new Set(fonts.map((font) => font.objects))) {
    const faces = new Map(
      fonts.filter((font) => font.objects === objects).map(({ font, face }) => [font, face]),
    );
    for (const { font, glyph, name } of objects.flatMap(shownIn)) {
      const key = `${faces.get(font) ?? ''} ${glyph}`;
      names.set(key, (names.get(key) ?? new Set()).add(name));
    }
  }
  return names;
}

interface Shown {
  readonly font: number;
  readonly glyph: number;
  readonly name: string;
}

/** Chromium calls a font by its object's number, and names glyphs by four digits. */
const TOKEN =
  /\/F(\d+) [\d.]+ Tf|\/ActualText <FEFF([0-9A-F]+)>|(\/ActualText) \(|(\bEMC\b)|<([0-9A-F]+)>(?=[^<>]*T[jJ])/gi;

function shownIn(object: PrintedObject | undefined): readonly Shown[] {
  if (object?.stream === undefined || !mayShowText(object.text)) return [];
  const shown: Shown[] = [];
  let font = 0;
  let name = BARE;
  for (const [, called, beside, written, end, glyphs] of Buffer.from(unzlibSync(object.stream))
    .toString('latin1')
    .matchAll(TOKEN)) {
    if (called !== undefined) font = Number(called);
    else if (beside !== undefined) name = beside.toUpperCase();
    else if (written !== undefined || end !== undefined) name = BARE;
    else {
      const numbers = (glyphs?.match(/.{4}/g) ?? []).map((digits) => parseInt(digits, 16));
      shown.push(
        ...numbers.map((glyph) => ({
          font,
          glyph,
          name: numbers.length === 1 && name.length === 4 ? name : BARE,
        })),
      );
    }
  }
  return shown;
}

/** Pages and what they draw; pictures, fonts and profiles say what they are. */
function mayShowText(text: string): boolean {
  return (
    text.includes('/FlateDecode') &&
    !/\/Subtype \/Image|\/Length1|\/Type \/(?:XRef|ObjStm|Metadata)|\/N \d/.test(text)
  );
}
