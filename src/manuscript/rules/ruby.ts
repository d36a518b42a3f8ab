// Ruby as Vivliostyle and Denden write it: `{漢字|かんじ}`, `{聖剣|せい|けん}`. Only over East Asian signs:
// `{yes|no}` is text.
import type { MarkdownEngine, StateInline } from '../markdown-it.js';

const RUBY =
  /\{((?=[^{}|\n]*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}])[^{}|\n@]{1,40})((?:\|[^{}|\n]{1,60})+)\}/uy;

export function ruby(engine: MarkdownEngine): void {
  engine.inline.ruler.before('emphasis', 'ruby', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false;
  RUBY.lastIndex = state.pos;
  const found = RUBY.exec(state.src);
  if (!found || state.pos + found[0].length > state.posMax) return false;
  if (!silent) push(state, found[1] ?? '', (found[2] ?? '').slice(1).split('|'));
  state.pos += found[0].length;
  return true;
}

/** One reading for the whole, or one for each sign. */
function push(state: StateInline, base: string, readings: readonly string[]): void {
  const signs = [...base];
  const pieces = readings.length > 1 && readings.length === signs.length ? signs : [base];
  state.push('ruby_open', 'ruby', 1);
  pieces.forEach((piece, index) => {
    state.push('text', '', 0).content = piece;
    const reading = pieces.length === 1 ? readings.join('') : (readings[index] ?? '');
    for (const [tag, words] of [
      ['rp', '('],
      ['rt', reading],
      ['rp', ')'],
    ] as const) {
      state.push(`${tag}_open`, tag, 1);
      state.push('text', '', 0).content = words;
      state.push(`${tag}_close`, tag, -1);
    }
  });
  state.push('ruby_close', 'ruby', -1);
}
