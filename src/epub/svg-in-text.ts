// Drawings in the text as every reading system takes them: SVG 1.1, which stores' older checkers hold the
// package to.
import type { ElementNode } from '../model/flow.js';

/**
 * SVG 2 lets any shape say how long its outline counts (`pathLength`), so that dashes can be written in
 * degrees; SVG 1.1 knows it on paths alone. A circle's dashes are counted out in its own units; elsewhere the
 * attribute goes.
 *
 * Source: SVG 1.1 section 8.4, SVG 2 section 9.6.1; EPUBCheck 4.2.6 calls it an error.
 */
export function asSvgOneOne(node: ElementNode): ElementNode['attributes'] {
  const { pathLength, ...kept } = node.attributes;
  if (pathLength === undefined || node.tag === 'path') return node.attributes;
  const scale = node.tag === 'circle' ? (2 * Math.PI * Number(kept['r'])) / Number(pathLength) : 1;
  if (!Number.isFinite(scale)) return kept;
  const dashes = ['stroke-dasharray', 'stroke-dashoffset'].flatMap((name) =>
    kept[name] === undefined ? [] : [[name, scaled(kept[name], scale)] as const],
  );
  return { ...kept, ...Object.fromEntries(dashes) };
}

function scaled(lengths: string, scale: number): string {
  return lengths.replace(/[\d.]+/g, (length) => String(Math.round(Number(length) * scale * 100) / 100));
}
