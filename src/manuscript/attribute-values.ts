// Values that attributes may have: sound ones, repaired ones, and those that no edition could follow.
import { readLanguage } from '../config/values/language.js';

/** The value as every edition takes it; undefined when the attribute must go. */
export function soundValue(tag: string, name: string, written: string): string | undefined {
  const value = written.trim();
  const plain = value.toLowerCase();
  switch (name) {
    case 'lang':
      return soundLanguage(value);
    case 'dir':
      return /^(?:ltr|rtl|auto)$/.test(plain) ? plain : undefined;
    case 'start':
      return /^-?\d+$/.test(value) ? value : undefined;
    case 'value':
      return tag === 'li' && /^-?\d+$/.test(value) ? value : undefined;
    case 'type':
      return tag === 'ol' && /^[1aAiI]$/.test(value) ? value : undefined;
    case 'colspan':
    case 'span':
      return /^[1-9]\d{0,2}$/.test(value) ? value : undefined;
    case 'rowspan':
      return /^\d{1,5}$/.test(value) ? value : undefined;
    case 'scope':
      return soundScope(plain.replace(/^[“”„"'‘’]+|[“”„"'‘’]+$/g, ''));
    case 'datetime':
      return isTime(value) ? value : undefined;
    default:
      return written;
  }
}

function soundLanguage(written: string): string | undefined {
  const read = readLanguage(written);
  return 'value' in read ? read.value : undefined;
}

function soundScope(scope: string): string | undefined {
  if (scope === 'column') return 'col';
  return /^(?:row|col|rowgroup|colgroup)$/.test(scope) ? scope : undefined;
}

const DATE = String.raw`\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?`;
const ZONE = String.raw`(?:Z|[+-]\d{2}:?\d{2})`;
const TIME = new RegExp(
  [
    `^(?:${DATE}(?:[T ]${CLOCK}${ZONE}?)?`,
    CLOCK,
    ZONE,
    String.raw`\d{4,}(?:-(?:0[1-9]|1[0-2]))?`,
    String.raw`\d{4,}-W(?:0[1-9]|[1-4]\d|5[0-3])`,
    String.raw`(?:--)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`,
    String.raw`P(?=\d|T\d)(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,3})?S)?)?)$`,
  ].join('|'),
);

/** A date, a time of day, a month, a week, a zone or a duration, as HTML writes them. */
export function isTime(value: string): boolean {
  return TIME.test(value);
}
