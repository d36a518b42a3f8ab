// `::: NAME`: a block with a class of its own, closed by as many colons. A block inside one takes fewer
// colons than it.
import { useContainer, type MarkdownEngine } from '../markdown-it.js';

const NAME = /^\s*[A-Za-z][\w-]*\s*(?:\{[^}]*\}\s*)?$/;

/** Tokens are `container_block_open`, its name the first word of `info`. */
export function container(engine: MarkdownEngine): void {
  useContainer(engine, 'block', (info) => NAME.test(info));
}
