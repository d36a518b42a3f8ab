// The headings inside a chapter: their levels, and an anchor for each.
import type { Heading } from '../model/book.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { elementsOf, mapFlow, textOf, type ElementNode, type Flow } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import { slug, uniqueNames } from './slugs.js';
import { headingLevel } from './split-chapters.js';

/** `depth`: the level of the chapter's own title in its file, so that headings below it count from 2. */
interface ChapterHeadings {
  readonly id: string;
  readonly depth: number;
}

/** Findings: TEXT-007 a role below a chapter, TEXT-010 a level is skipped, TEXT-011 a second title. */
export function nameHeadings(
  flow: Flow,
  chapter: ChapterHeadings,
): Outcome<{ flow: Flow; headings: readonly Heading[] }> {
  const diagnostics: Finding[] = [];
  const headings: Heading[] = [];
  const unique = uniqueNames();
  let above = 1;
  const quoted = headingsInside(flow);
  const named = mapFlow(flow, (node) => {
    const written = headingLevel(node);
    if (node.type === 'text' || written === Infinity) return node;
    const level = Math.min(6, Math.max(2, written - chapter.depth + 1));
    const inside = node.at !== undefined && quoted.has(node.at);
    if (!inside && written <= chapter.depth) diagnostics.push(secondTitle(node));
    else if (!inside && level > above + 1) diagnostics.push(skippedLevel(node, { level, above }));
    if (!inside) above = level;
    const anchor =
      node.attributes['id'] ?? unique(`${chapter.id}--${slug(textOf(node.children)) || 'section'}`);
    headings.push({ anchor, level, title: plainHeading(node.children), ...(inside && { listed: false }) });
    const { role, ...attributes } = node.attributes;
    if (role !== undefined) diagnostics.push(roleInside(node));
    return { ...node, tag: `h${level}`, attributes: { ...attributes, id: anchor } };
  });
  return outcome({ flow: named, headings }, diagnostics);
}

/** The places of headings in quotations, lists and tables, which are no sections of the chapter. */
function headingsInside(flow: Flow): ReadonlySet<Span> {
  const holders = elementsOf(flow).filter(({ tag }) => HOLDERS.has(tag));
  const inside = holders.flatMap(({ children }) => elementsOf(children));
  return new Set(inside.flatMap((node) => (headingLevel(node) < Infinity ? (node.at ?? []) : [])));
}

const HOLDERS: ReadonlySet<string> = new Set(['blockquote', 'li', 'dd', 'td', 'th', 'figure']);

/** A title as others repeat it: with its markup, without what can stand in one place only. */
export function plainHeading(title: Flow): Flow {
  return mapFlow(title, (node) => {
    if (node.type === 'text') return node;
    if (node.tag === 'fm-note') return [];
    if (node.tag === 'fm-mention' || node.tag === 'a') return node.children;
    const { id: _, ...attributes } = node.attributes;
    return { ...node, attributes };
  });
}

function secondTitle(node: ElementNode): Finding {
  return finding('TEXT-011', {
    message:
      `"${textOf(node.children)}" is a second title in this chapter; ` + 'it is set as a heading of level 2.',
    ...(node.at && { at: node.at }),
    hint: 'Write it with one more "#", or begin a new file with it.',
  });
}

function skippedLevel(node: ElementNode, { level, above }: { level: number; above: number }): Finding {
  return finding('TEXT-010', {
    message:
      `"${textOf(node.children)}" is a heading of level ${level}, and the one before it is of level ` +
      `${above}.`,
    ...(node.at && { at: node.at }),
    hint: `Make it a heading of level ${above + 1}.`,
  });
}

function roleInside(node: ElementNode): Finding {
  return finding('TEXT-007', {
    message: `The attribute "role" of "${textOf(node.children)}" is left out: only a chapter has one.`,
    ...(node.at && { at: node.at }),
    hint: 'Delete it, or cut the file at headings of this level with "split:" in book.yml.',
  });
}
