// What is checked of finished files before any of them is published.
import { checkEpub } from '../check/epub/check.js';
import type { Artifact } from '../model/artifact.js';
import type { Diagnostic } from '../model/diagnostic.js';

export async function checkArtifacts(artifacts: readonly Artifact[]): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(artifacts.map((artifact) => (artifact.edition === 'epub' ? checkEpub(artifact) : [])));
  return found.flat();
}
