// Print's terms: notes stand in the paragraph for the page foot, references say the page, which the press
// fills in.
import type { Note } from '../../model/book.js';
import { element, elementsOf, text, withoutNodes, type ElementNode, type Flow } from '../../model/flow.js';
import type { Words } from '../book-words.js';
import { callId } from './note-calls.js';
import { translateElements, type ElementTerms } from './translate-elements.js';
import type { Target, Targets } from './link-targets.js';
import { HEADINGS, LIST_PARTS, TABLE_PARTS, TEXT_BLOCKS } from '../../shared/html-elements.js';

export interface TermSources {
  readonly words: Words;
  readonly targets: Targets;
  readonly notes: ReadonlyMap<string, Note>;
}

export function printTerms({ words, targets, notes }: TermSources): ElementTerms {
  /**
   * A note stands where it is called first, and so do the notes that only it calls: the foot of the page
   * takes notes out of paragraphs, not out of one another.
   */
  const bodiesAt = (call: ElementNode): Flow => {
    const note = notes.get(call.attributes['ref'] ?? '');
    if (!note || call.attributes['call'] !== undefined) return [];
    return [
      noteBody(note, translateElements(note.flow, inNote)),
      ...elementsOf(note.flow)
        .filter(({ tag }) => tag === 'fm-note')
        .flatMap(bodiesAt),
    ];
  };
  const terms: ElementTerms = {
    'fm-note': (call) => {
      const note = notes.get(call.attributes['ref'] ?? '');
      return note ? [noteCall(note, call), ...bodiesAt(call)] : [];
    },
    'fm-mention': (node) => [element('span', { class: 'mention', ...idOf(node) }, node.children)],
    'fm-ref': (node, within) => {
      const target = targets.find(node.attributes['target'] ?? '');
      if (!target || within === 'link') return node.children;
      return pageReference(node, target, words);
    },
    a: (node) => [node],
  };
  const inNote: ElementTerms = {
    ...terms,
    'fm-note': (call) => {
      const note = notes.get(call.attributes['ref'] ?? '');
      return note ? [noteCall(note, call)] : [];
    },
  };
  return terms;
}

/** A page number that the press fills in. */
export function pageRef(target: Target): ElementNode {
  return element('a', { class: 'page-ref', href: `#${target.anchor}`, 'data-target': target.anchor }, []);
}

/**
 * Without words of its own a reference says "page 12"; `data-page="only"` is the number alone, as contents
 * have it.
 */
function pageReference(node: ElementNode, target: Target, words: Words): Flow {
  const page = node.attributes['data-page'];
  if (page === 'only') return [pageRef(target)];
  const number = [text(`${words.page}\u00a0`), pageRef(target)];
  if (node.children.length === 0) return [generated(number)];
  const link = element(
    'a',
    { ...withoutNodes(node.attributes, 'target', 'data-page'), href: `#${target.anchor}` },
    node.children,
  );
  return page === undefined ? [link] : [link, generated([text(' ('), ...number, text(')')])];
}

/**
 * Words inside a block of the manuscript that its author did not write; who compares the two sets them aside.
 */
function generated(flow: Flow): ElementNode {
  return element('span', { class: 'generated' }, flow);
}

/** A call after the first says so: its note may stand on another page. */
function noteCall({ id, number }: Note, { attributes: { call } }: ElementNode): ElementNode {
  return element(
    'a',
    {
      class: 'note-call',
      href: `#${id}`,
      id: callId(id, call),
      ...(call === undefined ? {} : { 'data-call': call }),
    },
    [text(String(number))],
  );
}

function noteBody({ id, number }: Note, flow: Flow): ElementNode {
  const digits = String(number);
  const wide = digits.length > 2 ? { style: `--digits: ${digits.length}` } : {};
  const label = element('span', { class: 'note-number' }, [text(digits)]);
  return element('span', { class: 'note', id, 'data-note': digits, ...wide }, [
    label,
    text(' '),
    ...inSpans(flow),
  ]);
}

/** Elements that cannot stand inside a paragraph, where a note's text has to stand. */
const BLOCKS = new Set([...HEADINGS, ...LIST_PARTS, ...TABLE_PARTS, ...TEXT_BLOCKS, 'hr', 'section']);

/** Blocks become spans that say what they were: `note-block` where they hold text, `note-ul` and so on. */
function inSpans(flow: Flow): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'text') return node.value.trim() === '' ? [text(' ')] : [node];
    const children = inSpans(node.children);
    if (!BLOCKS.has(node.tag)) return [{ ...node, children }];
    const names = [
      node.block === undefined ? '' : 'note-block',
      `note-${node.tag}`,
      node.attributes['class'] ?? '',
    ];
    return [
      {
        ...node,
        tag: 'span',
        attributes: { ...node.attributes, class: names.filter((name) => name !== '').join(' ') },
        children,
      },
    ];
  });
}

function idOf(node: ElementNode): Readonly<Record<string, string>> {
  const id = node.attributes['id'];
  return id === undefined ? {} : { id };
}
