// What templates can call: words, sums for drawing, comparisons, images of the book. Documented in
// docs/reference/templates.md.
import { closest } from '../../config/decode-text.js';
import { finding, type Finding } from '../../model/finding.js';
import type { Span } from '../../model/source-span.js';
import { isWord, type Words } from '../book-words.js';
import type { TemplateFunction } from './handlebars.js';
import { withInitial } from './text-slots.js';

export interface FunctionSources {
  readonly words: Words;
  /** How the edition names an image of the book's folder; it reports a missing one itself. */
  readonly image: (path: string, at: Span) => string;
  readonly report: (found: Finding) => void;
}

/** Handlebars hands every function its options last; they hold the place of the call. */
interface CallOptions {
  readonly loc?: {
    readonly source?: string;
    readonly start: { readonly line: number; readonly column: number };
  };
}

export function templateFunctions(sources: FunctionSources): Readonly<Record<string, TemplateFunction>> {
  return located({
    t: (key, options) => word(String(key), placeOf(options), sources),
    image: (path, options) => sources.image(String(path), placeOf(options)),
    initial: (body, ...rest) => withInitial(body, rest.length > 1 ? number(rest[0]) : 3),
    add: (a, b) => number(a) + number(b),
    mul: (a, b) => number(a) * number(b),
    round: (value, digits) => Number(number(value).toFixed(Math.min(20, Math.max(0, number(digits))))),
    // The point at a turn on a circle, as SVG counts: x to the right, y down, no turn at the top.
    cos: (turn, radius) => steady(number(radius) * Math.sin(2 * Math.PI * number(turn))),
    sin: (turn, radius) => steady(-number(radius) * Math.cos(2 * Math.PI * number(turn))),
    eq: (a, b) => a === b,
    and: (a, b) => truth(a) && truth(b),
    or: (a, b) => truth(a) || truth(b),
    not: (a) => !truth(a),
  });
}

/** An error in a function is one of the template that calls it, on the line of the call. */
function located(
  functions: Readonly<Record<string, TemplateFunction>>,
): Readonly<Record<string, TemplateFunction>> {
  const entries = Object.entries(functions).map(([name, run]) => {
    const call: TemplateFunction = (...given) => {
      try {
        return run(...given);
      } catch (error) {
        const { line, column = 1 } = placeOf(given.at(-1));
        throw Object.assign(error as Error, { lineNumber: line, column: column - 1 });
      }
    };
    return [name, call] as const;
  });
  return Object.fromEntries(entries);
}

function word(key: string, at: Span, { words, report }: FunctionSources): string {
  if (isWord(key)) return words[key];
  const like = closest(key, Object.keys(words));
  report(
    finding('TPL-002', {
      message: `There is no word called "${key}".`,
      at,
      ...(like && { hint: `Did you mean "${like}"?` }),
    }),
  );
  return key;
}

function placeOf(options: unknown): Span {
  const { loc } = options as CallOptions;
  return { path: loc?.source ?? '', line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
}

function number(value: unknown): number {
  const read = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (Number.isFinite(read)) return read;
  throw new Error(`a number is wanted, not "${String(value)}"`);
}

/** Six digits: drawings need no more, and the last bits of a sine may differ between processors. */
function steady(value: number): number {
  return Number(value.toFixed(6)) + 0;
}

/** Handlebars' own idea: an empty list is false. */
function truth(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
