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
  let at = 0;
  while (at < content.length) {
    const code = content.charCodeAt(at);
    if (classOf(code) === SPACE) {
      at += 1;
      continue;
    }
    if (code === PERCENT) {
      at = lineEnd(content, at);
      continue;
    }
    const from = at;
    at = tokenEnd(content, from);
    if (start === -1) start = from;
    const text = content.slice(from, at);
    const kind = kindOf(text);
    if (kind !== 'operator') {
      operands.push({ kind, text });
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

const [REGULAR, SPACE, DELIMITER] = [0, 1, 2];
const PERCENT = 0x25;

/** By the byte. Source: PDF 32000-1, tables 1 and 2. */
const CLASSES = new Uint8Array(256);
for (const code of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) CLASSES[code] = SPACE;
for (const one of '()<>[]{}/%') CLASSES[one.charCodeAt(0)] = DELIMITER;

function classOf(code: number): number | undefined {
  return CLASSES[code];
}

/**
 * A character at a time: there are some millions of tokens in a book, and this is where reading them takes
 * its time.
 */
function tokenEnd(content: string, from: number): number {
  const code = content.charCodeAt(from);
  if (classOf(code) === REGULAR || code === 0x2f) {
    let at = from + 1;
    while (classOf(content.charCodeAt(at)) === REGULAR) at += 1;
    return at;
  }
  if (code === 0x28) return stringEnd(content, from);
  const isDouble = content.charCodeAt(from + 1) === code && (code === 0x3c || code === 0x3e);
  if (code !== 0x3c || isDouble) return from + (isDouble ? 2 : 1);
  const end = content.indexOf('>', from);
  return end === -1 ? content.length : end + 1;
}

function kindOf(text: string): Operand['kind'] | 'operator' {
  const first = text.charCodeAt(0);
  if (first === 0x2f) return 'name';
  if (first === 0x28 || (first === 0x3c && text !== '<<')) return 'string';
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
