// Characters as a typesetter reads them: every block of the manuscript, after the typographer, in its own
// language.
import { quotesOf, type Quotes } from '../../config/values/quotes.js';
import type { Chapter } from '../../model/book.js';
import type { BookConfig } from '../../model/settings.js';
import { finding, type Finding } from '../../model/finding.js';
import { elementsOf, type ElementNode, type Flow, type FlowNode, textOf } from '../../model/flow.js';
import type { SourcePath, Span } from '../../model/source-span.js';
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

// Usage that is right either way, and wrong in two ways at once: where a book has both, the rarer is told.

/** One way of writing something, of two. */
interface Usage {
  readonly question: 'dash' | 'italics';
  readonly way: 'close' | 'apart';
  readonly index: number;
  readonly written: string;
}

/** English sets a dash close and long, or short and apart: `a—b` and `a – b`. */
function dashUsage({ text, language }: PrintedText): readonly Usage[] {
  if (language !== 'en') return [];
  return [...text.matchAll(/(?<=\p{L}[,”’]?)—(?=[“‘]?\p{L})|(?<=\p{L}[,”’]? )–(?= [“‘]?\p{L})/gu)].map(
    ({ 0: written, index }) => ({
      question: 'dash',
      way: written === '—' ? 'close' : 'apart',
      index,
      written,
    }),
  );
}

/** `*word*,` and `*word,*`, where the text goes on after it. */
function italicUsage(node: ElementNode, startOf: (child: FlowNode) => number): readonly Usage[] {
  return node.children.flatMap((child, at): readonly Usage[] => {
    if (child.type === 'text' || !/^(em|i)$/.test(child.tag))
      return child.type === 'text' ? [] : italicUsage(child, startOf);
    const next = node.children[at + 1];
    const words = textOf([child]);
    const index = startOf(child) + words.length;
    if (/[,;:]$/.test(words))
      return next === undefined
        ? []
        : [{ question: 'italics', way: 'close', index: index - 1, written: words.slice(-1) }];
    return next?.type === 'text' && /^[,;:]/.test(next.value)
      ? [{ question: 'italics', way: 'apart', index, written: next.value.slice(0, 1) }]
      : [];
  });
}

/** What is said of the rarer way; on a tie, of marks inside italics and of dashes set apart. */
function usageFinding(
  { question, index, written }: Usage,
  { here, elsewhere }: { readonly here: number; readonly elsewhere: number },
): CharacterFinding {
  if (question === 'italics')
    return {
      code: 'TYPO-007',
      message:
        `“${written}” stands ${here} times on this side of an emphasis and ${elsewhere} times on the ` +
        'other.',
      hint: 'Set it the same way throughout the book.',
      index,
      written,
    };
  return {
    code: 'TYPO-002',
    message: `The dash ${written} is used ${here} times, and the other kind ${elsewhere} times.`,
    hint: 'Set dashes one way in the whole book: close and long (a—b), or short and between spaces (a – b).',
    index,
    written,
  };
}

function rarer(
  habits: readonly Usage[],
  question: Usage['question'],
): { readonly way: Usage['way']; readonly here: number; readonly elsewhere: number } | undefined {
  const close = habits.filter((one) => one.question === question && one.way === 'close').length;
  const apart = habits.filter((one) => one.question === question).length - close;
  if (close === 0 || apart === 0) return undefined;
  const way = close < apart || (close === apart && question === 'italics') ? 'close' : 'apart';
  return way === 'close' ? { way, here: close, elsewhere: apart } : { way, here: apart, elsewhere: close };
}
