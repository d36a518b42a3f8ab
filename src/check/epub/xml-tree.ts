// XML read into a tree that knows its lines, strict about what is well formed and going on after a mistake.
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** As written: `dc:title`, `p`. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  readonly parent: XmlElement | undefined;
  /** 1-based, where its `<` stands. */
  readonly line: number;
  readonly column: number;
}

export interface XmlFile {
  /** A root without a name where there is none. */
  readonly root: XmlElement;
  readonly mistakes: readonly { readonly line: number; readonly column: number; readonly message: string }[];
}

/** Reads a whole file. Mistakes are listed, at most ten; what could be read is in the tree. */
export function readXml(source: string): XmlFile {
  const parser = new SaxesParser();
  const top: Growing = { tag: '', attributes: {}, children: [], parent: undefined, line: 1, column: 1 };
  const mistakes: { line: number; column: number; message: string }[] = [];
  let open = top;
  let place = { line: 1, column: 1 };
  parser.on('error', (error) => {
    const message = error.message.replace(/^(?:undefined:)?\d+:\d+: /, '');
    if (mistakes.length < 10) mistakes.push({ line: parser.line, column: parser.column, message });
  });
  parser.on('opentagstart', ({ name }) => {
    place = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) };
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const made: Growing = { tag: name, attributes: { ...attributes }, children: [], parent: open, ...place };
    open.children.push(made);
    if (!isSelfClosing) open = made;
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!isSelfClosing) open = open.parent ?? top;
  });
  parser.on('text', (text) => open.children.push(text));
  parser.on('cdata', (text) => open.children.push(text));
  parser.write(source).close();
  const root = top.children.find((child) => typeof child !== 'string');
  return { root: root ?? top, mistakes };
}

/** Every element below, and the element itself first, in document order. */
export function within(element: XmlElement): readonly XmlElement[] {
  if (element.parent?.parent !== undefined) return gathered(element, []);
  const known = documents.get(element) ?? gathered(element, []);
  documents.set(element, known);
  return known;
}

/** Whole documents, by their roots: each rule goes through all of them. */
const documents = new WeakMap<XmlElement, readonly XmlElement[]>();

function gathered(element: XmlElement, found: XmlElement[]): readonly XmlElement[] {
  found.push(element);
  for (const child of element.children) if (typeof child !== 'string') gathered(child, found);
  return found;
}

/** All elements of these names, in document order. */
export function all(element: XmlElement, ...tags: readonly string[]): readonly XmlElement[] {
  return within(element).filter(({ tag }) => tags.includes(tag));
}

/** An element's words as one line. */
export function words(element: XmlElement): string {
  return raw(element).replace(/\s+/g, ' ').trim();
}

export function raw(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : raw(child))).join('');
}

/** Whether some element around it passes. */
export function isInside(element: XmlElement, test: (around: XmlElement) => boolean): boolean {
  for (let around = element.parent; around !== undefined; around = around.parent)
    if (test(around)) return true;
  return false;
}

/** One of the words of a list attribute: `has(a, 'epub:type', 'noteref')`. */
export function has(element: XmlElement, attribute: string, word: string): boolean {
  return (element.attributes[attribute] ?? '').split(/\s+/).includes(word);
}

interface Growing extends XmlElement {
  readonly children: (Growing | string)[];
  readonly parent: Growing | undefined;
}
