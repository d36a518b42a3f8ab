// The names of every place in the book, file by file: ids, and what Foldmark and other tools call headings.
import type { NumberedChapter } from '../model/book.js';
import type { AnchorId } from '../model/cast.js';
import { elementsOf, textOf, type Flow } from '../model/flow.js';
import type { SourcePath } from '../model/source-span.js';
import { soundId } from '../shared/sound-id.js';
import { bareForms, bareName, countedNames, githubSlug } from './heading-slugs.js';

/** What a name leads to. `or`: another place that it could as well mean. */
export interface NamedPlace {
  readonly anchor: AnchorId;
  readonly or?: AnchorId;
}

export interface FileNames {
  readonly file: SourcePath;
  /** Where the file begins. */
  readonly start: AnchorId;
  /** The place of an id. */
  readonly id: (name: string) => NamedPlace | undefined;
  /** The place of a name: by an id, by a heading's name, or by its letters alone. */
  readonly find: (name: string) => NamedPlace | undefined;
  /** All names as Foldmark writes them, for "Did you mean". */
  readonly all: readonly string[];
}

/** An id that was changed because another place has it: what the author wrote. */
export type WrittenIds = ReadonlyMap<AnchorId, string>;

/** The names in each file of the book, in reading order. */
export function namesByFile(
  chapters: readonly NumberedChapter[],
  written: WrittenIds,
): ReadonlyMap<SourcePath, FileNames> {
  const places = new Map<SourcePath, Place[]>();
  for (const place of chapters.flatMap((chapter) => placesOf(chapter, written))) {
    const file = places.get(place.file);
    if (file) file.push(place);
    else places.set(place.file, [place]);
  }
  return new Map([...places].map(([file, all]) => [file, fileNames(file, all)]));
}

interface Place {
  readonly anchor: AnchorId;
  readonly file: SourcePath;
  /** Names that it has alone. */
  readonly ids: readonly string[];
  /** The words of a heading, by which other tools name it, and Foldmark's own name; a chapter's is its id. */
  readonly heading?: { readonly words: string; readonly own?: string };
}

function placesOf(chapter: NumberedChapter, written: WrittenIds): readonly Place[] {
  const home = chapter.at?.path ?? '';
  const prefix = `${chapter.id}--`;
  const inside = elementsOf([...chapter.flow, ...chapter.notes.flatMap(({ flow }) => flow)]);
  const marked = inside.flatMap((node): readonly Place[] => {
    const anchor = node.attributes['id'];
    if (anchor === undefined || node.tag === 'fm-mention') return [];
    const own = anchor.startsWith(prefix) ? anchor.slice(prefix.length) : undefined;
    const isHeading = /^h[1-6]$/.test(node.tag);
    return [
      {
        anchor,
        file: node.at?.path ?? home,
        ids: [written.get(anchor) ?? anchor],
        ...(isHeading && { heading: { words: words(node.children), own: own ?? anchor } }),
      },
    ];
  });
  const title = { words: words(chapter.title) };
  return [{ anchor: chapter.id, file: home, ids: idsIn(chapter.title), heading: title }, ...marked];
}

/** A line break in a title is a space in its name; the typographer's spaces and dashes count as typed. */
function words(title: Flow): string {
  return textOf(title).replace(/[\u00ad\u2060\ufeff]/g, '');
}

function idsIn(title: Flow): readonly string[] {
  return elementsOf(title).flatMap((node) => node.attributes['id'] ?? []);
}

function fileNames(file: SourcePath, places: readonly Place[]): FileNames {
  const ids = tableOf(places.flatMap((one) => one.ids.map((name) => [name, one.anchor] as const)));
  const others = namesOf(places, (words) => [githubSlug(words), githubSlug(typed(words))], countedNames);
  const own = tableOf(places.flatMap(({ heading, anchor }) => (heading?.own ? [[heading.own, anchor]] : [])));
  const chapters = tableOf(places.flatMap(({ heading, anchor }) => (heading ? [[anchor, anchor]] : [])));
  const bare = namesOf(places, bareForms, countedForms);
  const id = (name: string): NamedPlace | undefined => ids.get(name) ?? ids.get(soundId(name));
  const chapter = (name: string): NamedPlace | undefined => chapters.get(name) ?? chapters.get(soundId(name));
  const exact = (name: string): NamedPlace | undefined =>
    id(name) ?? eitherOf(others.get(name), own.get(name)) ?? chapter(name);
  return {
    file,
    start: places[0]?.anchor ?? '',
    id: (name) => id(name) ?? chapter(name),
    find: (name) => exact(name) ?? exact(name.normalize('NFC').toLowerCase()) ?? bare.get(bareName(name)),
    all: places.flatMap((one) => (one.heading ? [one.heading.own ?? one.anchor] : one.ids)),
  };
}

/** Where other tools lead, and where Foldmark's own name leads if that is elsewhere. */
function eitherOf(theirs: NamedPlace | undefined, ours: NamedPlace | undefined): NamedPlace | undefined {
  if (!theirs || !ours || ours.anchor === theirs.anchor) return theirs ?? ours;
  return { anchor: theirs.anchor, or: ours.anchor };
}

type Names = ReadonlyMap<string, NamedPlace>;

/** The first place of a name, and the second where there is one. */
function tableOf(entries: readonly (readonly [string, AnchorId])[]): Names {
  const table = new Map<string, NamedPlace>();
  for (const [name, anchor] of entries) {
    const first = table.get(name);
    if (!first) table.set(name, { anchor });
    else if (first.or === undefined && first.anchor !== anchor) table.set(name, { ...first, or: anchor });
  }
  return table;
}

/** What a way of naming calls the headings of a file; the first to get a name keeps it. */
function namesOf(
  places: readonly Place[],
  formsOf: (words: string) => readonly string[],
  counter: () => (name: string) => string,
): Names {
  const table = new Map<string, NamedPlace>();
  const ways = new Map<number, (name: string) => string>();
  for (const { anchor, heading } of places) {
    for (const [way, form] of (heading ? formsOf(heading.words) : []).entries()) {
      const count = ways.get(way) ?? counter();
      ways.set(way, count);
      const name = count(form);
      if (name !== '' && !table.has(name)) table.set(name, { anchor });
    }
  }
  return table;
}

/** As `countedNames`, in letters and digits alone: `notes1` is the second `notes`. */
function countedForms(): (name: string) => string {
  const count = countedNames();
  return (name) => bareName(count(name));
}

/** Dashes as they were typed, before the typographer joined them. */
function typed(words: string): string {
  return words.replaceAll('—', '---').replaceAll('–', '--');
}
