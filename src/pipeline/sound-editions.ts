// Which editions of a book are sound although others have errors.
import type { Artifact } from '../model/artifact.js';
import type { Finding } from '../model/finding.js';

/** By the prefix of a code: the kind of file that its findings are about, where they name none. */
const ABOUT: Readonly<Record<string, 'pages' | 'epub'>> = {
  PRESS: 'pages',
  PAGE: 'pages',
  LINE: 'pages',
  TYPE: 'pages',
  PRINT: 'pages',
  FOLD: 'pages',
  COVER: 'pages',
  EPUB: 'epub',
};

/**
 * The files of the editions that no error is about. None where an error is about the book itself, and where
 * no edition has one.
 *
 * @param errors what forbids to publish: with `--strict` warnings too
 */
export function soundArtifacts(
  errors: readonly Finding[],
  artifacts: readonly Artifact[],
): readonly Artifact[] {
  const hurt = new Set<string>();
  for (const error of errors) {
    const about = artifacts.filter((artifact) => isAbout(error, artifact, artifacts));
    if (about.length === 0) return [];
    for (const { edition } of about) hurt.add(edition);
  }
  return hurt.size === 0 ? [] : artifacts.filter(({ edition }) => !hurt.has(edition));
}

function isAbout({ code, seen }: Finding, artifact: Artifact, all: readonly Artifact[]): boolean {
  const named = all.find(({ name }) => name === seen?.artifact);
  if (named !== undefined) return artifact.edition === named.edition;
  const kind = ABOUT[code.split('-')[0] ?? ''];
  return kind !== undefined && kind === (artifact.mediaType === 'application/epub+zip' ? 'epub' : 'pages');
}
