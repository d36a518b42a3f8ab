// Pages that are laid out wait for their place in the book as text: as nodes, each would take some 700 kB,
// and a long book more than a machine has. Markup would not do: a parser of HTML moves what it thinks
// misplaced, and one of XML takes not every character.

type Packed = string | PackedElement;

/** Names outside of HTML have their namespace before them. */
interface PackedElement {
  readonly name: string;
  /** Names and values in turn. */
  readonly said: readonly string[];
  readonly holds: readonly Packed[];
}

/** An element with all that it holds but comments, as JSON. */
export function pack(element: Element): string {
  return JSON.stringify(packedElement(element));
}

/** The element anew, and in no document. */
export function unpack(packed: string): Element {
  const node = unpacked(JSON.parse(packed) as Packed);
  if (!(node instanceof Element)) throw new Error('What was packed is no element.');
  return node;
}

const HTML = 'http://www.w3.org/1999/xhtml';

function packedElement(element: Element): PackedElement {
  return {
    name: named(element.namespaceURI, element.localName, HTML),
    said: [...element.attributes].flatMap(({ namespaceURI, name, value }) => [
      named(namespaceURI, name, null),
      value,
    ]),
    holds: [...element.childNodes].flatMap(packedNode),
  };
}

function packedNode(node: Node): readonly Packed[] {
  if (node instanceof Element) return [packedElement(node)];
  return node instanceof Text ? [node.data] : [];
}

function named(namespace: string | null, name: string, usual: string | null): string {
  return namespace === usual ? name : `${namespace ?? ''} ${name}`;
}

function unpacked(packed: Packed): Node {
  if (typeof packed === 'string') return document.createTextNode(packed);
  const { said, holds } = packed;
  const [namespace, name] = parted(packed.name, HTML);
  const element = document.createElementNS(namespace, name);
  for (let at = 0; at + 1 < said.length; at += 2) setAttribute(element, said[at] ?? '', said[at + 1] ?? '');
  element.append(...holds.map(unpacked));
  return element;
}

function setAttribute(element: Element, said: string, value: string): void {
  const [namespace, name] = parted(said, null);
  if (namespace === null) element.setAttribute(name, value);
  else element.setAttributeNS(namespace, name, value);
}

function parted(said: string, usual: string | null): readonly [string | null, string] {
  const space = said.indexOf(' ');
  return space === -1 ? [usual, said] : [said.slice(0, space), said.slice(space + 1)];
}
