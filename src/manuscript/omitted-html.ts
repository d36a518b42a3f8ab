// What is said of HTML that a book does not take.
import { finding, type Finding } from '../model/finding.js';
import type { Span } from '../model/source-span.js';
import { OBSOLETE_VOID_ELEMENTS, VOID_ELEMENTS } from '../shared/html-elements.js';

/** Elements that never hold anything. */
const VOID: ReadonlySet<string> = new Set([...VOID_ELEMENTS, ...OBSOLETE_VOID_ELEMENTS]);

interface Loss {
  /** `drop`: with all that is in it; `unwrap`: its words are kept. */
  readonly fate: 'unwrap' | 'drop';
  readonly isClosed: boolean;
  readonly at: Span;
}

/** TEXT-006; TEXT-005 when the element runs to the end of the text and takes it along. */
export function elementLeftOut(tag: string, { fate, isClosed, at }: Loss): Finding {
  if (fate === 'drop' && !VOID.has(tag) && !isClosed) {
    return finding('TEXT-005', {
      message: `The element <${tag}> is opened and never closed, so the text after it would be lost.`,
      at,
      hint: `Delete it, or close it with "</${tag}>".`,
    });
  }
  return finding('TEXT-006', {
    message:
      fate === 'drop'
        ? `A book cannot hold the element <${tag}>. It is left out, with all that is in it.`
        : `A book cannot hold the element <${tag}>. It is left out, and its words are kept.`,
    at,
    hint:
      tag === 'svg'
        ? 'Save the drawing as a file and place it as an image.'
        : 'Delete it, or write it in Markdown.',
  });
}

/** An element of a formula that is not where MathML allows it. */
export function formulaChanged(tag: string, at: Span): Finding {
  return finding('TEXT-006', {
    message: `MathML does not allow the element <${tag}> as it is written here. Its words are kept.`,
    at,
    hint: 'Write the formula in TeX between dollar signs, or correct the MathML.',
  });
}

export function attributeLeftOut(name: string, tag: string, at: Span): Finding {
  return finding('TEXT-007', {
    message: `The attribute "${name}" of <${tag}> is left out.`,
    at,
    hint: hintForAttribute(name, tag),
  });
}

export function valueLeftOut(
  { name, value }: { readonly name: string; readonly value: string },
  tag: string,
  at: Span,
): Finding {
  const short = value.length > 40 ? `${value.slice(0, 39)}…` : value;
  return finding('TEXT-007', {
    message: `The attribute "${name}" of <${tag}> cannot be "${short}" and is left out.`,
    at,
    hint: name === 'lang' ? 'Write a tag such as en-GB, de or fr.' : 'Correct it, or delete it.',
  });
}

function hintForAttribute(name: string, tag: string): string {
  if (name === 'style') return 'Give the element a class, and the class a style in styles/custom.css.';
  return name === 'name' && tag === 'a' ? 'Keep the "id" alone: it has another name already.' : 'Delete it.';
}

export function idChanged(written: string, id: string, at: Span): Finding {
  return finding('TEXT-021', {
    message:
      id === ''
        ? `"${written}" cannot be an id and is left out.`
        : `"${written}" cannot be an id. It becomes "${id}", and links to it follow.`,
    at,
    hint: 'Begin with a letter, and use letters, digits, hyphens and dots.',
  });
}

export function tooDeep(levels: number, at: Span): Finding {
  return finding('TEXT-003', {
    message: 'Markup is nested too deeply here, and the text inside would be lost.',
    at,
    hint: `Use fewer than ${levels} levels.`,
  });
}
