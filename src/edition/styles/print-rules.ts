// What provokes Paged.js to lose text, and what it or paper does not know. Each row of the table is one rule.
import { isZero, valueParts, unitsOf } from './css-values.js';
import { said, whom, type StyleRule } from './lint-rule.js';
import type { StyleDeclaration } from './declarations.js';
import { isDisplay, isRoot, isRunningText, mayDivide } from './selector-subject.js';
import { writtenBy } from './generated-content.js';

export const PRINT_RULES: readonly StyleRule[] = [
  {
    code: 'STYLE-001',
    media: ['print'],
    judge: (ruling) => {
      if (!takesRoomAboveOrBelow(ruling) || staysWhole(ruling) || !ruling.subjects.some(mayDivide))
        return undefined;
      return {
        message: `"${said(ruling)}"${whom(ruling)}: the block may run over a page.`,
        hint: 'Use margins, or "break-inside: avoid" where the block is short.',
      };
    },
  },
  {
    code: 'STYLE-002',
    media: ['print'],
    judge: (ruling) => {
      if (!hides(ruling) || ruling.subjects.every(isDisplay)) return undefined;
      return {
        message: `"${said(ruling)}"${whom(ruling)} cuts off what does not fit.`,
        hint: 'Leave out the overflow or the height.',
      };
    },
  },
  {
    code: 'STYLE-003',
    media: ['print'],
    judge: (ruling) => {
      const unit = [...unitsOf(ruling.node)].find((one) => /^[sld]?v(?:h|w|min|max|b|i)$/.test(one));
      return unit === undefined
        ? undefined
        : {
            message: `"${said(ruling)}"${whom(ruling)}: ${unit} does not measure the page.`,
            hint: 'Use var(--depth), var(--measure), var(--trim-width) or var(--trim-height).',
          };
    },
  },
  {
    code: 'STYLE-004',
    media: ['print', 'ebook'],
    judge: (ruling) => {
      if (!/^(?:direction|writing-mode|unicode-bidi)$/.test(ruling.property) || !ruling.subjects.some(isRoot))
        return undefined;
      return {
        message: `"${said(ruling)}"${whom(ruling)} turns the letters, not the book.`,
        hint: 'Leave it out; the direction comes from language in book.yml.',
      };
    },
  },
  {
    code: 'STYLE-005',
    media: ['print'],
    judge: (ruling) => {
      if (ruling.property !== 'position' || !/^(?:absolute|fixed|sticky)$/.test(ruling.value))
        return undefined;
      if (
        ruling.subjects.every(isDisplay) ||
        (ruling.value === 'absolute' && !ruling.subjects.some(isRunningText))
      )
        return undefined;
      return {
        message: `"${said(ruling)}"${whom(ruling)}: the text cannot move to the next page.`,
        hint: 'Use margins or a float.',
      };
    },
  },
  {
    code: 'STYLE-006',
    media: ['print'],
    judge: (ruling) => {
      if (
        !/^column(?:s|-count|-width)$/.test(ruling.property) ||
        /^(?:auto|1|none|initial|unset|inherit)$/.test(ruling.value) ||
        staysWhole(ruling)
      )
        return undefined;
      return {
        message: `"${said(ruling)}"${whom(ruling)}: columns cannot run over a page.`,
        hint: 'Set a list that is short with "break-inside: avoid"; leave other text in one column.',
      };
    },
  },
  { code: 'STYLE-007', media: ['print'], judge: unreadBreak },
  {
    code: 'STYLE-008',
    media: ['print'],
    judge: (ruling) => {
      if (!COMMA_IN_BRACKETS.test(ruling.selector) || !isFirst(ruling)) return undefined;
      if (
        !/:(?:first|last|nth)-of-type/.test(ruling.selector) &&
        ![...ruling.block.keys()].some((name) => READ_BREAKS.test(name))
      )
        return undefined;
      return {
        message: `Paged.js cuts the selector "${ruling.selector}" at every comma.`,
        hint: 'Write the selectors one by one, without a comma in brackets.',
      };
    },
  },
  {
    code: 'STYLE-009',
    media: ['print', 'ebook'],
    judge: (ruling) => {
      const [words] = writtenBy(ruling);
      if (!words) return undefined;
      return {
        message:
          `"${said(ruling)}"${whom(ruling)} writes ${words.isCounted ? 'what is' : 'words that are'} ` +
          'not in the book.',
        hint: 'Write it in a template, so that every edition has it.',
      };
    },
  },
];

