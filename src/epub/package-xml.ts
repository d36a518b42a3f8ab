// Writes the package's own XML (OPF, NCX, META-INF) from a flow; chapters are XHTML and go through the
// edition's serialiser.
import { escapeAttribute, escapeText } from '../edition/xhtml.js';
import { element, text, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element whose absent attributes and children are left out. */
export function tag(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (FlowNode | string | undefined)[]
): ElementNode {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const kept = children
    .filter((child) => child !== undefined)
    .map((child) => (typeof child === 'string' ? text(child) : child));
  return element(name, Object.fromEntries(given), kept);
}

/** A whole XML file: declaration, then the root, elements that hold only elements on lines of their own. */
export function xmlFile(root: ElementNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
}

function write(node: FlowNode, indent: string): string {
  if (node.type === 'text') return escapeText(node.value);
  const open = `<${node.tag}${Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')}`;
  if (node.children.length === 0) return `${open}/>`;
  return `${open}>${inside(node.children, indent)}</${node.tag}>`;
}

function inside(children: Flow, indent: string): string {
  if (children.some((child) => child.type === 'text'))
    return children.map((child) => write(child, indent)).join('');
  const deeper = `${indent}  `;
  return `${children.map((child) => `\n${deeper}${write(child, deeper)}`).join('')}\n${indent}`;
}
