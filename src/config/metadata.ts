// From book.yml to what a book says of itself.
import type { Contributor, Metadata } from '../model/metadata.js';
import type { BookSettings } from './schema/book.js';
import { directionOf } from './values/language.js';

/** The language of a book that names none. */
const USUAL_LANGUAGE = 'en';

/**
 * The metadata of a book; `name` is what its files are called, and what its identifier is made from unless a
 * seed is given.
 */
export function readMetadata(settings: BookSettings, name: string): Metadata {
  const language = settings.language ?? USUAL_LANGUAGE;
  return {
    title: settings.title,
    ...given({
      subtitle: settings.subtitle,
      shortTitle: settings['short-title'],
      sortTitle: settings['sort-title'],
      description: settings.description,
      publisher: settings.publisher && { ...given(settings.publisher), name: settings.publisher.name },
      rights: settings.rights && given(settings.rights),
      published: settings.published,
      modified: settings.modified,
      doi: settings.doi,
      series: settings.series && { ...given(settings.series), name: settings.series.name },
      edition: settings.edition,
    }),
    contributors: contributorsOf(settings),
    language,
    direction: directionOf(language),
    subjects: (settings.subjects ?? []).map((subject) => ({ ...given(subject), term: subject.term })),
    seed: settings.seed ?? name,
    isbn: given(settings.isbn ?? {}),
    cover: given({
      image: settings.epub?.cover,
      alt: settings.epub?.['cover-alt'] ?? settings.cover?.alt,
      photograph: settings.cover?.image,
      title: settings.cover?.title,
    }),
    accessibility: accessibilityOf(settings),
    custom: settings.custom ?? {},
  };
}

/** `author:` stands before `contributors:`; a contributor without a role is an author. */
function contributorsOf(settings: BookSettings): readonly Contributor[] {
  const authors = [settings.author ?? []].flat();
  return [
    ...authors.map((one) => (typeof one === 'string' ? { name: one } : one)),
    ...(settings.contributors ?? []),
  ].map((one) => ({
    name: one.name,
    role: one.role ?? 'aut',
    ...given({ sortName: one['sort-name'], url: one.url }),
  }));
}

function accessibilityOf({ accessibility: said }: BookSettings): Metadata['accessibility'] {
  return given({
    conformsTo: said?.['conforms-to'],
    certifiedBy: said?.['certified-by'],
    summary: said?.summary,
    hazards: said?.hazards,
  });
}

/** A record without what is undefined: an optional key is absent, never empty. */
export function given<T extends object>(record: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