function takesRoomAboveOrBelow({ property, node, value, block }: StyleDeclaration): boolean {
  if (/^padding(?:-block(?:-start|-end)?|-top|-bottom)?$/.test(property)) {
    const [top, , bottom = top] = valueParts(node);
    return property === 'padding' ? !isZero(top) || !isZero(bottom) : !valueParts(node).every(isZero);
  }
  if (!/^border(?:-top|-bottom|-block(?:-start|-end)?)?(?:-width|-style)?$/.test(property)) return false;
  const [top, , bottom = top] = valueParts(node);
  // told once, of its style
  if (/-width$/.test(property) && block.has(property.replace(/-width$/, '-style'))) return false;
  return /^border-(?:width|style)$/.test(property)
    ? !isZero(top) || !isZero(bottom)
    : !valueParts(node).some(isZero) && value !== '';
}

function staysWhole({ block }: StyleDeclaration): boolean {
  return (
    /^avoid/.test(block.get('break-inside') ?? block.get('page-break-inside') ?? '') ||
    /^(?:absolute|fixed)$/.test(block.get('position') ?? '') ||
    /^inline/.test(block.get('display') ?? '')
  );
}

function hides({ property, value, block }: StyleDeclaration): boolean {
  if (/^(?:-webkit-)?line-clamp$/.test(property)) return value !== 'none';
  if (!/^overflow(?:-y|-block)?$/.test(property)) return false;
  if (/\b(?:auto|scroll)\b/.test(value)) return true;
  return (
    /\b(?:hidden|clip)\b/.test(value) &&
    ['height', 'max-height', 'block-size', 'max-block-size'].some(
      (name) => !/^(?:auto|none)?$/.test(block.get(name) ?? ''),
    )
  );
}

/** What Paged.js reads by itself, by cutting the selector at commas. */
const READ_BREAKS = /^(?:page|(?:page-)?break-(?:before|after))$/;
const COMMA_IN_BRACKETS = /\([^()]*(?:\([^()]*\)[^()]*)*,/;

/**
 * What Paged.js does with `page`, `break-before` and `break-after`:
 * node_modules/pagedjs/src/modules/paged-media/breaks.js
 */
function unreadBreak(
  ruling: StyleDeclaration,
): { readonly message: string; readonly hint: string } | undefined {
  const { property, value, selector, subjects, isNested } = ruling;
  if (!READ_BREAKS.test(property) || selector === '' || /^(?:auto|avoid)/.test(value)) return undefined;
  const hint = 'Write the break in a plain rule of its own.';
  if (isNested)
    return {
      message: `"${said(ruling)}"${whom(ruling)} is in a nested rule, which Paged.js does not read.`,
      hint,
    };
  if (/var\(/.test(value))
    return {
      message: `"${said(ruling)}"${whom(ruling)}: Paged.js does not read variables in breaks.`,
      hint: 'Write the value itself.',
    };
  if (subjects.some(({ pseudo }) => pseudo !== ''))
    return {
      message: `"${said(ruling)}"${whom(ruling)}: generated content cannot begin a page.`,
      hint: 'Give the break to the element.',
    };
  return undefined;
}

/** Said once for a block, not for each of its declarations. */
function isFirst({ property, after, block }: StyleDeclaration): boolean {
  return after.length === block.size - 1 && [...block.keys()][0] === property;
}
