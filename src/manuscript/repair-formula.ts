// MathML that others wrote, before it is judged: fences become operators, words stand in elements that hold
// words, and an element with too few or too many parts becomes a row.
import { defaultTreeAdapter as tree, html as markup, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that hold words, and nothing else. */
const TOKENS: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);

/** How many parts an element has. https://www.w3.org/TR/MathML3/chapter3.html#presm.reqarg */
const PARTS: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

/** Elements of MathML 3 that books lack; a row shows what is in them. */
const ROWS: ReadonlySet<string> = new Set([
  'maction',
  'mglyph',
  'maligngroup',
  'malignmark',
  'mlongdiv',
  'mscarries',
  'mscarry',
  'msgroup',
  'msrow',
  'mstack',
]);

/** Changes the formula in place; the names of elements whose markup was lost. */
export function repairFormula(formula: Element): readonly string[] {
  const lost: string[] = [];
  repair(formula, lost);
  return [...new Set(lost)];
}

function repair(node: Element, lost: string[]): void {
  if (node.namespaceURI !== markup.NS.MATHML || node.tagName.startsWith('annotation')) return;
  if (TOKENS.has(node.tagName)) {
    keepWords(node, lost);
    return;
  }
  if (node.tagName === 'mfenced') writeFences(node);
  if (node.tagName === 'mlabeledtr') rename(node, 'mtr');
  if (ROWS.has(node.tagName)) {
    lost.push(node.tagName);
    rename(node, 'mrow');
  }
  node.childNodes = node.childNodes.flatMap((child) => {
    if (!tree.isTextNode(child)) return [child];
    return child.value.trim() === '' ? [] : [wordsElement(child.value.trim(), node)];
  });
  const elements = node.childNodes.filter((child) => tree.isElementNode(child));
  if (Object.hasOwn(PARTS, node.tagName) && elements.length !== PARTS[node.tagName]) {
    lost.push(node.tagName);
    rename(node, 'mrow');
  }
  for (const child of elements) repair(child, lost);
}

/** Of HTML among the words of a formula, the words alone. */
function keepWords(node: Element, lost: string[]): void {
  if (node.childNodes.every((child) => !tree.isElementNode(child))) return;
  lost.push(...node.childNodes.filter((child) => tree.isElementNode(child)).map((child) => child.tagName));
  const words = node.childNodes.map(textIn).join('');
  node.childNodes = [];
  tree.insertText(node, words);
}

/** Without scripts and the like, whose content is no text of the book. */
function textIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!tree.isElementNode(node) || /^(?:script|style|template|svg|iframe|textarea)$/.test(node.tagName))
    return '';
  return node.childNodes.map(textIn).join('');
}

function wordsElement(words: string, parent: Element): Element {
  const tag = /^\p{N}[\p{N}.,]*$/u.test(words) ? 'mn' : /^\p{L}$/u.test(words) ? 'mi' : 'mtext';
  return madeElement(tag, words, parent);
}

/** `<mfenced open="[" close="]" separators=";">`, which MathML Core has no longer, as a row of operators. */
function writeFences(node: Element): void {
  const value = (name: string, usual: string): string =>
    node.attrs.find((one) => one.name === name)?.value.trim() ?? usual;
  const separators = [...value('separators', ',').replace(/\s/g, '')];
  const parts = node.childNodes.filter((child) => !tree.isTextNode(child) || child.value.trim() !== '');
  const between = (index: number): readonly Element[] => {
    const sign = separators[Math.min(index, separators.length - 1)];
    return sign === undefined || index === parts.length - 1 ? [] : [madeElement('mo', sign, node)];
  };
  const fence = (sign: string): readonly Element[] => (sign === '' ? [] : [madeElement('mo', sign, node)]);
  node.childNodes = [
    ...fence(value('open', '(')),
    ...parts.flatMap((part, index) => [part, ...between(index)]),
    ...fence(value('close', ')')),
  ];
  rename(node, 'mrow');
}

function madeElement(tag: string, words: string, parent: Element): Element {
  const made = tree.createElement(tag, markup.NS.MATHML, []);
  tree.insertText(made, words);
  // The place of what it stands in, so that it is judged as the author's.
  if (parent.sourceCodeLocation) made.sourceCodeLocation = parent.sourceCodeLocation;
  return made;
}

function rename(node: Element, tag: string): void {
  node.tagName = tag;
  node.nodeName = tag;
  node.attrs = node.attrs.filter(({ name }) => name === 'id' || name === 'class');
}
