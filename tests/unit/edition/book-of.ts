// A book in memory, read and composed with Foldmark's own templates and styles: what its author is told, and
// what both editions hold.
import { assembleBook } from '../../../src/book/assemble-book.js';
import { readConfig } from '../../../src/config/index.js';
import { composeEbook, composePrint } from '../../../src/edition/compose-edition.js';
import { serialiseXhtml } from '../../../src/edition/xhtml.js';
import { readManuscript } from '../../../src/manuscript/read-manuscript.js';
import type { Composition } from '../../../src/model/edition.js';
import type { Finding, Outcome } from '../../../src/model/finding.js';
import type { World } from '../../../src/model/world.js';
import { openWorld } from '../../../src/pipeline/world-files.js';
import { worldOf } from './worlds.js';

export interface ComposedBook {
  readonly print: Composition;
  readonly ebook: Composition;
  /** `CODE:line message` of every finding, once. */
  readonly told: readonly string[];
  readonly findings: readonly Finding[];
  /** The first chapter's XHTML. */
  readonly shown: { readonly print: string; readonly ebook: string };
  readonly world: World;
}

/** `files`: beside a book.yml; `01.md` is the chapter. */
export function bookOf(files: Readonly<Record<string, Uint8Array | string>>): ComposedBook {
  const found: Finding[] = [];
  const take = <T>({ value, diagnostics }: Outcome<T>): T => {
    found.push(...diagnostics);
    return value;
  };
  const own = openWorld({ folder: import.meta.dirname });
  const world: World = { ...own, book: worldOf({ 'book.yml': 'title: Book\n', ...files }).book };
  const config = take(readConfig(world, { folder: 'book' }));
  if (config === undefined) throw new Error(found.map(({ message }) => message).join('\n'));
  const book = take(assembleBook({ manuscript: take(readManuscript({ world, config, cast: [] })), config }));
  const [print, ebook] = [composePrint({ book, config, world }), composeEbook({ book, config, world })];
  found.push(...print.diagnostics, ...ebook.diagnostics);
  const findings = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  return {
    print: print.value,
    ebook: ebook.value,
    findings,
    told: findings.map(({ code, at, message }) => `${code}:${at?.line ?? ''} ${message}`),
    shown: { print: chapterOf(print.value), ebook: chapterOf(ebook.value) },
    world,
  };
}

/** The rules behind the sizes of its images. */
export function sizesOf({ styles }: Composition): string {
  return styles.find(({ name }) => name === 'image-sizes.css')?.css ?? '';
}

function chapterOf({ parts }: Composition): string {
  return serialiseXhtml(parts.find(({ kind }) => kind === 'chapter')?.flow ?? [], { blocks: 'dropped' });
}
