// The line setter: gives every paragraph its lines, so that Paged.js only breaks between elements and no word
// space is left to chance.
import { factOf, leftFact } from '../../../layout/lines/line-facts.js';
import { fitRequested, fitsBeside, type LineFit } from '../../../layout/lines/total-fit.js';
import { readWords } from '../../../layout/lines/break-opportunities.js';
import type { LineReport, ParagraphFact } from '../../../model/line-report.js';
import { nowDoing } from '../pages/report-progress.js';
import { floatsBeside } from './floats.js';
import { findParagraphs } from './find-paragraphs.js';
import { readParagraph, type ReadParagraph } from './read-paragraph.js';
import { adoptSheet } from './line-styles.js';
import { measuredPieces, measureTexts } from './text-widths.js';
import { writeLines } from './write-lines.js';

export interface LineOptions {
  /**
   * Lines more (or fewer) than the best division, by `data-block`; a paragraph's own `--looseness` counts
   * where none is given.
   */
  readonly looseness?: Readonly<Record<string, number>>;
}

/**
 * Sets the lines of every paragraph below `root` that its styles give to the line setter (see `find.ts`).
 * `root` must stand in the document, as wide as it will be on the page, with its styles in force and its
 * fonts loaded.
 *
 * Each line becomes `<span class="line" data-line="2" data-lines="7">`, a block; a line that ends in an added
 * hyphen has the class `line-hyphen` and draws the hyphen as generated content, so that the text stays the
 * author's.
 *
 * @public
 */
export function setLines(root: ParentNode & Node, options: LineOptions = {}): LineReport {
  return { paragraphs: setParagraphs(root, options).map(({ fact }) => fact) };
}

/** A paragraph that may be set again, in another number of lines. */
export interface SettableParagraph {
  readonly element: HTMLElement;
  readonly fact: ParagraphFact;
  /** How it is set; undefined when the browser breaks the lines. */
  readonly fit: LineFit | undefined;
  /**
   * The ways to set it in a line more or less; none when the browser breaks the lines, or the author chose.
   */
  readonly others: () => readonly LineFit[];
  readonly again: (fit: LineFit) => ParagraphFact;
}

/** `setLines`, for who wants to choose among the divisions. */
export function setParagraphs(
  root: ParentNode & Node,
  options: LineOptions = {},
): readonly SettableParagraph[] {
  adoptSheet(document);
  keepWordsWhole(root);
  const isBeside = floatsBeside(root);
  const read = findParagraphs(root)
    .map(readParagraph)
    .map((paragraph) =>
      paragraph.trouble === undefined && isBeside(paragraph.element)
        ? { ...paragraph, trouble: 'something floats beside it' }
        : paragraph,
    );
  const ready = read.map((paragraph) => ({
    paragraph,
    words: paragraph.trouble ? undefined : readWords(paragraph.items),
  }));
  measureTexts(ready.flatMap(({ paragraph, words }) => (words ? [{ words, face: paragraph.face }] : [])));
  return ready.map(({ paragraph, words }, index) => {
    if (index % SAID_EACH === 0) nowDoing('setting the lines of');
    return words ? setParagraph(paragraph, words, options) : left(paragraph, paragraph.trouble ?? '');
  });
}

/** Paragraphs between two signs of life. */
const SAID_EACH = 500;

function setParagraph(
  paragraph: ReadParagraph,
  words: ReturnType<typeof readWords>,
  options: LineOptions,
): SettableParagraph {
  const pieces = measuredPieces({ words, face: paragraph.face });
  if (pieces.length === 0) return left(paragraph, 'it has no words');
  const text = { pieces, shapes: paragraph.shapes, em: paragraph.em, indent: paragraph.about.indent };
  const looseness = options.looseness?.[paragraph.about.block ?? ''] ?? paragraph.looseness;
  const asked = fitRequested(text, paragraph.setting, looseness);
  if (!asked) return left(paragraph, 'a word or image is wider than the line');
  const again = (fit: LineFit): ParagraphFact => {
    writeLines({ paragraph, fragments: words.words.flat(), fit });
    return factOf({
      about: paragraph.about,
      words,
      pieces,
      fits: asked.fits,
      fit,
      em: paragraph.em,
      shapes: paragraph.shapes,
    });
  };
  const others = once(() =>
    looseness === 0 ? fitsBeside(text, paragraph.setting, asked.fit.lines.length) : [],
  );
  return { element: paragraph.element, fact: again(asked.fit), fit: asked.fit, others, again };
}

/** They cost as much as the lines did, and only part of the paragraphs are asked. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function left({ element, about }: ReadParagraph, reason: string): SettableParagraph {
  const fact = leftFact(about, reason);
  return { element, fact, fit: undefined, others: () => [], again: () => fact };
}

// Words that their style keeps whole: soft hyphens are taken out of text with `hyphens: none`, so that the
// line setter breaks no word at them, letters on both sides of one join into a ligature again, and nobody
// copies them.

/** To be called before lines are measured. */
function keepWordsWhole(root: ParentNode & Node): void {
  const keeps = new Map<Element, boolean>();
  const isWhole = (element: Element): boolean => {
    const known = keeps.get(element) ?? getComputedStyle(element).hyphens === 'none';
    keeps.set(element, known);
    return known;
  };
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const { currentNode: text } = texts;
    if (!(text instanceof Text) || !text.data.includes(SOFT_HYPHEN) || text.parentElement === null) continue;
    if (isWhole(text.parentElement)) text.data = text.data.replaceAll(SOFT_HYPHEN, '');
  }
}

const SOFT_HYPHEN = '\u00AD';
