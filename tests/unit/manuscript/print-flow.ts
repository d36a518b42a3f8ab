// Flows as text that people can read and compare: an element a line, words on the line of the block that
// holds them.
import type { Chapter, Manuscript } from '../../../src/model/book.js';
import { textOf, type ElementNode, type Flow } from '../../../src/model/flow.js';

/** Every chapter with all that was found in it. */
export function printManuscript(manuscript: Manuscript): string {
  return manuscript.chapters.map(printChapter).join('');
}

function printChapter(chapter: Chapter): string {
  const facts = [
    chapter.kind,
    chapter.role,
    ...(chapter.numbered ? ['numbered'] : []),
    ...(chapter.listed ? ['listed'] : []),
    ...(chapter.part === undefined ? [] : [`part=${chapter.part}`]),
    ...(chapter.language === undefined ? [] : [`language=${chapter.language}`]),
    ...(chapter.shortTitle === undefined ? [] : [`short=${chapter.shortTitle}`]),
    ...chapter.classes.map((name) => `.${name}`),
    ...(chapter.at ? [`at ${chapter.at.line}`] : []),
  ];
  return [
    `== ${chapter.id} (${facts.join(' ')}) ${inline(chapter.title)}`.trimEnd(),
    ...lines(chapter.flow, 0),
    ...chapter.notes.flatMap((note) => [
      `-- note ${note.number} ${note.id} at ${note.at.line}`,
      ...lines(note.flow, 0),
    ]),
    ...chapter.headings.map(
      (heading) => `-- heading ${heading.level} #${heading.anchor} ${inline(heading.title)}`,
    ),
    ...chapter.figures.map(
      (figure) => `-- image #${figure.anchor} ${figure.image} "${figure.alt}" at ${place(figure)}`,
    ),
    ...chapter.mentions.map((mention) => `-- mention #${mention.anchor} at ${place(mention)}`),
    '',
  ].join('\n');
}

function place({ at }: { at: { line: number; column?: number } }): string {
  return at.column === undefined ? `${at.line}` : `${at.line}:${at.column}`;
}

function lines(flow: Flow, depth: number): readonly string[] {
  return flow.flatMap((node) => {
    const indent = '  '.repeat(depth);
    if (node.type === 'text')
      return node.value.trim() === '' ? [] : [`${indent}${JSON.stringify(node.value)}`];
    if (!holdsElementsOnly(node)) return [`${indent}${open(node)}${inline(node.children)}${close(node)}`];
    return [`${indent}${open(node)}`, ...lines(node.children, depth + 1), `${indent}${close(node)}`];
  });
}

function holdsElementsOnly(node: ElementNode): boolean {
  return (
    node.block === undefined &&
    node.children.some((child) => child.type === 'element') &&
    textOf(node.children.filter((child) => child.type === 'text')).trim() === ''
  );
}

function inline(flow: Flow): string {
  return flow
    .map((node) =>
      node.type === 'text' ? visible(node.value) : `${open(node)}${inline(node.children)}${close(node)}`,
    )
    .join('');
}

function open(node: ElementNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${visible(value)}"`)
    .join('');
  const marks = [
    ...(node.at ? [place({ at: node.at })] : []),
    ...(node.block === undefined ? [] : [node.block]),
  ].join(' ');
  return `<${node.tag}${attributes}${marks === '' ? '' : ` |${marks}`}>`;
}

function close(node: ElementNode): string {
  return node.children.length === 0 ? '' : `</${node.tag}>`;
}

function visible(text: string): string {
  return text
    .replace(/\n/g, '⏎')
    .replace(/\u00a0/g, '⍽')
    .replace(/\u202f/g, '⎵');
}
