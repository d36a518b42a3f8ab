// What is checked of finished files before any of them is published: that nothing is lost, and each format's
// rules.
import { EDITIONS } from '../model/media.js';
import { checkComposed } from '../check/conservation/composed-words.js';
import { epubWords } from '../check/conservation/epub-words.js';
import { pdfWords } from '../check/conservation/pdf-words.js';
import { checkShown } from '../check/conservation/shown-words.js';
import { checkWordSpaces } from '../check/conservation/word-spaces.js';
import { checkFinished } from '../check/page/finished-pages.js';
import { checkPrint } from '../check/preflight/preflight.js';
import { checkGlyphs } from '../check/glyphs/missing-glyphs.js';
import { checkParity } from '../check/parity/check-parity.js';
import { checkTags } from '../check/tags/check-tags.js';
import { partFiles } from '../edition/part-file-names.js';
import { styleWords } from '../edition/styles/generated-content.js';
import type { Artifact, PageMap } from '../model/artifact.js';
import type { Book } from '../model/book.js';
import type { Finding } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import { elementsOf, type BlockId } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import type { ExpectedWords } from '../model/expected-words.js';
import type { Cache } from '../cache/cache.js';
import { composedWords } from '../pagination/expected-words.js';
import { readFacts } from '../pdf/read/pdf-facts.js';
import { readTagFacts } from '../pdf/tags/tag-facts.js';
import { readLetterGaps } from '../pdf/read/letter-gaps.js';
import { readPdfText } from '../pdf/read/pdf-text.js';
import type { Clock } from './clock.js';
import type { Compositions } from './compose-editions.js';
import { checkEbookFile } from './epub-check-worker.js';
import { atOwnStyles } from './packed-styles.js';
import { pause } from './cancellation.js';
import { decodeImage } from '../edition/resources/decode-image.js';
import { slug } from '../manuscript/slugs.js';
import { readPhotograph } from '../images/jpeg/validate-jpeg.js';
import type { BookImage } from '../check/preflight/preflight-input.js';

/**
 * What is checked of what was composed, before anything of it is finished; check by check, for who has other
 * things to do between them.
 */
export function compositionChecks(
  book: Book,
  { print, ebook }: Compositions,
): readonly (() => readonly Finding[])[] {
  const composed = [print, ebook].flatMap((composition) =>
    composition ? [() => checkComposed({ book, composition }), () => checkGlyphs(composition)] : [],
  );
  return print && ebook
    ? [...composed, () => checkParity({ book, print, ebook, files: partsByFile(ebook) })]
    : composed;
}

function partsByFile({ parts }: Composition): ReadonlyMap<string, string> {
  return new Map([...partFiles(parts.map(({ id }) => id))].map(([part, file]) => [file, part]));
}

export interface Finished {
  readonly artifacts: readonly Artifact[];
  readonly book: Book;
  readonly compositions: Compositions;
  /** What the pages were to show, as the press said when it had laid them out. */
  readonly printed: ExpectedWords | undefined;
  /** What was read of equal pages before. */
  readonly memory?: Cache | undefined;
  /** Who counts how long each file takes. */
  readonly clock: Clock;
  /** Aborting it ends the checks. */
  readonly signal: AbortSignal;
}

/** What was pressed, before anything is published. */
export async function checkArtifacts(finished: Finished): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const artifact of finished.artifacts) {
    await pause(finished.signal);
    found.push(
      ...(await finished.clock.timeAsync(`check ${artifact.name}`, () => checkArtifact(artifact, finished))),
    );
  }
  return found;
}

/** Sheets hold the pages of the screen file, which is checked itself. */
async function checkArtifact(artifact: Artifact, finished: Finished): Promise<readonly Finding[]> {
  const { holds } = EDITIONS[artifact.edition];
  if (holds === 'documents') return checkEbook(artifact, finished);
  return holds === 'pages' ? checkPdf(artifact, finished) : [];
}

