// What a composition holds, said in terms that both editions share: what is compared to prove that they are
// the same book.
import type { ChapterId } from '../../model/cast.js';
import type { Composition } from '../../model/edition.js';
import { elementsOf, hasClass, withoutReplacements, type ElementNode, type Flow } from '../../model/flow.js';
import type { Span } from '../../model/source-span.js';
import { letters } from '../conservation/letters.js';

export type EditionItemKind = 'words' | 'heading' | 'note' | 'picture' | 'link' | 'cast';

export interface EditionItem {
  readonly kind: EditionItemKind;
  readonly part: ChapterId;
  /** Equal in both editions. */
  readonly key: string;
  /** For messages. */
  readonly says: string;
  readonly at?: Span;
}

export interface Holder {
  readonly composition: Composition;
  /** The parts to look at: those that both editions are to have. */
  readonly parts: ReadonlySet<ChapterId>;
  /** What an address inside of the edition leads to; undefined when that is in no shared part. */
  readonly anchorOf: (href: string) => string | undefined;
}

/**
 * Everything that a reader of the edition can find in its parts, in reading order. Set aside is what editions
 * rightly say each in their own way: the words of references (a page, a title), calls and backlinks, and
 * where notes stand.
 */
export function editionItems({ composition, parts, anchorOf }: Holder): readonly EditionItem[] {
  return composition.parts
    .filter(({ id }) => parts.has(id))
    .flatMap(({ id, flow: shown }) => {
      const flow = withoutReplacements(shown);
      const hold = holder(id, anchorOf);
      return [
        ...wordsOf(flow, hold),
        ...elementsOf(withoutNotes(flow)).flatMap((node) => headings(node, hold)),
        ...elementsOf(flow).flatMap((node) => [
          ...notes(node, hold),
          ...pictures(node, hold),
          ...links(node, hold),
          ...castEntries(node, hold),
        ]),
      ];
    });
}

interface Hold {
  readonly make: (
    kind: EditionItemKind,
    key: string,
    says: string,
    node: ElementNode | undefined,
  ) => EditionItem;
  readonly anchorOf: Holder['anchorOf'];
}

function holder(part: ChapterId, anchorOf: Holder['anchorOf']): Hold {
  return {
    anchorOf,
    make: (kind, key, says, node) => ({ kind, part, key, says, ...(node?.at ? { at: node.at } : {}) }),
  };
}

/** Each block of the manuscript for itself, and what the template adds around them as one. */
function wordsOf(flow: Flow, { make }: Hold): readonly EditionItem[] {
  const blocks = elementsOf(withoutNotes(flow)).filter((node) => blockOf(node) !== undefined);
  const around = own(withoutNotes(flow));
  return [
    ...blocks
      .map((node) =>
        make('words', `${blockOf(node) ?? ''} ${letters(own(node.children))}`, own(node.children), node),
      )
      .filter(({ says }) => letters(says) !== ''),
    ...(letters(around) === '' ? [] : [make('words', letters(around), around, undefined)]),
  ];
}

function headings(node: ElementNode, { make }: Hold): readonly EditionItem[] {
  return /^h[1-6]$/.test(node.tag)
    ? [make('heading', `${node.tag} ${letters(all(node.children))}`, all(node.children), node)]
    : [];
}

function notes(node: ElementNode, { make }: Hold): readonly EditionItem[] {
  if (!hasClass(node, 'note')) return [];
  const number = elementsOf(node.children).find((one) => hasClass(one, 'note-number'));
  const shown = number === undefined ? '' : all(number.children).trim();
  return [
    make(
      'note',
      `${node.attributes['id'] ?? ''} ${shown} ${letters(all(node.children))}`,
      `${shown} ${all(node.children)}`,
      elementsOf(node.children).find(({ at }) => at !== undefined),
    ),
  ];
}

function pictures(node: ElementNode, { make }: Hold): readonly EditionItem[] {
  const { src = '', alt = '' } = node.attributes;
  return node.tag === 'img' ? [make('picture', `${src} ${alt}`, alt || src, node)] : [];
}

/** A mention in the text is a link of the e-book and a mark in print: it is held by its name. */
function links(node: ElementNode, { make, anchorOf }: Hold): readonly EditionItem[] {
  const { id = '', href, 'data-target': target } = node.attributes;
  if (hasClass(node, 'mention')) return [make('link', `mention ${id}`, all(node.children), node)];
  if (
    node.tag !== 'a' ||
    href === undefined ||
    SILENT.some((name) => hasClass(node, name)) ||
    isMentionPlace(href)
  )
    return [];
  const outside = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : undefined;
  const key = outside ?? target ?? anchorOf(href);
  return key === undefined ? [] : [make('link', key, outside ?? `#${key}`, node)];
}

/** An entry with all the places where its member is mentioned, however they are said. */
function castEntries(node: ElementNode, { make, anchorOf }: Hold): readonly EditionItem[] {
  const { id = '' } = node.attributes;
  if (!id.startsWith('cast-')) return [];
  const places = elementsOf(node.children).flatMap(({ attributes: { href, 'data-targets': run = '' } }) => [
    ...run
      .split(/\s+/)
      .filter((one) => one !== '')
      .map((one) => anchorOf(`#${one}`)),
    ...(href !== undefined && isMentionPlace(href) ? [anchorOf(href)] : []),
  ]);
  const mentions = [...new Set(places.filter((place) => place !== undefined))].sort();
  return [
    make(
      'cast',
      `${id} ${mentions.join(' ')}`,
      `${id.replace(/^cast-/, '')}, mentioned in ${mentions.length} places`,
      node,
    ),
  ];
}

const SILENT = ['note-call', 'backlink'];
/** Words that are the edition's own way of saying something. */
const OWN_WORDS = [
  ...SILENT,
  'generated',
  'page-ref',
  'page-runs',
  'mention-place',
  'note-number',
  'note-back',
];

function isMentionPlace(href: string): boolean {
  return /#m-/.test(href);
}

function blockOf(node: ElementNode): string | undefined {
  return node.block ?? node.attributes['data-block'];
}

/** The words of a flow without those of the blocks in it. */
function own(flow: Flow): string {
  return flow
    .map((node) =>
      node.type === 'text'
        ? node.value
        : blockOf(node) !== undefined || isSilent(node)
          ? ''
          : own(node.children),
    )
    .join('');
}

function all(flow: Flow): string {
  return flow
    .map((node) =>
      node.type === 'text' ? node.value : isSilent(node) || hasClass(node, 'note') ? '' : all(node.children),
    )
    .join('');
}

function isSilent(node: ElementNode): boolean {
  return OWN_WORDS.some((name) => hasClass(node, name));
}

/**
 * Print sets a note where it is called, the e-book at the chapter's end, under a heading that the template
 * may give it.
 */
function withoutNotes(flow: Flow): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'text') return [node];
    const holdsNotes = node.children.some(
      (child) => child.type === 'element' && child.tag === 'aside' && hasClass(child, 'note'),
    );
    return hasClass(node, 'note') || holdsNotes ? [] : [{ ...node, children: withoutNotes(node.children) }];
  });
}
