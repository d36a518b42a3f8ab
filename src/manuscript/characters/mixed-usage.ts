// Usage that is right either way, and wrong in two ways at once: where a book has both, the rarer is told.
import { textOf, type ElementNode, type FlowNode } from '../../model/flow.js';
import type { PrintedText, CharacterFinding } from './character-finding.js';

/** One way of writing something, of two. */
export interface Usage {
  readonly question: 'dash' | 'italics';
  readonly way: 'close' | 'apart';
  readonly index: number;
  readonly written: string;
}

/** English sets a dash close and long, or short and apart: `a—b` and `a – b`. */
export function dashUsage({ text, language }: PrintedText): readonly Usage[] {
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
export function italicUsage(node: ElementNode, startOf: (child: FlowNode) => number): readonly Usage[] {
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
export function usageFinding(
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

export function rarer(
  habits: readonly Usage[],
  question: Usage['question'],
): { readonly way: Usage['way']; readonly here: number; readonly elsewhere: number } | undefined {
  const close = habits.filter((one) => one.question === question && one.way === 'close').length;
  const apart = habits.filter((one) => one.question === question).length - close;
  if (close === 0 || apart === 0) return undefined;
  const way = close < apart || (close === apart && question === 'italics') ? 'close' : 'apart';
  return way === 'close' ? { way, here: close, elsewhere: apart } : { way, here: apart, elsewhere: close };
}
