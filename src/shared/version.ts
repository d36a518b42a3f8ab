// Foldmark's own version, and the digest of the code that runs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from './foldmark-folder.js';

/** As package.json states it: `0.1.0`. */
export const VERSION: string = versionIn(readFileSync(join(HOME, 'package.json'), 'utf8'));

/**
 * Changes with every change of Foldmark's code, also between two releases. `npm run compile` writes the
 * digest of the sources to lib/build-id, and the package carries it.
 */
export function codeVersion(): string {
  const build = () => (existsSync(BUILD_ID) ? readFileSync(BUILD_ID, 'utf8').trim() : 'not compiled');
  return (known ??= `${VERSION} ${build()}`);
}

const BUILD_ID = join(HOME, 'lib', 'build-id');
let known: string | undefined;

function versionIn(packageJson: string): string {
  const parsed: unknown = JSON.parse(packageJson);
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    typeof parsed.version === 'string'
  )
    return parsed.version;
  throw new Error('package.json states no version.');
}
