// `- [ ] to do` and `- [x] done`: an item with a box. The styles draw the box, since few faces have the sign.
import type { MarkdownEngine, StateCore, Token } from '../markdown-it.js';

const BOX = /^\[([ xX])\](?=\s|$)[ \t]*/;

export function taskList(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'task_list', (state: StateCore) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'list_item_open') return;
      const [paragraph, inline] = state.tokens.slice(index + 1, index + 3);
      const box = inline && paragraph?.type === 'paragraph_open' ? BOX.exec(inline.content) : null;
      if (!inline || !box) return;
      token.attrJoin('class', 'task');
      inline.content = inline.content.slice(box[0].length);
      inline.meta = { ...inline.meta, box: box[1] === ' ' ? 'to-do' : 'done' };
    });
  });
  engine.core.ruler.after('inline', 'task_box', (state: StateCore) => {
    for (const token of state.tokens) {
      const box = token.type === 'inline' ? token.meta?.['box'] : undefined;
      if (typeof box === 'string') token.children?.unshift(...boxTokens(state, box));
    }
  });
}

function boxTokens(state: StateCore, box: string): readonly Token[] {
  const open = new state.Token('span_open', 'span', 1);
  open.meta = { class: `task-box ${box}` };
  return [open, new state.Token('span_close', 'span', -1)];
}
