// Characters that no font can draw: a sign is printed in the place of each, and the author hears where.
import { packagesFor } from '../../fonts/fallback-fonts.js';
import { finding, type Finding } from '../../model/finding.js';
import type { Composition } from '../../model/edition.js';
import type { ElementNode, Flow } from '../../model/flow.js';
import type { Span } from '../../model/source-span.js';

/** Findings: GLYPH-001, one for each block of the manuscript that shows a sign instead of a character. */
export function checkGlyphs({
  parts,
  metadata,
}: Pick<Composition, 'parts' | 'metadata'>): readonly Finding[] {
  const told = new Set<string>();
  const found = parts.flatMap(({ flow, language = metadata.language }) =>
    [...replacedIn(flow)].flatMap(([at, clusters]) => {
      if (at === undefined) return [];
      for (const one of clusters) told.add(one);
      return [tell(clusters, { language, at })];
    }),
  );
  const everywhere = parts.flatMap(({ flow }) => [...replacedIn(flow).values()].flat());
  const others = [...new Set(everywhere)].filter((one) => !told.has(one));
  return others.length === 0 ? found : [...found, tell(others, { language: metadata.language })];
}

/** By the place of their block; undefined for what a template wrote. */
function replacedIn(flow: Flow): ReadonlyMap<Span | undefined, readonly string[]> {
  const found = new Map<Span | undefined, string[]>();
  const walk = (nodes: Flow, at: Span | undefined): void => {
    for (const node of nodes) {
      if (node.type === 'text') continue;
      const place = placeOf(node) ?? at;
      if (node.replaces === undefined) walk(node.children, place);
      else found.set(place, [...(found.get(place) ?? []), node.replaces]);
    }
  };
  walk(flow, undefined);
  return found;
}

function placeOf({ block, at }: ElementNode): Span | undefined {
  return block === undefined ? undefined : at;
}

function tell(clusters: readonly string[], { language, at }: { language: string; at?: Span }): Finding {
  const missing = [...new Set(clusters)];
  const count = clusters.length;
  return finding('GLYPH-001', {
    message:
      `No font has ${named(missing)}: ` +
      `${count === 1 ? 'it is' : `${count} characters are`} printed as \uFFFD.`,
    ...(at === undefined ? {} : { at }),
    hint: hintFor(missing, language),
  });
}

function hintFor(missing: readonly string[], language: string): string {
  const packages = [...new Set(missing.flatMap((one) => packagesFor(one, language).slice(0, 1)))];
  return packages.length === 0
    ? 'Name a font that has it in book.yml: "fonts: { fallback: fonts/Name-Regular.ttf }".'
    : `Run "npm install ${packages.join(' ')}" in the book's folder: Foldmark then finds the font by ` +
        'itself.';
}

const NAMED = 8;

function named(missing: readonly string[]): string {
  const shown = missing.slice(0, NAMED).map((cluster) => `${cluster} (${pointsOf(cluster)})`);
  return `${shown.join(', ')}${missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''}`;
}

function pointsOf(cluster: string): string {
  return [...cluster]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
