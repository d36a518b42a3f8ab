// The shell of an XHTML file of the package.
import { escapeAttribute, escapeText, serialiseXhtml } from '../edition/xhtml.js';
import type { ChapterRole } from '../model/book.js';
import { elementsOf, textOf, type ElementNode, type Flow } from '../model/flow.js';
import { PACKAGE } from './package-names.js';
import { SOFT_HYPHEN } from '../shared/characters.js';

export interface XhtmlDocument {
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly role: ChapterRole;
  readonly flow: Flow;
}

/** One whole XHTML file, UTF-8, that links the package's only stylesheet. */
export function xhtmlDocument({ title, language, direction, role, flow }: XhtmlDocument): string {
  const html =
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ' +
    `lang="${escapeAttribute(language)}" xml:lang="${escapeAttribute(language)}" dir="${direction}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    `<html ${html}>`,
    '<head>',
    '<meta charset="UTF-8"/>',
    `<title>${escapeText(title)}</title>`,
    `<link rel="stylesheet" type="text/css" href="${PACKAGE.style}"/>`,
    '</head>',
    `<body epub:type="${role}matter">`,
    serialiseXhtml(flow, { blocks: 'dropped' }),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What the manifest must say of a file: `svg`, `mathml`. */
export function propertiesOf(flow: Flow): readonly string[] {
  const tags = new Set(elementsOf(flow).map((node) => node.tag));
  return [tags.has('math') ? 'mathml' : undefined, tags.has('svg') ? 'svg' : undefined].filter(
    (name) => name !== undefined,
  );
}

/** The words of a heading on one line: notes' calls and page marks left out. */
export function headingWords(node: ElementNode): string {
  return words(node).replace(/\s+/g, ' ').trim();
}

function words(node: ElementNode): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value.replaceAll(SOFT_HYPHEN, '');
      if (child.tag === 'br') return ' ';
      if (/\bnoteref\b/.test(child.attributes['epub:type'] ?? '')) return '';
      const inner = words(child);
      return isLabel(child) ? `${inner} ` : inner;
    })
    .join('');
}

/** A number or label before the title is a word of its own, whatever stands between them. */
function isLabel(node: ElementNode): boolean {
  return /\b(?:number|label)\b/.test(node.attributes['class'] ?? '') && textOf(node.children) !== '';
}
