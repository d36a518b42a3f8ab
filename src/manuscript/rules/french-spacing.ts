// French sets a narrow no-break space before ; : ! ? and inside « ».
import type { MarkdownEngine, StateCore } from '../markdown-it.js';
import { changeWords } from './text-tokens.js';

const NARROW = '\u202f';
const SPACE = '[ \\u00a0\\u202f]';
const BEFORE_MARK = new RegExp(`${SPACE}+(?=[;:!?»])|(?<=[\\p{L}\\p{N})»"])(?=[;!?»]|:(?:\\s|$))`, 'gu');
const AFTER_OPENING = new RegExp(`(?<=«)${SPACE}*`, 'gu');

/** Only for books in French. */
export function frenchSpacing(engine: MarkdownEngine): void {
  engine.core.ruler.after('lone_quotes', 'french_spacing', (state: StateCore) => {
    changeWords(state, (text) => text.replace(BEFORE_MARK, NARROW).replace(AFTER_OPENING, NARROW));
  });
}
