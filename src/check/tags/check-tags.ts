// The reading structure of a file for screens: whole, in its pages' order, and with the words that its
// elements need. What is asked for is in ISO 32000-1, 14.8 and ISO 14289-1, 7; it is a part of PDF/UA and no
// proof of it.
import { finding, type Finding } from '../../model/finding.js';
import type { TagElement, TagFacts, TagKid } from '../../pdf/tags/tag-facts.js';

export interface TaggedFile {
  /** The file's name, for the findings. */
  readonly file: string;
  readonly facts: TagFacts;
}

/** Findings TAG-001 to TAG-003. */
export function checkTags({ file, facts: { top, pages, missing } }: TaggedFile): readonly Finding[] {
  const say = (code: 'TAG-001' | 'TAG-002' | 'TAG-003', message: string, page?: number): Finding =>
    finding(code, {
      message,
      seen: { artifact: file, ...(page === undefined ? {} : { page: String(page + 1) }) },
    });
  if (!top) return [say('TAG-003', 'The file has no reading structure.')];
  return [
    ...(missing.length === 0 ? [] : [say('TAG-003', `The file has no ${missing.join(', no ')}.`)]),
    ...pages.flatMap(({ unmarked, astray, looseLinks, silentLinks }, page) => [
      ...(unmarked === 0
        ? []
        : [
            say(
              'TAG-001',
              `${unmarked} things are painted that belong to no element and are no artifacts.`,
              page,
            ),
          ]),
      ...(astray.length === 0
        ? []
        : [
            say(
              'TAG-001',
              `The marks ${astray.join(', ')} are the page's or the structure's, and not both.`,
              page,
            ),
          ]),
      ...(looseLinks === 0 ? [] : [say('TAG-001', `${looseLinks} links belong to no element.`, page)]),
      ...(silentLinks === 0
        ? []
        : [say('TAG-002', `${silentLinks} links do not say where they lead.`, page)]),
    ]),
    ...[...new Set(faultsIn(top))].map((fault) => say('TAG-002', fault)),
  ];
}

/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const KNOWN = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Caption',
  'TOC',
  'TOCI',
  'Index',
  'NonStruct',
  'Private',
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'THead',
  'TBody',
  'TFoot',
  'Span',
  'Quote',
  'Note',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Figure',
  'Formula',
  'Form',
]);

/** What each may hold, where it may not hold everything. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
const GROUPS = new Set(['Document', 'Sect', 'Div', 'BlockQuote', 'Art']);

function faultsIn(element: TagElement): readonly string[] {
  const { role, alt = '', id, attributes, kids } = element;
  const allowed = HOLDS[role];
  const strange = kids
    .filter((kid) => (allowed ? !allowed.includes(kindOf(kid)) : GROUPS.has(role) && kid.kind === 'mark'))
    .map(kindOf);
  return [
    ...(KNOWN.has(role) ? [] : [`${role} is no element of PDF 1.7.`]),
    ...(role === 'Figure' && alt === '' ? ['A figure has no description.'] : []),
    ...(role === 'Note' && id === undefined ? ['A note has no name.'] : []),
    ...(role === 'TH' && !String(attributes).includes('/Scope')
      ? ['A header cell does not say which cells it heads.']
      : []),
    ...strange.map((kind) => `${role} holds ${kind}.`),
    ...kids.flatMap((kid) => (kid.kind === 'element' ? faultsIn(kid) : [])),
  ];
}

function kindOf(kid: TagKid): string {
  return kid.kind === 'element' ? kid.role : kid.kind === 'mark' ? 'text' : 'a link';
}
