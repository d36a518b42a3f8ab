// Measures English: sentences, their words, their semicolons, and turns of phrase that Foldmark does not use.

export interface Prose {
  readonly sentences: readonly string[];
  /** Words a sentence, in the mean. */
  readonly mean: number;
  readonly longest: string;
  /** In a hundred sentences. */
  readonly semicolons: number;
}

/**
 * Sentences with a passive of telling, private senses of everyday verbs, and subjects that begin with "What".
 */
export const BANNED: readonly RegExp[] = [
  /\b(?:is|are|was|were|be|being) (?:told|said|asked)\b/i,
  /\blets? stand\b/i,
  /\bWhat (?!is\b|are\b|do\b|does\b|did\b|can\b|happens\b|if\b|to\b)[a-z][^?]*$/,
  /\b(?:is|are) taken for granted\b/i,
  /\bby heart\b/i,
];

export function measure(sentences: readonly string[]): Prose {
  const lengths = sentences.map(wordsIn);
  const longest = Math.max(0, ...lengths);
  return {
    sentences,
    mean: lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, sentences.length),
    longest: sentences[lengths.indexOf(longest)] ?? '',
    semicolons: (100 * sentences.filter((one) => one.includes(';')).length) / Math.max(1, sentences.length),
  };
}

export function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function banned(sentence: string): boolean {
  return BANNED.some((turn) => turn.test(sentence));
}

/**
 * The sentences of a Markdown page: paragraphs and list items; no tables, code, headings, addresses or front
 * matter.
 */
export function sentencesOf(markdown: string): readonly string[] {
  const text = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(```+|~~~+)[\s\S]*?^\1\s*$/gm, '\n\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^#{1,6} .*$/gm, '')
    .replace(/^\|[-:| ]+\|$/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`[^`\n]*`/g, 'X');
  const blocks = text
    .replace(/^\s*\|.*$/gm, '')
    .split(/\n\s*\n/)
    .flatMap((block) => block.split(/^\s*(?:[-*+]|\d+\.)\s+/m));
  return blocks
    .flatMap((block) => split(block.replace(/\s+/g, ' ').trim()))
    .filter((one) => wordsIn(one) > 3);
}

/** After a full stop, a question mark or a colon before a new line of thought; not within abbreviations. */
export function split(text: string): readonly string[] {
  return text
    .replace(/[*_]{1,2}/g, '')
    .split(
      /(?<=[.!?][”"')\]]?)(?<!\b(?:e\.g|i\.e|cf|etc|vs|No|St|Mr|Mrs|Dr)\.)\s+(?=[“"'(\[]?[\p{Lu}\p{N}`])/u,
    )
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
