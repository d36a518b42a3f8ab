// What the package says of its accessibility: computed from what is in the book, conformance only on the
// author's word.
import { elementsOf, type ElementNode, type FlowNode } from '../model/flow.js';
import type { Metadata } from '../model/metadata.js';
import type { ContentDocument } from './content-document.js';
import { tag } from './package-xml.js';
import { packageWordsFor, type EpubWords } from './package-words.js';

export interface AccessFacts {
  readonly pictures: boolean;
  /** Every picture that is not decoration has an alternative text. */
  readonly described: boolean;
  readonly mathml: boolean;
  readonly pages: boolean;
  /** Something may move: an animated picture. */
  readonly motion: boolean;
}

/** Reads the facts off the leaves as they are shipped; `animated` names the pictures that move. */
export function accessFacts(leaves: readonly ContentDocument[], animated: readonly string[]): AccessFacts {
  const nodes = leaves.flatMap((leaf) => elementsOf(leaf.flow));
  const pictures = nodes
    .filter((node) => node.tag === 'img' || node.tag === 'svg')
    .filter((node) => !isDecoration(node));
  return {
    pictures: pictures.length > 0,
    described: pictures.every(isDescribed),
    mathml: nodes.some((node) => node.tag === 'math'),
    pages: nodes.some((node) => node.attributes['role'] === 'doc-pagebreak'),
    motion: nodes.some((node) => animated.includes(node.attributes['src'] ?? '')),
  };
}

/**
 * The schema.org, dcterms and a11y metadata.
 *
 * Source: EPUB Accessibility 1.1 sections 2 and 3; Schema.org Accessibility Properties for Discoverability
 * Vocabulary.
 */
export function accessibilityMetadata(metadata: Metadata, facts: AccessFacts): readonly FlowNode[] {
  const { conformsTo, certifiedBy, summary, hazards } = metadata.accessibility;
  const words = packageWordsFor(metadata.language);
  const computed = summary === undefined && words.language !== metadata.language ? words.language : undefined;
  return [
    ...modes(facts).map((mode) => meta('schema:accessMode', mode)),
    ...sufficient(facts).map((mode) => meta('schema:accessModeSufficient', mode)),
    ...features(facts).map((feature) => meta('schema:accessibilityFeature', feature)),
    ...(hazards ?? [facts.motion ? 'unknown' : 'none']).map((hazard) =>
      meta('schema:accessibilityHazard', hazard),
    ),
    meta('schema:accessibilitySummary', summary ?? summarise(facts, words), computed),
    ...(conformsTo === undefined ? [] : [meta('dcterms:conformsTo', conformsTo)]),
    ...(certifiedBy === undefined ? [] : [meta('a11y:certifiedBy', certifiedBy)]),
  ];
}

function modes(facts: AccessFacts): readonly string[] {
  return facts.pictures ? ['textual', 'visual'] : ['textual'];
}

/** Text alone is enough only where every picture is told in words. */
function sufficient(facts: AccessFacts): readonly string[] {
  if (!facts.pictures) return ['textual'];
  return facts.described ? ['textual', 'textual,visual'] : ['textual,visual'];
}

function features(facts: AccessFacts): readonly string[] {
  return [
    facts.pictures && facts.described ? 'alternativeText' : undefined,
    'ARIA',
    'displayTransformability',
    facts.mathml ? 'MathML' : undefined,
    facts.pages ? 'pageBreakMarkers' : undefined,
    facts.pages ? 'pageNavigation' : undefined,
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
  ].filter((feature) => feature !== undefined);
}

function summarise(facts: AccessFacts, words: EpubWords): string {
  const said = [
    words.summary,
    facts.pictures && facts.described ? words.summaryPictures : undefined,
    facts.pages ? words.summaryPages : undefined,
  ];
  return said.filter((sentence) => sentence !== undefined).join(' ');
}

function isDecoration(node: ElementNode): boolean {
  return (
    node.attributes['alt'] === '' ||
    node.attributes['role'] === 'presentation' ||
    node.attributes['aria-hidden'] === 'true'
  );
}

function isDescribed(node: ElementNode): boolean {
  const { alt, 'aria-label': label, 'aria-labelledby': labelledBy } = node.attributes;
  return [alt, label, labelledBy].some((words) => words !== undefined && words.trim() !== '');
}

function meta(property: string, value: string, language?: string): ElementNode {
  return tag('meta', { property, 'xml:lang': language }, value);
}
