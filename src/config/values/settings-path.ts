// Paths as settings name them: relative to their folder, which is the book's (for a face, its package's),
// with `/` between folders.
import type { SourcePath } from '../../model/source-span.js';
import type { ParsedValue } from './parsed-value.js';

/**
 * `./images//cover.png` as `images/cover.png`. CONF-020 when it leaves the book's folder or is no path of it.
 */
export function readPath(written: string): ParsedValue<SourcePath> {
  const reason = faultOf(written);
  if (reason === undefined) return { value: stepsOf(written).join('/') };
  return {
    fault: {
      code: 'CONF-020',
      message: `"${written}" ${reason}.`,
      hint: 'Name a file by its way inside the folder: images/cover.png.',
    },
  };
}

function faultOf(written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return 'is an address, not a path';
  if (written.includes('\\')) return 'has a backslash: folders are parted by "/"';
  if (/^[/~]/.test(written)) return 'is outside of its folder';

  if (/[\u0000-\u001f\u007f]/.test(written)) return 'has a control character in it';
  const steps = stepsOf(written);
  if (steps.includes('..')) return 'leaves its folder';
  return steps.length === 0 ? 'names no file' : undefined;
}

function stepsOf(written: string): readonly string[] {
  return written
    .trim()
    .split('/')
    .filter((step) => step !== '' && step !== '.');
}
