// From bytes to words: every text file of a book passes here, so an encoding is judged in one place only.
import { distance } from 'fastest-levenshtein';
import { finding, outcome, type Outcome } from '../model/finding.js';
import type { SourcePath } from '../model/source-span.js';

/**
 * The text of a file: UTF-8 read strictly, a byte order mark taken off, CRLF and CR turned to LF.
 * Undefined, with CONF-014 or CONF-015 at the line of the first wrong byte, when it is not text.
 *
 * @example decodeText(new TextEncoder().encode('Io\r\n'), '01.md').value // 'Io\n'
 */
export function decodeText(bytes: Uint8Array, path: SourcePath): Outcome<string | undefined> {
  const text = strictUtf8(bytes);
  if (text === undefined) return outcome(undefined, [notUtf8(bytes, path)]);
  const nul = text.indexOf('\0');
  if (nul >= 0) return outcome(undefined, [nulFound(text, nul, path)]);
  return outcome(text.replace(/\r\n?/g, '\n'));
}

/**
 * The choice most like a word, for "Did you mean"; undefined when none is near enough to be meant.
 * Case does not count. One letter in three may differ, and two letters changed about count as one.
 * Of choices equally near, the one that begins alike is taken: `autor` means `author`, not `actor`.
 *
 * @example closest('titel', ['title', 'trim']) // 'title'
 */
export function closest(word: string, choices: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { choice: string; cost: number } | undefined;
  for (const choice of choices) {
    const other = choice.toLowerCase();
    const steps = stepsBetween(wanted, other);
    const cost = steps - sharedStart(wanted, other) / 1000;
    if (
      steps > Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3)) ||
      (best && best.cost <= cost)
    )
      continue;
    best = { choice, cost };
  }
  return best?.choice;
}

/** Levenshtein's distance, with one pair of neighbours changed about for the price of one letter. */
function stepsBetween(one: string, other: string): number {
  const swapped = [...one.slice(1)].map(
    (_, at) => one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2),
  );
  return Math.min(
    distance(one, other),
    ...(one.length > 40 ? [] : swapped).map((word) => 1 + distance(word, other)),
  );
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notUtf8(bytes: Uint8Array, path: SourcePath) {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const at = firstBadByte(bytes);
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const before = new TextDecoder().decode(bytes.subarray(0, at));
  return finding('CONF-014', {
    message: wide
      ? 'The file is UTF-16, and only UTF-8 is read.'
      : `The file is not UTF-8: byte 0x${byte} does not belong here.`,
    at: { path, ...placeAfter(before) },
    hint: 'Save the file as UTF-8 in your editor.',
  });
}

function nulFound(text: string, index: number, path: SourcePath) {
  return finding('CONF-015', {
    message: 'The text holds a NUL character (U+0000), which no font can print.',
    at: { path, ...placeAfter(text.slice(0, index)) },
    hint: 'Delete the character, or save the file as UTF-8 if it is in another encoding.',
  });
}

/**
 * Where the first byte stands that is not UTF-8, found by halving: a decoder only says that something is
 * wrong. A character that breaks off is wrong from its first byte, which in a Latin-1 file is the accented
 * letter.
 */
function firstBadByte(bytes: Uint8Array): number {
  let sound = 0;
  let wrong = bytes.length;
  while (sound < wrong) {
    const middle = Math.ceil((sound + wrong) / 2);
    if (soundSoFar(bytes.subarray(0, middle))) sound = middle;
    else wrong = middle - 1;
  }
  for (let back = 1; back <= 3 && back <= sound; back += 1) {
    const byte = bytes[sound - back] ?? 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? sound - back : sound;
    if (byte < 0x80) break;
  }
  return sound;
}

/** How many bytes a character has by its first one (RFC 3629, section 3). */
function lengthOf(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

function soundSoFar(bytes: Uint8Array): boolean {
  try {
    // `stream` keeps a sequence that is merely cut off at the end from counting as wrong.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeAfter(before: string): { line: number; column: number } {
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
