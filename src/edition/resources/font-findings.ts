// What is wrong with a font, told where the author names it.
import { finding, type Finding } from '../../model/finding.js';
import type { Span } from '../../model/source-span.js';
import { MISSING, nearestFont, type FontFolder } from './font-folder.js';

interface FontFault {
  readonly file: string;
  readonly folder: FontFolder;
  readonly at: Span;
  /** The end of the sentence: `is cut off`. */
  readonly problem: string;
}

/** TPL-009 for a file. */
export function fontProblem({ file, folder, at, problem }: FontFault): Finding {
  const { packageName } = folder;
  if (problem !== MISSING)
    return finding('TPL-009', {
      message: `The font "${file}"${packageName === undefined ? '' : ` of ${packageName}`} ${problem}.`,
      at,
      hint: hintFor(problem),
    });
  if (packageName !== undefined && folder.files === undefined) return packageProblem(packageName, at);
  const meant = nearestFont(folder, file);
  return finding('TPL-009', {
    message: `There is no font "${file}" in ${packageName ?? "the book's folder"}.`,
    at,
    hint: meant === undefined ? otherHint(folder) : `Did you mean "${meant}"?`,
  });
}

function otherHint({ packageName, files: [first, ...more] = [] }: FontFolder): string {
  if (packageName === undefined || first === undefined) return 'Put the file there, or correct its path.';
  return (
    'Correct its path: the package has ' + `"${first}"${more.length === 0 ? '' : ` and ${more.length} more`}.`
  );
}

/** TPL-009 for a package. */
export function packageProblem(packageName: string, at: Span, problem = 'is not installed'): Finding {
  return finding('TPL-009', {
    message: `The font package ${packageName} ${problem}.`,
    at,
    hint:
      `Run "npm install ${packageName}" in the book's folder, or name a font file of the book instead ` +
      '(fonts/Name-Regular.ttf).',
  });
}

function hintFor(problem: string): string {
  if (problem.includes('outside'))
    return "Copy the font into the book's folder, and name it by its path there.";
  if (problem.includes('collection')) return 'Export one font of it as TTF or OTF.';
  return 'Get the font anew from its maker, as TTF, OTF or WOFF2.';
}

/** TPL-014: what the flags in a font say of its licence. */
export function notEmbeddable(file: string, at: Span): Finding {
  return finding('TPL-014', {
    message: `The font "${file}" is marked as one that may not be embedded.`,
    at,
    hint: 'Ask its maker for a licence to embed it in books, or use another font.',
  });
}
