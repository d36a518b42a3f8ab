// Paths as settings name them: relative to the book's folder, with `/` between folders.
import type { SourcePath } from '../../model/source.js';
import type { Reading } from './value.js';

/** `./images//cover.png` as `images/cover.png`. CONF-020 when it leaves the book's folder or is no path of it. */
export function readPath(written: string): Reading<SourcePath> {
  const reason = faultOf(written);
  if (reason === undefined) return { value: stepsOf(written).join('/') };
  return {
    fault: { code: 'CONF-020', message: `"${written}" ${reason}.`, hint: 'Name a file of the book\'s folder by its way from there: images/cover.png.' },
  };
}

function faultOf(written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return 'is not a path inside the book\'s folder';
  if (written.includes('\\')) return 'has a backslash: folders are parted by "/"';
  if (/^[/~]/.test(written)) return 'is outside of the book\'s folder';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(written)) return 'has a control character in it';
  const steps = stepsOf(written);
  if (steps.includes('..')) return 'leaves the book\'s folder';
  return steps.length === 0 ? 'names no file' : undefined;
}

function stepsOf(written: string): readonly string[] {
  return written.trim().split('/').filter((step) => step !== '' && step !== '.');
}
