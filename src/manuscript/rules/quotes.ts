// What markdown-it's smart quotes leave undecided: apostrophes where a word has lost its head ('90s, 'tis,
// rock 'n' roll), and quotation marks without a partner, as where speech runs on over several paragraphs and
// only the last is closed.
import type { MarkdownEngine, StateCore } from '../markdown-it.js';
import { changeWords } from './text-tokens.js';

const DECADE = /(?<![\p{L}\p{N}])'(?=\d{2}s?\b(?![^']*'(?!\p{L})))/gu;
const ELISION = /(?<![\p{L}\p{N}])'(?=(?:tis|twas|twere|twill|twould|em|til)\b(?!'))/giu;
/**
 * A year in words without its century, after a word that dates: `the autumn of 'eighty-six`, `the 'thirties`.
 * Speech may begin with a number, but hardly there and small.
 */
const YEAR =
  /(?<=\b(?:the|of|in|since|from|until|by|early|late)\s)'(?=(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ies|y(?:-\p{Ll}+)?)\b(?!'))/gu;
const BETWEEN = /(?<![\p{L}\p{N}])'n'(?![\p{L}\p{N}])/giu;
const NEAR_WORD = /(?<=[\p{L}\p{N}])'|'(?=[\p{L}\p{N}])/gu;
const OPENS = /(?<![^\s([{—–])"(?=[^\s])/g;
const CLOSES = /(?<=[\p{L}\p{P}])"/gu;

export function quotes(engine: MarkdownEngine): void {
  engine.core.ruler.before('smartquotes', 'apostrophes', (state: StateCore) => {
    changeWords(state, (text) =>
      text
        .replace(DECADE, '’')
        .replace(ELISION, '’')
        .replace(YEAR, '’')
        .replace(BETWEEN, (both) => both.replaceAll("'", '’')),
    );
  });
  engine.core.ruler.after('smartquotes', 'lone_quotes', (state: StateCore) => {
    const [open = '“', close = '”'] = engine.options.quotes;
    changeWords(state, (text) => text.replace(NEAR_WORD, '’').replace(OPENS, open).replace(CLOSES, close));
  });
}
