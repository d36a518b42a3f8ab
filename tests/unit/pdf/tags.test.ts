// The reading structure mended: what the browser makes goes in, what a reader's voice is given comes out.
import { PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkTags } from '../../../src/check/tags/check-tags.js';
import { readTagFacts } from '../../../src/pdf/tags/tag-facts.js';
import { markArtifacts, marksIn, speakingMarks } from '../../../src/pdf/tags/marked-content.js';
import { repairTags } from '../../../src/pdf/tags/repair-tags.js';
import { writeTags, type TagElement, type TagKid } from '../../../src/pdf/tags/structure-tree.js';

const PAGES = [PDFRef.of(1), PDFRef.of(2)] as const;
const LINK = PDFRef.of(9);
/** Marks of the second page are counted from 100. Mark 99 says nothing. */
const mark = (number: number): TagKid => ({ kind: 'mark', page: PAGES[number >= 100 ? 1 : 0], mark: number });
const el = (role: string, ...kids: (TagKid | number)[]): TagElement => ({
  kind: 'element',
  role,
  kids: kids.map((kid) => (typeof kid === 'number' ? mark(kid) : kid)),
});
const told = (words: string, ...kids: (TagKid | number)[]): TagElement => ({
  ...el('Figure', ...kids),
  alt: `foldmark:is ${words}`,
});
const link = (...kids: (TagKid | number)[]): TagElement => ({
  ...el('Link', ...kids),
  kids: [...el('Link', ...kids).kids, { kind: 'object', page: PAGES[0], object: LINK }],
});

const mend = (...kids: (TagKid | number)[]): string =>
  shown(
    repairTags(el('Document', ...kids), {
      speaks: (kid) => kid.mark !== 99,
      targetOf: (kid) => (kid.kind === 'object' ? 'note-1' : undefined),
    }),
  );

function shown(kid: TagKid): string {
  if (kid.kind === 'mark') return String(kid.mark);
  if (kid.kind === 'object') return 'link';
  return `${kid.role}${kid.alt ? `'${kid.alt}'` : ''}(${kid.kids.map(shown).join(' ')})`;
}

describe('the reading structure', () => {
  test("loses the browser's wrappers and keeps paragraphs, headings and their order", () => {
    expect(
      mend(
        el(
          'NonStruct',
          el(
            'NonStruct',
            el('H1', el('NonStruct', 1)),
            el('P', el('NonStruct', 2), el('Em', el('NonStruct', 3)), el('NonStruct', 4)),
          ),
        ),
      ),
    ).toBe('Document(H1(1) P(2 Span(3) 4))');
  });

  test('joins a paragraph and a section that go on on the next page', () => {
    expect(
      mend(
        el('NonStruct', told('Sect one-0', el('P', 1), told('P one-7', 2))),
        el('NonStruct', told('Sect one-0', told('P one-7', 102), el('P', 103))),
      ),
    ).toBe('Document(Sect(P(1) P(2 102) P(103)))');
  });

  test('reads a note where it is called, whole, though its end stands on the next page', () => {
    const call = el('P', 1, link(2), 3);
    expect(
      mend(
        told('Sect one-0', call),
        told('Note one-4 note-1', told('Lbl', 4), 5),
        told('Sect one-0', el('P', 101)),
        told('Note one-4', 102),
      ),
    ).toBe('Document(Sect(P(1 Reference(Link(2 link)) Note(Lbl(4) 5 102) 3) P(101)))');
  });

  test('keeps a note that nothing calls', () => {
    expect(mend(el('P', 1), told('Note one-4 elsewhere', 2))).toBe('Document(P(1) P(Note(2)))');
  });

  test('gives a picture its description and reads its caption besides', () => {
    const picture = { ...el('Figure', 99), alt: 'A hill' };
    expect(mend({ ...el('Figure', picture, el('Caption', 2)), alt: 'The hill' })).toBe(
      "Document(Div(Figure'A hill'(99) Caption(2)))",
    );
  });

  test('leaves decoration out: grounds, rules, pictures without a description', () => {
    expect(mend(99, el('NonStruct', 99), el('Figure', 1), el('P', 2))).toBe('Document(P(2))');
  });

  test('gives list items bodies', () => {
    expect(mend(el('L', el('LI', el('Lbl', 1), el('NonStruct', 2)), el('LI', el('P', 3))))).toBe(
      'Document(L(LI(Lbl(1) LBody(2)) LI(LBody(P(3)))))',
    );
  });

  test('makes paragraphs of text that stands in none, one for each element that held it', () => {
    expect(
      mend(
        told(
          'Sect one-0',
          el('NonStruct', el('NonStruct', 1), el('NonStruct', 2)),
          el('NonStruct', el('NonStruct', 3), el('NonStruct', 4)),
        ),
      ),
    ).toBe('Document(Sect(P(1 2) P(3 4)))');
  });

  test('keeps empty cells', () => {
    expect(mend(el('Table', el('TR', el('TD', 1), el('TD'))))).toBe('Document(Table(TR(TD(1) TD())))');
  });
});

