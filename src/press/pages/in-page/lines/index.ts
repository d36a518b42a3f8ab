// The line setter: gives every paragraph its lines, so that Paged.js only breaks between elements and no word space is left to chance.
import { factOf, leftFact } from '../../lines/facts.js';
import { fitAsked } from '../../lines/total-fit.js';
import { readWords } from '../../lines/words.js';
import type { LineReport, ParagraphFact } from '../../../../model/line.js';
import { findParagraphs } from './find.js';
import { readParagraph, type ReadParagraph } from './read.js';
import { adoptSheet } from './sheet.js';
import { measuredPieces, measureTexts } from './widths.js';
import { writeLines } from './write.js';

export interface LineOptions {
  /** Lines more (or fewer) than the best division, by `data-block`; a paragraph's own `--looseness` counts where none is given. */
  readonly looseness?: Readonly<Record<string, number>>;
}

/**
 * Sets the lines of every paragraph below `root` that its styles give to the line setter (see `find.ts`).
 * `root` must stand in the document, as wide as it will be on the page, with its styles in force and its fonts loaded.
 *
 * Each line becomes `<span class="line" data-line="2" data-lines="7">`, a block; a line that ends in an added hyphen
 * has the class `line-hyphen` and draws the hyphen as generated content, so that the text stays the author's.
 */
export function setLines(root: ParentNode, options: LineOptions = {}): LineReport {
  adoptSheet(document);
  const read = findParagraphs(root).map(readParagraph);
  const ready = read.map((paragraph) => ({ paragraph, words: paragraph.trouble ? undefined : readWords(paragraph.items) }));
  measureTexts(ready.flatMap(({ paragraph, words }) => (words ? [{ words, face: paragraph.face }] : [])));
  const paragraphs = ready.map(({ paragraph, words }) => (words ? setParagraph(paragraph, words, options) : leftFact(paragraph.about, paragraph.trouble ?? '')));
  return { paragraphs };
}

function setParagraph(paragraph: ReadParagraph, words: ReturnType<typeof readWords>, options: LineOptions): ParagraphFact {
  const pieces = measuredPieces({ words, face: paragraph.face });
  if (pieces.length === 0) return leftFact(paragraph.about, 'it has no words');
  const text = { pieces, shapes: paragraph.shapes, em: paragraph.em, indent: paragraph.about.indent };
  const asked = fitAsked(text, paragraph.setting, options.looseness?.[paragraph.about.block ?? ''] ?? paragraph.looseness);
  if (!asked) return leftFact(paragraph.about, 'a word or image is wider than the line');
  writeLines({ paragraph, fragments: words.words.flat(), fit: asked.fit });
  return factOf({ about: paragraph.about, words, pieces, ...asked, em: paragraph.em, shapes: paragraph.shapes });
}
