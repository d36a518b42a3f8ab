import { describe, expect, test } from 'vitest';
import type { Artifact } from '../../../src/model/artifact.js';
import { finding } from '../../../src/model/finding.js';
import { soundArtifacts } from '../../../src/pipeline/sound-editions.js';

const artifact = (name: string, edition: string): Artifact =>
  ({
    name,
    edition,
    mediaType: name.endsWith('.epub') ? 'application/epub+zip' : 'application/pdf',
  }) as unknown as Artifact;

const ALL = [
  artifact('io-print.pdf', 'print'),
  artifact('io-screen.pdf', 'screen'),
  artifact('io.epub', 'epub'),
  artifact('io-kobo.epub', 'epub'),
];
const names = (...errors: Parameters<typeof soundArtifacts>[0]): readonly string[] =>
  soundArtifacts(errors, ALL).map(({ name }) => name);

describe('the sound editions of a book with errors', () => {
  test('are those of which no error names a file', () => {
    expect(
      names(finding('PRINT-021', { message: 'a font', seen: { artifact: 'io-print.pdf', page: '1' } })),
    ).toEqual(['io-screen.pdf', 'io.epub', 'io-kobo.epub']);
  });

  test('are all with pages where the EPUB has an error, and the EPUBs where pages have one', () => {
    expect(names(finding('EPUB-201', { message: 'an id' }))).toEqual(['io-print.pdf', 'io-screen.pdf']);
    expect(names(finding('PRESS-003', { message: 'outside' }))).toEqual(['io.epub', 'io-kobo.epub']);
  });

  test('are all files of an edition or none', () => {
    expect(names(finding('LOSS-001', { message: 'lost', seen: { artifact: 'io.epub' } }))).toEqual([
      'io-print.pdf',
      'io-screen.pdf',
    ]);
  });

  test('are none where an error is about the book, where all have one, and where there is no error', () => {
    expect(names(finding('TEXT-004', { message: 'a control character' }))).toEqual([]);
    expect(
      names(finding('EPUB-201', { message: 'an id' }), finding('PRESS-003', { message: 'outside' })),
    ).toEqual([]);
    expect(names()).toEqual([]);
  });
});
