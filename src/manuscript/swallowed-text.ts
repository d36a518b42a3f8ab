// Whether the author's HTML has swallowed what comes after it. Every element that the Markdown made must be
// found again in the tree; one that is not stands inside something unclosed, and its words would be gone.
import { finding, type Finding } from '../model/finding.js';
import type { RenderedPiece, Rendered } from './render-tokens.js';
import { spanOf, type SourceText } from './source-text.js';

/**
 * `seen`: where in the HTML the elements of the tree began. One TEXT-005 at most: what follows has the same
 * cause.
 */
export function swallowed(
  source: SourceText,
  { html, pieces }: Rendered,
  seen: ReadonlySet<number>,
): readonly Finding[] {
  const lost = pieces.findIndex((piece) => piece.kind === 'open' && !seen.has(piece.start));
  if (lost >= 0) return [tellLost(source, pieces, lost)];
  const comment = openComment(html, pieces);
  return comment ? [tellComment(source, comment)] : [];
}

/**
 * Parts of a table or a page where there is none: the HTML parser leaves them out without a word. TEXT-006.
 */
export function misplaced(
  source: SourceText,
  { html, pieces }: Rendered,
  seen: ReadonlySet<number>,
): readonly Finding[] {
  return pieces.flatMap((piece, index) => {
    if (piece.kind !== 'raw') return [];
    const written = withoutComments(html.slice(piece.start, pieces[index + 1]?.start));
    return [...written.matchAll(PARTS)]
      .filter((tag) => !seen.has(piece.start + tag.index))
      .map((tag) =>
        tellMisplaced(source, {
          tag: (tag[1] ?? '').toLowerCase(),
          line: piece.place.line + written.slice(0, tag.index).split('\n').length - 1,
        }),
      );
  });
}

/** Of the same length, so that places stay true. */
function withoutComments(written: string): string {
  if (!written.includes('-->')) return written;
  return written.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

const PARTS = /<(html|head|body|frameset|frame|caption|col|colgroup|tbody|td|tfoot|th|thead|tr)(?=[\s/>])/gi;

function tellMisplaced(source: SourceText, { tag, line }: { tag: string; line: number }): Finding {
  return finding('TEXT-006', {
    message: `The element <${tag}> is not allowed here and is left out. Its words stay.`,
    at: spanOf(source, { line }),
    hint: /^(html|head|body|frame)/.test(tag)
      ? 'Delete it: a chapter is part of a page.'
      : 'Write the whole table in one block, or in Markdown.',
  });
}

function tellLost(source: SourceText, pieces: readonly RenderedPiece[], lost: number): Finding {
  const cause = pieces.slice(0, lost).findLast((piece) => piece.kind === 'raw');
  const line = pieces[lost]?.place.line ?? 1;
  return finding('TEXT-005', {
    message: `HTML swallows the text from line ${line} on.`,
    at: spanOf(source, cause?.place ?? { line }),
    hint: 'Close every element that is opened here, or write it in Markdown.',
  });
}

/** A comment that runs to the end of the text: markdown-it makes it one piece. */
function openComment(html: string, pieces: readonly RenderedPiece[]): RenderedPiece | undefined {
  return pieces.find((piece, index) => {
    if (piece.kind !== 'raw') return false;
    const written = html.slice(piece.start, pieces[index + 1]?.start);
    return /<!--(?!-?>)(?![^]*?--!?>)/.test(written);
  });
}

function tellComment(source: SourceText, piece: RenderedPiece): Finding {
  return finding('TEXT-005', {
    message: 'A comment is opened and never closed, so the text after it would be left out.',
    at: spanOf(source, piece.place),
    hint: 'End the comment with "-->".',
  });
}
