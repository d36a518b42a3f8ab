// Characters as a typesetter reads them: every block of the manuscript, after the typographer, in its own
// language.
import { quotesOf, type Quotes } from '../../config/values/quotes.js';
import type { Chapter } from '../../model/book.js';
import type { BookConfig } from '../../model/settings.js';
import { finding, type Finding } from '../../model/finding.js';
import { elementsOf, type ElementNode, type Flow, type FlowNode } from '../../model/flow.js';
import type { SourcePath, Span } from '../../model/source-span.js';
import { dashUsage, usageFinding, italicUsage, rarer, type Usage } from './mixed-usage.js';
import { characterFindings } from './character-rules.js';
import type { PrintedText, CharacterFinding } from './character-finding.js';
import { NOT_PROSE } from '../../shared/html-elements.js';

export interface CharacterOrder {
  readonly config: BookConfig;
  readonly chapters: readonly Chapter[];
  /** The lines of each file, to find a column by. */
  readonly lines: ReadonlyMap<SourcePath, readonly string[]>;
}

/**
 * Findings: TYPO-001 to TYPO-007, each at its line, and at its column where what is meant stands there as it
 * is printed.
 */
export function checkCharacters(order: CharacterOrder): readonly Finding[] {
  const read = order.chapters.flatMap((chapter) =>
    blocksOf(chapter).map((block) => readBlock(block, languageOf(order.config, chapter))),
  );
  const habits = read.flatMap((one) => one.habits);
  const verdicts = (['dash', 'italics'] as const).map((question) => ({
    question,
    verdict: rarer(habits, question),
  }));
  return read.flatMap(({ block, printed, habits: own }) => {
    const told = own.flatMap((habit) =>
      verdicts.flatMap(({ question, verdict }) =>
        verdict && habit.question === question && habit.way === verdict.way
          ? [usageFinding(habit, verdict)]
          : [],
      ),
    );
    return placed([...characterFindings(printed), ...told], {
      block,
      text: printed.text,
      lines: order.lines,
    });
  });
}

interface Tongue {
  readonly language: string;
  readonly quotes: Quotes;
}

function languageOf({ metadata, typography }: BookConfig, { language }: Chapter): Tongue {
  return language === undefined || language === metadata.language
    ? { language: metadata.language, quotes: typography.quotes }
    : { language, quotes: quotesOf(language) };
}

interface ReadBlock {
  readonly block: ElementNode & { readonly at: Span };
  readonly printed: PrintedText;
  readonly habits: readonly Usage[];
}

function readBlock(block: ElementNode & { readonly at: Span }, tongue: Tongue): ReadBlock {
  const own = block.attributes['lang'];
  const { language, quotes } =
    own === undefined || own === tongue.language ? tongue : { language: own, quotes: quotesOf(own) };
  const { text, starts } = printedText(block, language);
  const printed = { text, language: language.split('-')[0] ?? language, quotes };
  return {
    block,
    printed,
    habits: [...dashUsage(printed), ...italicUsage(block, (child) => starts.get(child) ?? 0)],
  };
}

function blocksOf({ id, title, flow, notes, at }: Chapter): readonly (ElementNode & { readonly at: Span })[] {
  const blocks = elementsOf([...flow, ...notes.flatMap((note) => note.flow)]).flatMap((node) =>
    node.block !== undefined && node.at !== undefined && node.tag !== 'pre' ? [{ ...node, at: node.at }] : [],
  );
  return at === undefined || title.length === 0
    ? blocks
    : [{ type: 'element', tag: 'h1', attributes: {}, children: title, at, block: id }, ...blocks];
}

/**
 * Text of other kinds, or of other languages, is blanked out: of the same length, so that places stay true.
 */
const BLANK = '\uFFFC';
const APART = new Set(NOT_PROSE);
const ADDRESS = /^[^\p{L}]*(?:https?:|mailto:|www\.)|@[^.]*\.|\/[^/]*\//u;

function printedText(
  block: ElementNode,
  language: string,
): { readonly text: string; readonly starts: ReadonlyMap<FlowNode, number> } {
  const starts = new Map<FlowNode, number>();
  let text = '';
  const walk = (flow: Flow, blank: '' | typeof BLANK): void => {
    for (const node of flow) {
      starts.set(node, text.length);
      if (node.type === 'text') text += blank === '' ? node.value : node.value.replace(/\S/gu, blank);
      else if (node.tag === 'br') text += '\n';
      else if (node.children.length === 0) text += node.tag === 'fm-note' ? '' : BLANK;
      else if (node.block === undefined)
        walk(
          node.children,
          APART.has(node.tag) || (node.attributes['lang'] ?? language) !== language ? BLANK : blank,
        );
    }
  };
  walk(block.children, '');
  return {
    text: text.replace(/\S+/g, (word) => (ADDRESS.test(word) ? BLANK.repeat(word.length) : word)),
    starts,
  };
}

interface Placing {
  readonly block: ReadBlock['block'];
  readonly text: string;
  readonly lines: CharacterOrder['lines'];
}

/**
 * A paragraph that is one slip after another is told by its lines: looking for each column would take for
 * ever.
 */
const MOST_COLUMNS = 100;

/**
 * The line is counted in the text; the column is where the line has the same characters, as often as they
 * came before.
 */
function placed(
  slips: readonly CharacterFinding[],
  { block: { at, block }, text, lines }: Placing,
): readonly Finding[] {
  let line = at.line;
  let from = 0;
  return [...slips]
    .sort((a, b) => a.index - b.index)
    .flatMap(({ code, message, hint, index, written }, count) => {
      for (let end = text.indexOf('\n', from); end >= 0 && end < index; end = text.indexOf('\n', from)) {
        line += 1;
        from = end + 1;
      }
      const source = lines.get(at.path)?.[line - 1] ?? '';
      if (code === 'TYPO-006' && source.includes(`\\${written}`)) return []; // the author asked for it
      const known =
        count < MOST_COLUMNS
          ? columnOf(source, { before: text.slice(from, index), written: written.replace(/\n.*/su, '') })
          : undefined;
      return [
        finding(code, {
          message,
          hint,
          at: { path: at.path, line, ...(known === undefined ? {} : { column: known }) },
          ...(block === undefined ? {} : { block }),
        }),
      ];
    });
}

/**
 * With the letters just before it where they are the same in the source; else the only place where it stands.
 */
function columnOf(
  source: string,
  { before, written }: { readonly before: string; readonly written: string },
): number | undefined {
  for (const length of [12, 6, 3, 1]) {
    const wanted = before.slice(-length) + written;
    const first = source.indexOf(wanted);
    if (wanted.length > written.length && first >= 0 && first === source.lastIndexOf(wanted))
      return first + wanted.length - written.length + 1;
  }
  const only = written === '' ? -1 : source.indexOf(written);
  return only >= 0 && only === source.lastIndexOf(written) ? only + 1 : undefined;
}
