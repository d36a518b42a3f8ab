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

/** Tags that name no language in particular, and private ones. https://www.rfc-editor.org/info/bcp47 */
const SPECIAL_TAG = /^(?:und|mul|mis|zxx|x(?:-[a-z0-9]{1,8})+)$/i;

function soundLanguage(written: string): string | undefined {
  if (SPECIAL_TAG.test(written)) return written.toLowerCase();
  const read = readLanguage(written);
  return 'value' in read ? read.value : undefined;
}

// Of MathML 3, as far as a book may have them: https://www.w3.org/TR/MathML3/

const VARIANTS: ReadonlySet<string> = new Set(
  (
    'normal bold italic bold-italic double-struck bold-fraktur script bold-script fraktur sans-serif ' +
    'bold-sans-serif sans-serif-italic sans-serif-bold-italic monospace initial tailed looped stretched'
  ).split(' '),
);
const LENGTH = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:em|ex|px|in|cm|mm|pt|pc|%)?$/;
const NAMED_LENGTH = /^(?:negative)?(?:very){0,2}(?:thin|thick)mathspace$|^(?:negative)?mediummathspace$/;
const MATH_VALUES: Readonly<Record<string, (value: string) => boolean>> = {
  display: (value) => value === 'block' || value === 'inline',
  dir: (value) => value === 'ltr' || value === 'rtl',
  form: (value) => /^(?:prefix|infix|postfix)$/.test(value),
  mathvariant: (value) => VARIANTS.has(value),
  scriptlevel: (value) => /^[+-]?\d+$/.test(value),
  columnspan: (value) => /^[1-9]\d{0,2}$/.test(value),
  rowspan: (value) => /^[1-9]\d{0,2}$/.test(value),
  linethickness: (value) => LENGTH.test(value) || /^(?:thin|medium|thick)$/.test(value),
  notation: (value) => value.split(/\s+/).every((one) => NOTATIONS.has(one)),
  ...Object.fromEntries(
    ['displaystyle', 'stretchy', 'fence', 'separator', 'symmetric', 'largeop', 'movablelimits', 'accent']
      .concat('accentunder')
      .map((name) => [name, (value: string) => value === 'true' || value === 'false']),
  ),
  ...Object.fromEntries(
    ['lspace', 'rspace', 'minsize', 'maxsize', 'width', 'height', 'depth'].map((name) => [
      name,
      (value: string) =>
        LENGTH.test(value) || NAMED_LENGTH.test(value) || (name === 'maxsize' && value === 'infinity'),
    ]),
  ),
};
const NOTATIONS: ReadonlySet<string> = new Set(
  (
    'longdiv actuarial radical box roundedbox circle left right top bottom updiagonalstrike ' +
    'downdiagonalstrike verticalstrike horizontalstrike phasorangle madruwb'
  ).split(' '),
);

/** The value of an attribute of MathML; undefined when the attribute must go. */
export function soundMathValue(name: string, written: string): string | undefined {
  if (name === 'lang') return soundLanguage(written.trim());
  const value = written.trim().toLowerCase();
  const isSound = MATH_VALUES[name];
  return isSound === undefined ? written : isSound(value) ? value : undefined;
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
