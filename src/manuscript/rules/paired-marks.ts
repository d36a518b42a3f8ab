// Words between marks of one kind: `==marked==`, `H~2~O`, `10^64^`. Only where the signs cannot be plain
// text: `a == b`, `3~5, 7~9`, `x^2+y^2` and `^_^` stay as they are.
import type { MarkdownEngine, StateInline } from '../markdown-it.js';

interface Pair {
  readonly mark: string;
  readonly tag: string;
  readonly isMeant: (around: Around) => boolean;
}

/** The text between two marks, and the characters on either side of them; empty at the end of the text. */
interface Around {
  readonly inside: string;
  readonly before: string;
  readonly after: string;
}

const WORD = /[\p{L}\p{N}]/u;
const BASE = /[\p{L}\p{N})\]*_’”»}]/u;
/** More than one word or number: a range or a sum, whose signs are typed. */
const SEVERAL = /[\p{L}\p{N}][,;+*/=<>×·、，-]/u;

const PAIRS: readonly Pair[] = [
  {
    mark: '==',
    tag: 'mark',
    isMeant: ({ inside, before, after }) =>
      !/^[\s=]|[\s=]$/.test(inside) && !/[\p{L}\p{N}=!<>]/u.test(before) && !/[\p{L}\p{N}=]/u.test(after),
  },
  {
    mark: '~',
    tag: 'sub',
    isMeant: (around) =>
      !/[\s/~]/.test(around.inside) && BASE.test(around.before) && WORD.test(around.inside) && !isSum(around),
  },
  {
    mark: '^',
    tag: 'sup',
    isMeant: (around) =>
      !/[\s^]/.test(around.inside) &&
      /[\p{L}\p{N}+\-−*†‡°]/u.test(around.inside) &&
      !(/^(?:[\s([{]|)$/.test(around.before) && /^(?:[\s)\]}]|)$/.test(around.after)) &&
      !isSum(around),
  },
];

/** The mark after the words begins another sign: `x^2+y^2`, `3~5,7~9`, `x^2y^2`. */
function isSum({ inside, before, after }: Around): boolean {
  if (!WORD.test(after)) return false;
  return SEVERAL.test(inside) || (/\p{N}/u.test(after) && WORD.test(before));
}

export function pairedMarks(engine: MarkdownEngine): void {
  // GitHub's two tildes, by markdown-it itself.
  engine.enable('strikethrough');
  engine.inline.ruler.after('emphasis', 'paired_marks', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  const pair = PAIRS.find(({ mark }) => state.src.startsWith(mark, state.pos));
  if (!pair) return false;
  const from = state.pos + pair.mark.length;
  const end = closingMark(state, pair, from);
  if (end < 0) return false;
  const around = {
    inside: state.src.slice(from, end),
    before: state.src.slice(Math.max(0, state.pos - 1), state.pos),
    after: state.src.slice(end + pair.mark.length, end + pair.mark.length + 1),
  };
  if (around.inside === '' || !pair.isMeant(around)) return false;
  if (!silent) {
    const max = state.posMax;
    state.push(`${pair.tag}_open`, pair.tag, 1);
    state.pos = from;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push(`${pair.tag}_close`, pair.tag, -1);
    state.posMax = max;
  }
  state.pos = end + pair.mark.length;
  return true;
}

/** The next mark of its kind that no backslash and no code hides; −1 where the words end first. */
function closingMark(state: StateInline, { mark }: Pair, from: number): number {
  const start = state.pos;
  let found = -1;
  // Sub- and superscripts are short, and a paragraph of carets is read once.
  const limit = mark === '==' ? state.posMax : Math.min(state.posMax, from + 80);
  for (state.pos = from; state.pos < limit;) {
    if (state.src.startsWith(mark, state.pos)) {
      found = state.pos;
      break;
    }
    if (mark !== '==' && /\s/.test(state.src[state.pos] ?? '')) break;
    if (/[\\`<[$]/.test(state.src[state.pos] ?? '')) state.md.inline.skipToken(state);
    else state.pos++;
  }
  state.pos = start;
  return found;
}