async function checkPdf(
  { name, edition, bytes, pages, profile }: Artifact,
  { artifacts, book, compositions, printed, memory, signal }: Finished,
): Promise<readonly Finding[]> {
  if (!printed || !compositions.print) throw new Error(`${name} was pressed without a composition.`);
  const painted = await readPdfText(bytes);
  await pause(signal);
  const words = pdfWords({
    pages: painted,
    folios: pages?.pages.map(({ folio }) => folio) ?? [],
    expected: printed,
  });
  const written = styleWords(compositions.print.styles);
  const lost = checkShown({
    file: name,
    expected: printed,
    ...words,
    written,
    ...(pages ? { pages: pagesByPart(pages) } : {}),
    ...sourceOf(book, compositions.print),
  });
  const isFirst = artifacts.find((one) => EDITIONS[one.edition].holds === 'pages')?.name === name;
  const seen =
    pages && isFirst
      ? checkFinished({
          artifact: name,
          ...finishedPages({ pages, painted, printed, composition: compositions.print }),
        })
      : [];
  const spaced = isFirst
    ? checkWordSpaces({
        file: name,
        pages: painted,
        gaps: await readLetterGaps(bytes, memory),
        folios: pages?.pages.map(({ folio }) => folio) ?? [],
        expected: printed,
        places: sourceOf(book, compositions.print).places,
      })
    : [];
  if (!profile)
    return edition === 'screen'
      ? [...lost, ...spaced, ...seen, ...checkTags({ file: name, facts: await readTagFacts(bytes, memory) })]
      : [...lost, ...spaced, ...seen];
  await pause(signal);
  const {
    fonts,
    metadata: { direction },
  } = compositions.print;
  return [
    ...lost,
    ...spaced,
    ...seen,
    ...checkPrint({
      file: name,
      facts: await readFacts(bytes, memory),
      texts: painted,
      profile,
      labels: pages?.pages.map(({ folio }) => folio) ?? [],
      direction,
      ...(pages ? { pictures: imagePlaces(book, compositions.print, pages) } : {}),
      families: fonts.flatMap(({ name, postscriptName }) => [
        name,
        ...(postscriptName === '' ? [] : [postscriptName]),
      ]),
    }),
  ];
}

interface Finishing {
  readonly pages: PageMap;
  readonly painted: Awaited<ReturnType<typeof readPdfText>>;
  readonly printed: ExpectedWords;
  readonly composition: Composition;
}

/** Every file is cut from one master: what holds for one holds for all. */
function finishedPages({
  pages,
  painted,
  printed,
  composition: { edition, parts },
}: Finishing): Pick<Parameters<typeof checkFinished>[0], 'pages' | 'chapterStart'> {
  const heads = new Map(parts.map(({ id, runningHead }) => [id, runningHead]));
  return {
    chapterStart: edition.medium === 'print' ? edition.chapterStart : 'next',
    pages: pages.pages.map((fact, index) => ({
      ...fact,
      texts: (painted[index]?.texts ?? []).filter(({ inside }) => inside),
      furniture: printed.furniture[index] ?? '',
      runningHead: heads.get(fact.part ?? '') ?? '',
    })),
  };
}

async function checkEbook(
  artifact: Artifact,
  { book, compositions: { ebook } }: Finished,
): Promise<readonly Finding[]> {
  if (!ebook) throw new Error(`${artifact.name} was pressed without a composition.`);
  const expected = composedWords(
    ebook.parts.filter(({ kind }) => kind !== 'cover' && kind !== 'contents' && kind !== 'blank'),
  );
  const shown = epubWords(artifact.bytes, artifact.name);
  return [
    ...checkShown({ file: artifact.name, expected, shown, ...sourceOf(book, ebook) }),
    ...atOwnStyles(await checkEbookFile(artifact), artifact.styles ?? NO_STYLES, ebook.styles),
  ];
}

const NO_STYLES = { path: '', places: [] };

function pagesByPart({ pages }: PageMap): ReadonlyMap<string, readonly [number, number]> {
  const ranges = new Map<string, readonly [number, number]>();
  for (const { part, index } of pages)
    if (part !== undefined) ranges.set(part, [ranges.get(part)?.[0] ?? index, index]);
  return ranges;
}

function sourceOf(
  book: Book,
  { parts }: Composition,
): { readonly places: ReadonlyMap<BlockId, Span>; readonly titles: Readonly<Record<string, string>> } {
  const flows = book.chapters.flatMap(({ flow, notes }) => [flow, ...notes.map((note) => note.flow)]);
  const blocks = flows.flatMap((flow) => elementsOf(flow));
  return {
    places: new Map(
      blocks.flatMap(({ block, at }) => (block !== undefined && at ? [[block, at] as const] : [])),
    ),
    titles: Object.fromEntries(parts.map(({ id, title }) => [id, title])),
  };
}

// Which of the book's pictures stands on which page: so that what is found about a picture names its file and
// its line.

/**
 * The manuscript's pictures that are made of pixels, in the order of the book. What a template or a style
 * shows is not among them.
 */
function imagePlaces(
  { chapters }: Book,
  { resources }: Composition,
  { anchors }: PageMap,
): readonly BookImage[] {
  return chapters
    .flatMap(({ figures }) => figures)
    .flatMap(({ anchor, image, at }) => {
      const page = anchors[anchor];
      const name = `images/${slug(image.replace(/^images\//, '').replace(/\.[^./]*$/, '')) || 'image'}`;
      const sizes = resources
        .filter(
          ({ href }) => href.replace(/(-\d+)?\.[^.]*$/, '') === name || href.replace(/\.[^.]*$/, '') === name,
        )
        .flatMap(({ bytes, mediaType }) => {
          const verdict =
            mediaType === 'image/svg+xml' ? undefined : decodeImage(bytes, { photograph: readPhotograph });
          return verdict && 'width' in verdict ? [{ width: verdict.width, height: verdict.height }] : [];
        });
      return page === undefined || sizes.length === 0 ? [] : [{ file: image, at, page, sizes }];
    });
}
