// `--` is an en dash, `---` an em dash, `...` an ellipsis.
import type { MarkdownEngine, StateCore } from '../markdown-it.js';
import { changeWords } from './text-tokens.js';

const MARKS: Readonly<Record<string, string>> = { '--': '–', '---': '—', '...': '…' };

export function dashes(engine: MarkdownEngine): void {
  engine.core.ruler.before('smartquotes', 'dashes', (state: StateCore) => {
    changeWords(state, (text) =>
      text.replace(/(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)/g, (mark) => MARKS[mark] ?? mark),
    );
  });
}
