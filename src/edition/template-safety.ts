// What a template may not write, since nothing of a book runs or is fetched. Templates are part of a book's
// folder, and a book may come from a stranger.
import { mapFlow, type ElementNode, type Flow } from '../model/flow.js';

/** What was left out: `the element <script>`. */
export type LeftOut = (what: string) => void;

/** The flow without what runs and what is fetched. Drawings stay, with their styles. */
export function removeUnsafe(flow: Flow, leftOut: LeftOut): Flow {
  return mapFlow(flow, (node) => {
    if (node.type === 'text') return node;
    if (ACTIVE.has(node.tag.toLowerCase())) {
      leftOut(`the element <${node.tag}>`);
      return [];
    }
    return harmlessElement(node, leftOut);
  });
}

const ACTIVE: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'portal',
  'foreignobject',
  'link',
  'meta',
  'base',
  'title',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'audio',
  'video',
  'source',
  'track',
  'canvas',
  'noscript',
  'template',
  'slot',
  'annotation-xml',
  'animate',
  'set',
]);

function harmlessElement(node: ElementNode, leftOut: LeftOut): ElementNode {
  const bad = Object.entries(node.attributes)
    .filter(([name, value]) => isHarm(node.tag, { name: name.toLowerCase(), value }))
    .map(([name]) => name);
  if (bad.length === 0) return node;
  for (const name of bad) leftOut(`the attribute "${name}" of <${node.tag}>`);
  return {
    ...node,
    attributes: Object.fromEntries(Object.entries(node.attributes).filter(([name]) => !bad.includes(name))),
  };
}

function isHarm(tag: string, { name, value }: { name: string; value: string }): boolean {
  if (/^on/.test(name) || FETCHING.has(name)) return true;
  if (name === 'style' || PAINT.has(name))
    return /url\((?!\s*["']?#)|image-set|expression\(|@import|\\/i.test(value);
  return (name === 'href' || name === 'xlink:href') && !isAddress(tag, value.replace(/[\s\p{Cc}]/gu, ''));
}

/** Readers follow a link; everything else that has an address fetches it. */
function isAddress(tag: string, address: string): boolean {
  const isForeign = /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(address);
  if (tag === 'a') return !isForeign || /^(?:https?|mailto|tel):/i.test(address);
  return (
    address.startsWith('#') ||
    (tag === 'image' && (!isForeign || /^data:image\/(?:png|jpeg|gif|webp)[;,]/i.test(address)))
  );
}

const FETCHING: ReadonlySet<string> = new Set([
  'srcset',
  'srcdoc',
  'ping',
  'action',
  'formaction',
  'background',
  'poster',
  'data',
  'longdesc',
  'manifest',
]);
/** Attributes of a drawing that may name something by url(). */
const PAINT: ReadonlySet<string> = new Set([
  'fill',
  'stroke',
  'filter',
  'mask',
  'clip-path',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
  'cursor',
]);
