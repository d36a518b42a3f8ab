// What an SVG image must have to be printed at a known size.
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { SaxesParser } from 'saxes';
import { unsafeSvgContent } from './svg-safety.js';
import type { ImageProblem, ImageSize } from '../../images/image-verdict.js';

/** The size by the root's viewBox, else by its width and height, which may carry units. */
export function svgSize(bytes: Uint8Array): ImageSize | ImageProblem {
  const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const root = findSvg(parse(source));
  if (!root || !/<\/svg\s*>\s*(<!--[\s\S]*?-->\s*)*$/.test(source))
    return { problem: 'unreadable', reason: 'the SVG is cut short' };
  const harm = unsafeSvgContent(source);
  if (harm) return { problem: 'harmful', reason: `${harm.what} on its line ${harm.line}` };
  if (!hasNamespace(source)) return { problem: 'no-namespace' };
  const given = new Map(root.attrs.map((one) => [one.name, one.value]));
  const box = (given.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .slice(2);
  const [width = NaN, height = NaN] =
    box.length === 2
      ? box.map(Number)
      : [given.get('width'), given.get('height')].map((value) =>
          // a part of what is around it is no size
          value?.includes('%') === true ? NaN : parseFloat(value ?? ''),
        );
  return width > 0 && height > 0 ? { width, height } : { problem: 'no-size' };
}

function findSvg(node: Tree.ParentNode): Tree.Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const found = child.tagName === 'svg' ? child : findSvg(child);
    if (found) return found;
  }
  return undefined;
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Whether the first element is an SVG element. What does not parse as XML is left to whoever decodes it. */
function hasNamespace(source: string): boolean {
  const parser = new SaxesParser({ xmlns: true });
  let namespace: string | undefined;
  parser.on('error', () => undefined);
  parser.on('opentag', ({ uri }) => {
    namespace ??= uri;
  });
  parser.write(source).close();
  return namespace === undefined || namespace === SVG_NAMESPACE;
}
