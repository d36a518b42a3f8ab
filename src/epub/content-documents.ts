// Cuts a composition into leaves: one file a part, the cover as a picture page, no blank pages, print pages
// marked.
import { partFiles } from '../edition/part-file-names.js';
import type { PageMap } from '../model/artifact.js';
import type { Composition, Part } from '../model/edition.js';
import { type Flow, mapFlow, type ElementNode } from '../model/flow.js';
import { coverFlow } from './cover-page.js';
import type { ContentDocument } from './content-document.js';
import { markPages } from './page-markers.js';
import { pageBreaks } from './page-breaks.js';
import { packageWordsFor } from './package-words.js';
import { pathOf } from './package-names.js';

export interface CutOrder {
  readonly composition: Composition;
  readonly pages: PageMap | undefined;
  /** The cover picture's name in the package. */
  readonly cover: string | undefined;
  /** What the package calls the composition's resources. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The leaves in reading order. A composition without a cover part gets a cover page when there is a picture.
 */
export function cutDocuments({ composition, pages, cover, names }: CutOrder): readonly ContentDocument[] {
  const { parts, metadata } = composition;
  const files = partFiles(parts.map(({ id }) => id));
  const leaves = parts
    .filter(({ kind }) => kind !== 'blank')
    .map((part): ContentDocument => ({
      part: part.id,
      kind: part.kind,
      role: part.role,
      file: files.get(part.id) ?? '',
      title: part.title,
      language: part.language ?? metadata.language,
      flow: flowOf(part, composition, cover),
    }));
  const bound =
    cover === undefined || leaves.some(({ kind }) => kind === 'cover')
      ? leaves
      : [coverLeaf(composition, cover), ...leaves];
  const breaks = pages === undefined ? [] : pageBreaks(pages, bound);
  return bound.map((leaf) => ({
    ...leaf,
    flow: prepareFlow(
      markPages(
        leaf.flow,
        breaks.filter(({ start }) => start.part === leaf.part),
      ),
      names,
    ),
  }));
}

function flowOf(part: Part, { metadata }: Composition, cover: string | undefined): Flow {
  return part.kind === 'cover' && cover !== undefined ? coverFlow(part.id, cover, metadata) : part.flow;
}

function coverLeaf({ metadata }: Composition, cover: string): ContentDocument {
  const title = packageWordsFor(metadata.language).cover;
  return {
    part: 'cover',
    kind: 'cover',
    role: 'front',
    file: 'cover.xhtml',
    title,
    language: metadata.language,
    flow: coverFlow('cover', cover, metadata),
  };
}

// Dresses a flow for the package: what the press adds to the edition's XHTML so that readers and checkers
// agree on it.

/**
 * Renames pictures as the package names them, states every language twice (HTML's way and XML's way),
 * gives header cells their scope, and takes off the marks that only the press reads.
 */
export function prepareFlow(flow: Flow, names: ReadonlyMap<string, string>): Flow {
  return mapFlow(scoped(flow), (node) =>
    node.type === 'text' ? node : { ...bare(node), attributes: attributesOf(node, names) },
  );
}

function bare(node: ElementNode): ElementNode {
  const { block: _block, at: _at, ...rest } = node;
  return rest;
}

function attributesOf(node: ElementNode, names: ReadonlyMap<string, string>): ElementNode['attributes'] {
  const { 'data-block': _block, ...kept } = asSvgOneOne(node);
  const source = kept['src'];
  const language = kept['lang'] ?? kept['xml:lang'];
  return {
    ...kept,
    ...(source === undefined ? {} : { src: names.get(pathOf(source)) ?? source }),
    ...(language === undefined ? {} : { lang: language, 'xml:lang': language }),
  };
}

/** In a head a th heads its column, elsewhere its row. */
function scoped(flow: Flow, scope: 'col' | 'row' = 'row'): Flow {
  return flow.map((node) => {
    if (node.type === 'text') return node;
    const children = scoped(
      node.children,
      node.tag === 'thead' ? 'col' : node.tag === 'table' ? 'row' : scope,
    );
    if (node.tag !== 'th' || 'scope' in node.attributes) return { ...node, children };
    return { ...node, children, attributes: { ...node.attributes, scope } };
  });
}

// Drawings in the text as every reading system takes them: SVG 1.1, which stores' older checkers hold the
// package to.

/**
 * SVG 2 lets any shape say how long its outline counts (`pathLength`), so that dashes can be written in
 * degrees; SVG 1.1 knows it on paths alone. A circle's dashes are counted out in its own units; elsewhere the
 * attribute goes.
 *
 * Source: SVG 1.1 section 8.4, SVG 2 section 9.6.1; EPUBCheck 4.2.6 calls it an error.
 */
function asSvgOneOne(node: ElementNode): ElementNode['attributes'] {
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