describe('what is painted', () => {
  test('under no mark becomes an artifact, a text as a whole, a path from its beginning', () => {
    expect(markArtifacts('q 0 0 9 9 re W n 1 g 1 1 m 2 2 l S Q BT /F 1 Tf (x) Tj ET', new Map())).toBe(
      'q 0 0 9 9 re W n 1 g /Artifact BMC 1 1 m 2 2 l S EMC Q /Artifact BMC BT /F 1 Tf (x) Tj ET EMC',
    );
  });

  test("under the mark of an element is named as the element, under another's is an artifact", () => {
    expect(
      markArtifacts(
        '/NonStruct <</MCID 0 >>BDC BT (x) Tj ET EMC /NonStruct <</MCID 1 >>BDC 0 0 1 1 re f EMC',
        new Map([[0, 'P']]),
      ),
    ).toBe('/P <</MCID 0>> BDC BT (x) Tj ET EMC /Artifact BMC 0 0 1 1 re f EMC');
  });

  test('in a text that is marked inside stays where it is, its loose letters become artifacts', () => {
    const after = markArtifacts('BT (a) Tj /P <</MCID 0 >>BDC (b) Tj EMC ET', new Map([[0, 'P']]));
    expect(after).toBe('BT /Artifact BMC (a) Tj EMC /P <</MCID 0>> BDC (b) Tj EMC ET');
    expect(marksIn(after)).toEqual({ present: new Set([0]), unmarked: 0 });
  });

  test('says something where there are letters', async () => {
    const page = (await PDFDocument.create()).addPage();
    expect(
      speakingMarks(
        '/P <</MCID 0 >>BDC 0 0 1 1 re f EMC /P <</MCID 1 >>BDC /Span <</ActualText (fi)>> BDC (x) Tj ' +
          'EMC EMC',
        page,
      ),
    ).toEqual(new Set([1]));
  });
});

describe('the check of a tagged file', () => {
  const file = async (top: (page: PDFRef) => TagElement, content: string): Promise<readonly string[]> => {
    const doc = await PDFDocument.create({ updateMetadata: false });
    const page = doc.addPage();
    page.node.set(PDFName.of('StructParents'), doc.context.obj(0));
    page.node.set(PDFName.of('Contents'), doc.context.register(doc.context.flateStream(content)));
    doc.setTitle('x', { showInWindowTitleBar: true });
    doc.setLanguage('en');
    doc.catalog.set(PDFName.of('MarkInfo'), doc.context.obj({ Marked: true }));
    doc.catalog.set(PDFName.of('Metadata'), doc.context.register(doc.context.stream('x')));
    writeTags(doc, top(page.ref));
    return checkTags({ file: 'x.pdf', facts: await readTagFacts(await doc.save()) }).map(
      ({ code, message }) => `${code} ${message}`,
    );
  };
  const GOOD = '/P <</MCID 0>> BDC (x) Tj EMC /Artifact BMC 0 0 1 1 re f EMC';
  const on = (page: PDFRef): TagKid => ({ kind: 'mark', page, mark: 0 });

  test('lets a sound one pass', async () => {
    expect(await file((page) => el('Document', el('P', on(page))), GOOD)).toEqual([]);
  });

  test.each<[string, (page: PDFRef) => TagElement, string, string]>([
    [
      'paint outside of the structure',
      (page) => el('Document', el('P', on(page))),
      `${GOOD} 0 0 1 1 re f`,
      'TAG-001 1 things are painted that belong to no element and are no artifacts.',
    ],
    [
      'a mark of no element',
      (page) => el('Document', el('P', on(page))),
      `${GOOD} /P <</MCID 1>> BDC (y) Tj EMC`,
      "TAG-001 The marks 1 are the page's or the structure's, and not both.",
    ],
    [
      'a figure without a description',
      (page) => el('Document', el('Figure', on(page))),
      GOOD,
      'TAG-002 A figure has no description.',
    ],
    [
      'a note without a name',
      (page) => el('Document', el('P', el('Note', on(page)))),
      GOOD,
      'TAG-002 A note has no name.',
    ],
    [
      'a list of paragraphs',
      (page) => el('Document', el('L', el('P', on(page)))),
      GOOD,
      'TAG-002 L holds P.',
    ],
    [
      'a header cell without a scope',
      (page) => el('Document', el('Table', el('TR', el('TH', on(page))))),
      GOOD,
      'TAG-002 A header cell does not say which cells it heads.',
    ],
    ['text in no paragraph', (page) => el('Document', on(page)), GOOD, 'TAG-002 Document holds text.'],
    [
      'a name that PDF 1.7 does not know',
      (page) => el('Document', el('Aside', on(page))),
      GOOD,
      'TAG-002 Aside is no element of PDF 1.7.',
    ],
  ])('tells of %s', async (_, top, content, said) => {
    expect(await file(top, content)).toEqual([said]);
  });
});
