// A new page, as other tools ask for it: `\newpage`, `{{< pagebreak >}}`, `{pagebreak}`. What follows gets
// the class `break`.
import type { MarkdownEngine, StateBlock, StateCore } from '../markdown-it.js';

const MARK =
  /^(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\[\d\])?(?:\{\})?|\{\{[<%]\s*page-?break\s*[>%]\}\}|\{page-?break\}|\[page-?break\])$/i;

export function pageBreak(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'page_break', scan, { alt: ['paragraph', 'blockquote', 'list'] });
  engine.core.ruler.after('block', 'page_break', (state: StateCore) => {
    state.tokens = state.tokens.filter((token, index) => {
      if (token.type !== 'page_break') return true;
      const next = state.tokens
        .slice(index + 1)
        .find(({ type }) => type !== 'page_break' && type !== 'remark');
      // A chapter begins on a page of its own.
      if (next && next.nesting >= 0 && next.tag !== 'h1' && next.type !== 'html_block')
        next.attrJoin('class', 'break');
      return false;
    });
  });
}

function scan(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!MARK.test(state.src.slice(start, state.eMarks[startLine]).trim())) return false;
  if (silent) return true;
  const token = state.push('page_break', '', 0);
  token.block = true;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}
