// The cover: a picture for shelves, and a page that shows it.
import { element, type Flow } from '../model/flow.js';
import type { Metadata } from '../model/metadata.js';
import { packageWordsFor } from './package-words.js';

/** The cover page: the picture alone, with words for who cannot see it. */
export function coverFlow(id: string, picture: string, metadata: Metadata): Flow {
  const image = element('img', { src: picture, alt: coverAlt(metadata), role: 'doc-cover' }, []);
  return [element('section', { class: 'section cover', 'epub:type': 'cover', id }, [image])];
}

function coverAlt({ cover, title, subtitle, contributors, language }: Metadata): string {
  if (cover.alt !== undefined && cover.alt.trim() !== '') return cover.alt;
  const authors = contributors
    .filter(({ role }) => role === 'aut')
    .map(({ name }) => name)
    .join(', ');
  return packageWordsFor(language).coverOf(subtitle === undefined ? title : `${title}: ${subtitle}`, authors);
}
