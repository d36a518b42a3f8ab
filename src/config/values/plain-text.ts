// Plain words that still have rules: text that XML can hold, file names, addresses, variables of a theme.
import type { ParsedValue } from './parsed-value.js';

/** Text without characters that XML forbids (XML 1.0, production 2), in one normal form. CONF-026. */
export function readText(written: string | number): ParsedValue<string> {
  const text = String(written).normalize('NFC').trim();
  const bad =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
      text,
    );
  if (!bad) return { value: text };
  const point = bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    fault: {
      code: 'CONF-026',
      message: `The value holds the character U+${point}, which no book can show.`,
      hint: 'Delete it.',
    },
  };
}

/** The same on one line. CONF-026. */
export function readLine(written: string | number): ParsedValue<string> {
  return readText(String(written).replace(/\s+/g, ' '));
}

/** What can be the first part of `io-print.pdf` on every system. CONF-027. */
export function readFileName(written: string | number): ParsedValue<string> {
  const name = String(written);
  if (/^[a-z0-9][a-z0-9._-]{0,99}$/i.test(name)) return { value: name };
  const suggestion = fileNameOf(name);
  return {
    fault: {
      code: 'CONF-027',
      message: `"${name}" cannot be the name of a file everywhere.`,
      hint: suggestion ? `Write "${suggestion}".` : 'Use letters from a to z, digits and hyphens.',
    },
  };
}

/** A file name made of any words; empty where nothing of them can stand in one. */
export function fileNameOf(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '')
    .slice(0, 100);
}

/** What a mention calls a member of the cast by. CONF-030. */
export function readCastId(written: string): ParsedValue<string> {
  const id = written.normalize('NFC');
  if (/^\p{L}[\p{L}\p{M}\p{N}_-]*$/u.test(id)) return { value: id };
  const suggestion = fileNameOf(id).replace(/[.]+/g, '-');
  return {
    fault: {
      code: 'CONF-030',
      message: `"${written}" cannot be the id of a cast member.`,
      hint: /^[a-z]/.test(suggestion)
        ? `Write "${suggestion}".`
        : 'Begin it with a letter, and use letters, digits and hyphens: sam.',
    },
  };
}

/** CONF-028 when it is neither http nor https. */
export function readWebAddress(written: string): ParsedValue<string> {
  if (/^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(written.trim())) return { value: written.trim() };
  return {
    fault: {
      code: 'CONF-028',
      message: `"${written}" is not a web address.`,
      hint: 'Begin it with https://.',
    },
  };
}

/** `spot` as `--spot`. CONF-025 when it is no name in kebab-case. */
export function readVariableName(written: string): ParsedValue<string> {
  if (/^(--)?[a-z][a-z0-9-]*$/i.test(written)) return { value: `--${written.replace(/^--/, '')}` };
  return {
    fault: {
      code: 'CONF-025',
      message: `"${written}" cannot name a variable.`,
      hint: 'Use letters, digits and hyphens: spot-colour.',
    },
  };
}

/** A CSS value that ends nothing and fetches nothing. CONF-025 else. */
export function readVariable(written: string | number): ParsedValue<string> {
  const value = String(written).trim();
  const harmless =
    value !== '' &&
    value.length <= 200 &&
    !/[;{}<>\\@!\n\r]|\/\*|\b(?:url|image-set|image|src|attr|env)\s*\(/i.test(value) &&
    isBalanced(value);
  if (harmless) return { value };
  return {
    fault: {
      code: 'CONF-025',
      message: `"${value.slice(0, 60)}" cannot be the value of a variable.`,
      hint: 'Write one plain CSS value: "#ff5c39", 14pt, 0.5.',
    },
  };
}

function isBalanced(value: string): boolean {
  const bare = value.replace(/"[^"]*"|'[^']*'/g, '');
  if (/["']/.test(bare)) return false;
  let open = 0;
  for (const mark of bare) {
    open += mark === '(' ? 1 : mark === ')' ? -1 : 0;
    if (open < 0) return false;
  }
  return open === 0;
}
