// Nothing lost, part one: every block of the manuscript stands in what the templates made of it, with its
// words.
import { MEDIA } from '../../model/media.js';
import type { Book } from '../../model/book.js';
import { finding, type Finding } from '../../model/finding.js';
import type { Composition } from '../../model/edition.js';
import { hasClass, type ElementNode, type Flow } from '../../model/flow.js';
import { letters } from './letters.js';

/** Kinds whose text an edition may leave out on purpose. */
export interface CompositionOrder {
  readonly book: Book;
  readonly composition: Composition;
}

/** Findings: LOSS-003. Blocks of chapters that the edition does not have are not its business. */
export function checkComposed({ book, composition }: CompositionOrder): readonly Finding[] {
  const parts = new Set(composition.parts.map(({ id }) => id));
  const made = new Map(
    blocksIn(composition.parts.flatMap(({ flow }) => flow)).map((block) => [block.block ?? '', block]),
  );
  return book.chapters
    .filter(({ id }) => parts.has(id))
    .flatMap((chapter) => blocksIn([...chapter.flow, ...chapter.notes.flatMap(({ flow }) => flow)]))
    .filter((source) => !holds(made.get(source.block ?? ''), source))
    .map((source) =>
      finding('LOSS-003', {
        message:
          `A template leaves these words out of the ${MEDIA[composition.edition.medium].title}: ` +
          `“${excerpt(source)}”`,
        ...(source.at ? { at: source.at } : {}),
        hint: 'Write {{body}} once in the template of this kind of chapter.',
      }),
    );
}

function blocksIn(flow: Flow): readonly ElementNode[] {
  return flow.flatMap((node) =>
    node.type === 'text' ? [] : [...(node.block === undefined ? [] : [node]), ...blocksIn(node.children)],
  );
}

/**
 * Whether the words of a block are all there, in order, with nothing between but what stands for an empty
 * reference.
 */
function holds(made: ElementNode | undefined, source: ElementNode): boolean {
  const pieces = ownWords(source.children).split(REFERENCE).map(letters);
  if (made === undefined) return pieces.every((piece) => piece === '');
  const shown = letters(ownWords(made.children));
  if (pieces.length === 1) return shown === pieces[0];
  let at = 0;
  for (const piece of pieces) {
    const found = shown.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return shown.startsWith(pieces[0] ?? '') && shown.endsWith(pieces.at(-1) ?? '');
}

/** Stands where an edition writes words of its own. */
const REFERENCE = '\u0000';

/** A block's words without those of blocks and notes inside it. */
function ownWords(flow: Flow): string {
  return flow
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.replaces !== undefined) return node.replaces;
      if (
        node.block !== undefined ||
        hasClass(node, 'note') ||
        hasClass(node, 'note-call') ||
        hasClass(node, 'missing-image') ||
        node.attributes['epub:type'] === 'noteref'
      )
        return '';
      if (node.tag === 'fm-note') return '';
      return node.tag === 'fm-ref' && node.children.length === 0 ? REFERENCE : ownWords(node.children);
    })
    .join('');
}

function excerpt(node: ElementNode): string {
  const words = ownWords(node.children).replaceAll(REFERENCE, '…').replace(/\s+/g, ' ').trim();
  return words.length <= 60 ? words : `${words.slice(0, 60)}…`;
}
