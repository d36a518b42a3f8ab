// A colour as a screen shows it, in the one spelling that says it exactly.
import type { ParsedValue } from './parsed-value.js';

/** `#ff48b0`, six digits, in small letters. PRINT-003 when it is no such colour. */
export function readWebColour(written: string): ParsedValue<string> {
  if (/^#[0-9a-f]{6}$/i.test(written)) return { value: written.toLowerCase() };
  return {
    fault: {
      code: 'PRINT-003',
      message: `"${written}" is not a colour.`,
      hint: 'Write six digits after a #, in quotes: "#ff48b0".',
    },
  };
}
