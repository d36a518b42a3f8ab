// The EPUB's terms: links between its documents, notes that pop up, references that say a title.
import type { ChapterId } from '../../model/cast.js';
import { element, text, withoutNodes, type ElementNode } from '../../model/flow.js';
import type { ElementTerms } from './translate-elements.js';
import { callId } from './note-calls.js';
import type { TermSources } from './print-elements.js';
import type { Target } from './link-targets.js';

export interface EbookSources extends TermSources {
  readonly files: ReadonlyMap<ChapterId, string>;
  /** The part that is being said: links within it need no file name. */
  readonly here: ChapterId;
}

export function ebookTerms(sources: EbookSources): ElementTerms {
  const { targets, notes } = sources;
  return {
    'fm-note': (call, within) => {
      const note = notes.get(call.attributes['ref'] ?? '');
      if (!note) return [];
      const number = [text(String(note.number))];
      const id = callId(note.id, call.attributes['call']);
      if (within === 'link') return [element('sup', { class: 'note-call', id }, number)];
      return [element('a', { class: 'note-call', href: `#${note.id}`, id }, number)];
    },
    'fm-mention': (node, within) => {
      const entry = targets.find(`cast-${node.attributes['cast'] ?? ''}`);
      const id = node.attributes['id'] ?? '';
      if (!entry || within === 'link') return [element('span', { class: 'mention', id }, node.children)];
      return [element('a', { class: 'mention', href: hrefOf(entry, sources), id }, node.children)];
    },
    'fm-ref': (node, within) => {
      const target = targets.find(node.attributes['target'] ?? '');
      if (!target || within === 'link' || node.attributes['data-page'] === 'only') return node.children;
      return [reference(node, target, sources)];
    },
    a: (node) => {
      const target = targets.find(/^#(.+)$/.exec(node.attributes['href'] ?? '')?.[1] ?? '');
      return [target ? { ...node, attributes: { ...node.attributes, href: hrefOf(target, sources) } } : node];
    },
  };
}

export function hrefOf(target: Target, { files, here }: Pick<EbookSources, 'files' | 'here'>): string {
  const file = target.chapter === here ? '' : (files.get(target.chapter) ?? '');
  return target.anchor === target.chapter && file !== '' ? file : `${file}#${target.anchor}`;
}

/**
 * The words of a link that has none of its own are marked as made: they are no part of the manuscript's text.
 */
function reference(node: ElementNode, target: Target, sources: EbookSources): ElementNode {
  const attributes = withoutNodes(node.attributes, 'target', 'data-page');
  const href = hrefOf(target, sources);
  if (node.children.length > 0) return element('a', { ...attributes, href }, node.children);
  const called = target.chapter === sources.here ? target.near : target.title;
  return element(
    'a',
    { ...attributes, class: [attributes['class'], 'generated'].filter(Boolean).join(' '), href },
    [text(called)],
  );
}
