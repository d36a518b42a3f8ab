// Czech, Slovak and Polish lines do not end in a word of one letter: it is tied to the word behind it.
// Sources: ČSN 01 6910 (k, s, v, z, o, u, a, i), STN 01 6910, and the same custom in Polish
// (a, i, o, u, w, z).
import type { MarkdownEngine, StateCore } from '../markdown-it.js';
import { changeWords, replaceBeside } from './text-tokens.js';

/** `s ní i k ní`: each of the three words is tied. */
const TIED = [/(?<=(?<![\p{L}\p{N}\p{M}'’.-])[aikosuvwz])[ \n](?=[\p{L}\p{N}„»«‚“])/giu, '\u00a0'] as const;

/** Only for books in those languages. */
export function oneLetterWords(engine: MarkdownEngine): void {
  engine.core.ruler.after('smartquotes', 'one_letter_words', (state: StateCore) => {
    changeWords(state, (text, beside) => replaceBeside(text, beside, TIED));
  });
}
