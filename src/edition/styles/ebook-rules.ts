// What fights the reader's own settings in an EPUB (docs/guide/themes.md, rule 12).
import { hasNegative } from './css-values.js';
import { said, whom, type Fault, type StyleRule } from './lint-rule.js';
import type { StyleDeclaration } from './declarations.js';

export const EBOOK_RULES: readonly StyleRule[] = [{ code: 'STYLE-010', media: ['ebook'], judge: fight }];

const HINT = 'Leave it out, or put it into @media print { … } when it is meant for paper.';

function fight(ruling: StyleDeclaration): Fault | undefined {
  const why = reasonAgainst(ruling);
  return why === undefined || ruling.within.includes('font-face') || ruling.within.includes('page')
    ? undefined
    : { message: `"${said(ruling)}"${whom(ruling)} ${why}.`, hint: HINT };
}

function reasonAgainst({ property, value, node }: StyleDeclaration): string | undefined {
  if (/^(?:color|background-color)$/.test(property) && !FOLLOWING.test(value))
    return "fights the reader's night mode";
  if (property === 'background' && !/^(?:none|transparent|inherit|initial|unset)$/i.test(value))
    return "fights the reader's night mode";
  if (
    /^(?:font-size|font|line-height)$/.test(property) &&
    /(?:^|[\s(/])[\d.]*\d(?:px|pt|mm|cm|in|pc|q)\b/i.test(value)
  )
    return "does not follow the reader's size of type";
  if (property === 'position' && /^(?:absolute|fixed|sticky)$/.test(value))
    return 'takes text out of the flow';
  if (
    /^(?:margin|left$|right$|top$|bottom$|inset|letter-spacing$|word-spacing$)/.test(property) &&
    hasNegative(node) &&
    !isHairline(property, value)
  )
    return 'is negative and pushes text off small screens';
  return undefined;
}

/** Colours that follow the reader's. */
const FOLLOWING = /^(?:inherit|initial|unset|revert|currentcolor|transparent)$/i;

/** Tight tracking of a headline is harmless. */
function isHairline(property: string, value: string): boolean {
  return /spacing$/.test(property) && /^-0?\.0\d*em$/.test(value);
}
