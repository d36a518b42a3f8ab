// What the YAML parser complains of, in an author's words.
import type { YAMLError } from 'yaml';
import { finding, type Finding } from '../model/finding.js';
import type { Span } from '../model/source-span.js';

/** The place of a character, counted from the start of the YAML. */
export type SpanAt = (offset: number) => Span;

export const TOO_DEEP = 'Lists or keys are nested too deeply.';

/** CONF-001 with the parser's own reason, or CONF-022 where it met what is refused. */
export function yamlFinding(error: YAMLError, spanAt: SpanAt): Finding {
  if (error.code === 'MULTIPLE_DOCS')
    return refused(spanAt(error.pos[0]), 'A settings file holds one document, and here a second one begins.');
  if (/call stack/i.test(error.message)) return refused(spanAt(0), TOO_DEEP);
  const reason = error.message
    .replace(/[.\s]+$/, '')
    .replace(/"quote/, 'double quotation mark')
    .replace(/'quote/, 'single quotation mark');
  return finding('CONF-001', {
    message: `The YAML does not parse: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
    at: spanAt(error.pos[0]),
    hint:
      HINTS[error.code] ??
      'Look at the indentation, and put values that hold a colon or begin with a mark in quotes.',
  });
}

const HINTS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'Indent with spaces.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that holds a colon in quotes.',
  MISSING_CHAR: 'Close the quotation mark or the bracket.',
};

/** CONF-022 for a tag: `!!js/function`. */
export function tagFault(error: YAMLError, spanAt: SpanAt): Finding {
  return refused(spanAt(error.pos[0]), 'Tags beginning with "!" are not allowed here.');
}

/** CONF-022. */
export function refused(at: Span, message: string): Finding {
  return finding('CONF-022', { message, at, hint: 'Write plain keys and values.' });
}
