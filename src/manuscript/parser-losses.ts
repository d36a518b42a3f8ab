// What the Markdown parser would lose or misread without a word, found in its tokens.
import { finding, type Finding } from '../model/finding.js';
import type { MarkdownEngine, ReadingEnv, Token } from './markdown-it.js';
import { closingIndex } from './rules/closing-token.js';
import { definedNotes } from './rules/footnote.js';
import { spanOf, type SourceText } from './source-text.js';

/** Findings: TEXT-003, TEXT-013, TEXT-014, TEXT-016, TEXT-018, TEXT-019. */
export function findLosses(
  source: SourceText,
  reading: { tokens: readonly Token[]; env: ReadingEnv; engine: MarkdownEngine },
): readonly Finding[] {
  const { tokens, env, engine } = reading;
  return [
    ...tooDeep(source, tokens, engine.options.maxNesting),
    ...tokens.flatMap((token, index) => [
      ...neverClosed(source, token),
      ...strayColons(source, token),
      ...tooManyCells(source, tokens, index),
    ]),
    ...noteFaults(source, env),
  ];
}

/**
 * markdown-it stops reading blocks at its limit and leaves out what is inside; one finding for the outermost
 * place.
 */
function tooDeep(source: SourceText, tokens: readonly Token[], limit: number): readonly Finding[] {
  const last = tokens.find(
    (token) =>
      token.nesting === 1 &&
      token.map &&
      token.level + 1 >= limit &&
      !/^(paragraph|heading|inline)/.test(token.type),
  );
  if (!last?.map) return [];
  return [
    finding('TEXT-003', {
      message: 'Quotations or lists are nested too deeply here, and the text inside would be lost.',
      at: spanOf(source, { line: last.map[0] + 1 }),
      hint: `Nest at most ${Math.floor(limit / 2)} lists or ${limit} quotations in one another.`,
    }),
  ];
}

function neverClosed(source: SourceText, token: Token): readonly Finding[] {
  const fenced = token.type === 'callout_open' && token.markup.startsWith(':');
  if (!fenced && token.type !== 'container_block_open' && token.type !== 'verse_open') return [];
  const [first, end] = token.map ?? [0, 0];
  if (/:{3,}\s*$/.test(source.lines[end] ?? '')) return [];
  return [
    finding('TEXT-016', {
      message: 'The block that begins here is never closed.',
      at: spanOf(source, { line: first + 1 }),
      hint: `Write "${':'.repeat(Math.max(3, token.markup.length))}" alone on a line where it ends.`,
    }),
  ];
}

function strayColons(source: SourceText, token: Token): readonly Finding[] {
  if (token.type !== 'inline' || !token.map) return [];
  const row = token.content.split('\n').findIndex((line) => /^\s*:::/.test(line));
  if (row < 0) return [];
  return [
    finding('TEXT-018', {
      message: 'These colons neither open nor close a block.',
      at: spanOf(source, { line: token.map[0] + row + 1 }),
      hint:
        'A block opens with "::: name" and closes with ":::"; one that holds another has more colons ' +
        'than it.',
    }),
  ];
}

/** Cells beyond the last column, and cells that a `colspan` or `rowspan` has pushed out. */
function tooManyCells(source: SourceText, tokens: readonly Token[], index: number): readonly Finding[] {
  const token = tokens[index];
  if (token?.type !== 'tr_open' || !token.map) return [];
  const cells = tokens
    .slice(index, closingIndex(tokens, index, { type: 'tr_close' }))
    .filter((one) => one.type === 'inline');
  const written = cellsOf(source.lines[token.map[0]] ?? '');
  const lost =
    written.slice(cells.length).find((cell) => cell !== '') ??
    cells.find((cell) => cell.hidden && cell.content.trim() !== '')?.content;
  if (lost === undefined) return [];
  return [
    finding('TEXT-019', {
      message: `The row has more cells than the table has columns: "${lost}" would be lost.`,
      at: spanOf(source, { line: token.map[0] + 1 }),
      hint: "Add a column to the table's first two lines, or write \\| where a line is meant.",
    }),
  ];
}

/** As markdown-it cuts a row; quotation and list marks before it do not count. */
function cellsOf(line: string): readonly string[] {
  const row = line.replace(/^[\s>]*/, '').trim();
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return cells.slice(row.startsWith('|') ? 1 : 0, row.endsWith('|') && !row.endsWith('\\|') ? -1 : undefined);
}

function noteFaults(source: SourceText, env: ReadingEnv): readonly Finding[] {
  const defined = definedNotes(env);
  return defined.flatMap(({ label, line }, index) => {
    const at = spanOf(source, { line: line + 1 });
    const first = defined.findIndex((one) => one.label === label);
    if (first < index) {
      const related = [
        { at: spanOf(source, { line: (defined[first]?.line ?? 0) + 1 }), message: 'first defined here' },
      ];
      return [
        finding('TEXT-014', {
          message: `There are two notes "${label}".`,
          at,
          related,
          hint: 'Give one of them another label.',
        }),
      ];
    }
    if (env.footnotes?.refs?.[`:${label}`] !== -1) return [];
    return [
      finding('TEXT-013', {
        message: `The note "${label}" is never called.`,
        at,
        hint: `Call it with [^${label}], or take it out.`,
      }),
    ];
  });
}
