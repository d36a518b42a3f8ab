// Foldmark's own version, from its package.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from './foldmark-folder.js';

export const VERSION: string = versionIn(readFileSync(join(HOME, 'package.json'), 'utf8'));

function versionIn(packageJson: string): string {
  const parsed: unknown = JSON.parse(packageJson);
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string') return parsed.version;
  throw new Error('package.json states no version.');
}
