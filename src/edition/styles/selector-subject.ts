// What a selector is about: the element that it ends with, as far as its words tell.
import { generate, walk, type CssNode } from 'css-tree';

export interface SelectorSubject {
  readonly text: string;
  /** Of the last element: `p`; empty where any is meant. */
  readonly tag: string;
  /** Tags, classes (with their dot) and ids (with their hash) of the last element. */
  readonly names: readonly string[];
  /** `before`, `marker` …; empty for the element itself. */
  readonly pseudo: string;
  /** The names of every element that the selector mentions. */
  readonly mentions: readonly string[];
}

export function subjectOf(selector: CssNode): SelectorSubject {
  const parts = selector.type === 'Selector' ? selector.children.toArray() : [];
  const last = parts.slice(parts.findLastIndex(({ type }) => type === 'Combinator') + 1);
  const names = last.flatMap(namesIn);
  return {
    text: generate(selector),
    tag: names.find((name) => /^[a-z]/.test(name)) ?? '',
    names,
    pseudo:
      last.flatMap((node) =>
        node.type === 'PseudoElementSelector'
          ? [node.name.toLowerCase()]
          : node.type === 'PseudoClassSelector' && /^(?:before|after)$/i.test(node.name)
            ? [node.name.toLowerCase()]
            : [],
      )[0] ?? '',
    mentions: parts.flatMap(namesIn),
  };
}

/**
 * Also those in `:is(…)`, for any of them may be meant; not those in `:not(…)` and `:has(…)`, which are
 * others.
 */
function namesIn(node: CssNode): readonly string[] {
  const names: string[] = [];
  walk(node, (one) => {
    if (one.type === 'PseudoClassSelector' && /^(?:not|has)$/i.test(one.name)) return walk.skip;
    if (one.type === 'TypeSelector' && one.name !== '*') names.push(one.name.toLowerCase());
    if (one.type === 'ClassSelector') names.push(`.${one.name}`);
    if (one.type === 'IdSelector') names.push(`#${one.name}`);
    return undefined;
  });
  return names;
}

const ROOTS: ReadonlySet<string> = new Set(['html', 'body']);

/** The whole book: `html`, `body`, `:root`. */
export function isRoot({ text, tag, names }: SelectorSubject): boolean {
  return text === ':root' || (names.length === 1 && ROOTS.has(tag));
}

/** Elements that stay on one page, or have no box of their own. */
const WHOLE_TAGS: ReadonlySet<string> = new Set(
  (
    'html body h1 h2 h3 h4 h5 h6 tr td th thead caption col colgroup figure figcaption img svg hr br a ' +
    'abbr b bdi bdo cite code dfn em i kbd mark q s samp small span strong sub sup time u var wbr'
  ).split(' '),
);

/**
 * Classes of templates and of the press whose elements stay on one page: covers, leaves, openings, furniture,
 * what stands in a line.
 */
const WHOLE_CLASSES =
  /^\.(?:cover|back-|bare|leaf|within|art|half-title|title-|part-page|frontispiece|imprint|dedication|epigraph-page|plate|opening|number|byline|label|sc$|spine|wrap|barcode|furniture|running-head|folio|orbit|ring|horizon|mark|kicker|blurb|toc|cast-|note-|page-ref|mention|drop-cap|raised-cap|lead-in|scene-break|stanza|verse-line|attribution|pagedjs_|recto|verso|colophon-foot)/;

/** Whether a selector's element may run over a page, as far as can be told. */
export function mayDivide({ tag, names, pseudo, mentions }: SelectorSubject): boolean {
  if (pseudo !== '' || mentions.some((name) => WHOLE_CLASSES.test(name))) return false;
  return names.length > 0 && !WHOLE_TAGS.has(tag);
}

const TEXT_TAGS: ReadonlySet<string> = new Set(
  'p blockquote pre ul ol li dl dt dd table caption th td h1 h2 h3 h4 h5 h6'.split(' '),
);
const TEXT_CLASSES: ReadonlySet<string> = new Set([
  '.verse',
  '.stanza',
  '.epigraph',
  '.body',
  '.section',
  '.chapter',
  '.note',
  '.letter',
]);

/** Whether a selector is about running text, which has to be able to move to the next page. */
export function isRunningText({ tag, names, pseudo, mentions }: SelectorSubject): boolean {
  if (pseudo !== '' || mentions.some((name) => WHOLE_CLASSES.test(name))) return false;
  return TEXT_TAGS.has(tag) || names.some((name) => TEXT_CLASSES.has(name));
}

/** Whether all that a selector is about stands around the text or fills a page by itself. */
export function isDisplay({ mentions }: SelectorSubject): boolean {
  return mentions.some((name) => WHOLE_CLASSES.test(name));
}
