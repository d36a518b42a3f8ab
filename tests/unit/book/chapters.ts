// Small chapters for tests: only what a test says is there.
import { USUAL_IMPOSITION } from '../../../src/model/imposition.js';
import type { Chapter, Manuscript } from '../../../src/model/book.js';
import type { BookConfig } from '../../../src/model/settings.js';
import type { CastMember, Mention } from '../../../src/model/cast.js';
import { element, text, type ElementNode, type Flow } from '../../../src/model/flow.js';

export const METADATA = {
  title: 'Io',
  contributors: [{ name: 'Jane Doe', role: 'aut' }],
  language: 'en-GB',
  direction: 'ltr',
  subjects: [],
  seed: 'io',
  isbn: {},
  cover: {},
  accessibility: {},
  custom: {},
} as const;

export const CONFIG: BookConfig = {
  name: 'io',
  metadata: METADATA,
  theme: 'plain',
  variables: {},
  order: { front: [], back: [] },
  numbering: { chapter: 'arabic', part: 'roman' },
  cast: { file: 'cast.yml', find: 'marked' },
  typography: { quotes: ['‘', '’', '“', '”'], hyphenate: true },
  print: { bleed: 3, marks: false },
  epub: { fonts: 'subset', tocDepth: 2, stores: ['generic'] },
  imposition: USUAL_IMPOSITION,
  coverWrap: { stock: 'offset-90' },
  editions: ['print', 'screen', 'epub'],
};

/** A numbered chapter of the body whose file is `<id>.md`. */
export function chapter(id: string, said: Partial<Chapter> = {}): Chapter {
  return {
    id,
    role: 'body',
    kind: 'chapter',
    title: [text(id)],
    numbered: true,
    listed: true,
    classes: [],
    flow: [],
    notes: [],
    headings: [],
    figures: [],
    mentions: [],
    at: { path: `${id}.md`, line: 1 },
    ...said,
  };
}

/** A section that a template alone makes. */
export function section(
  kind: 'cover' | 'contents' | 'cast' | 'title-page' | 'blank',
  said: Partial<Chapter> = {},
): Chapter {
  const { at: _, ...made } = chapter(kind, {
    kind,
    role: kind === 'cast' ? 'back' : 'front',
    title: [],
    numbered: false,
    listed: kind === 'cast',
  });
  return { ...made, ...said };
}

export function manuscript(chapters: readonly Chapter[], cast: readonly CastMember[] = []): Manuscript {
  return { metadata: METADATA, cast, chapters };
}

export function link(target: string, said: Flow = [], line = 3): ElementNode {
  return { ...element('fm-ref', { target }, said), at: { path: 'air.md', line, column: 5 } };
}

export function member(id: string, said: Partial<CastMember> = {}): CastMember {
  return { id, name: id, aliases: [], spoiler: false, at: { path: 'cast.yml', line: 4 }, ...said };
}

export function mention(cast: string, count: number, chapterId: string): Mention {
  return { cast, anchor: `m-${cast}-${count}`, chapter: chapterId, at: { path: `${chapterId}.md`, line: 3 } };
}
