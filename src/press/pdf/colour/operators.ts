// Reads a content stream operator by operator (PDF 32000-1, 7.8.2), strings and inline images left whole.

export interface Operator {
  readonly name: string;
  readonly operands: readonly Operand[];
  /** From the first operand to behind the operator. */
  readonly start: number;
  readonly end: number;
}

export interface Operand {
  readonly kind: 'number' | 'name' | 'string' | 'other';
  readonly text: string;
}

/**
 * The operators of a stream, read as Latin-1.
 *
 *     1 .3608 .2235 rg
 *     ^start          ^end
 */
export function* operatorsOf(content: string): Generator<Operator> {
  let operands: Operand[] = [];
  let start = -1;
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < content.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(content);
    if (found === null) return;
    const text = found[0];
    const from = found.index;
    at = from + text.length;
    if (text === '(') at = stringEnd(content, from);
    const kind = kindOf(text);
    if (kind === 'comment') {
      at = lineEnd(content, from);
      continue;
    }
    if (start === -1) start = from;
    if (kind !== 'operator') {
      operands.push({ kind, text: text === '(' ? content.slice(from, at) : text });
      continue;
    }
    if (text === 'ID') at = imageEnd(content, at);
    yield { name: text, operands, start, end: at };
    operands = [];
    start = -1;
  }
}

/** The last `count` operands as numbers; undefined when there are not so many. */
export function numbers({ operands }: Operator, count: number): readonly number[] | undefined {
  if (operands.length < count) return undefined;
  const found = operands.slice(operands.length - count).map(({ text }) => Number(text));
  return found.every((one) => Number.isFinite(one)) ? found : undefined;
}

/** The last operand when it is a name, without its slash. */
export function nameOperand({ operands }: Operator): string | undefined {
  const last = operands.at(-1);
  return last?.kind === 'name' ? last.text.slice(1) : undefined;
}

const TOKEN = /<<|>>|<[^>]*>|\/[^\s()<>[\]{}/%]*|[[\]{}(%]|[^\s()<>[\]{}/%]+/g;

function kindOf(text: string): Operand['kind'] | 'operator' | 'comment' {
  const first = text.charCodeAt(0);
  if (first === 0x2f) return 'name';
  if (first === 0x28 || (first === 0x3c && text !== '<<')) return 'string';
  if (first === 0x25) return 'comment';
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e || first === 0x2b) return 'number';
  if (text.length < 3 && '<<>>[]{}'.includes(text)) return 'other';
  return text === 'true' || text === 'false' || text === 'null' ? 'other' : 'operator';
}

/** Behind the bracket that closes a literal string. */
function stringEnd(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const one = content[at];
    if (one === '\\') at++;
    else if (one === '(') depth++;
    else if (one === ')' && --depth === 0) return at + 1;
  }
  return content.length;
}

function lineEnd(content: string, from: number): number {
  const end = content.slice(from).search(/[\r\n]/);
  return end === -1 ? content.length : from + end;
}

/** An inline image ends at EI between white space. */
function imageEnd(content: string, from: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = from;
  return end.exec(content) === null ? content.length : end.lastIndex;
}
