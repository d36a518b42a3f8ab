// Faces: the computed styles that decide how wide a text is, as one key, and back as styles for measuring.
import { isFigures } from '../../../layout/lines/page-number-width.js';
import type { TextFace } from '../../../layout/lines/inline-items.js';

/** All that Chromium's shaping and spacing look at. */
const PROPERTIES = [
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-stretch',
  'font-kerning',
  'font-optical-sizing',
  'font-variation-settings',
  'font-feature-settings',
  'font-variant-caps',
  'font-variant-numeric',
  'font-variant-alternates',
  'font-variant-east-asian',
  'font-variant-ligatures',
  'font-variant-position',
  'font-size-adjust',
  'font-synthesis',
  'letter-spacing',
  'word-spacing',
  'text-transform',
  'text-rendering',
  'direction',
  'unicode-bidi',
] as const;

const faces = new Map<string, TextFace>();
const dresses = new Map<TextFace, readonly string[]>();

/**
 * Language chooses glyphs (Turkish i, Serbian italics), so it is part of the face; so is being a page
 * reference.
 */
export function faceOf(
  element: Element,
  style: CSSStyleDeclaration,
  paragraph: CSSStyleDeclaration,
): TextFace {
  const tracked = style.letterSpacing === paragraph.letterSpacing ? 'yes' : 'no';
  const wraps =
    /^(nowrap|pre)$/.test(style.whiteSpace) || style.getPropertyValue('text-wrap-mode') === 'nowrap'
      ? 'no'
      : 'yes';
  const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const widest = isPageNumber(element);
  const dress = [language, ...shapingOf(style)];
  const key = [tracked, wraps, String(widest), ...dress].join('|');
  const known = faces.get(key);
  if (known) return known;
  const face: TextFace = { tracked, wraps, ...(widest ? { figures: 'widest' } : {}) };
  faces.set(key, face);
  dresses.set(face, dress);
  return face;
}

/** The values of all properties that decide how letters come out. */
export function shapingOf(style: CSSStyleDeclaration): readonly string[] {
  return PROPERTIES.map((property) => style.getPropertyValue(property));
}

/**
 * A page reference that is numbered in figures. Roman numbers are fitted exactly: no letter is as wide as
 * all.
 */
function isPageNumber(element: Element): boolean {
  const reference = element.closest('[data-target]');
  return reference !== null && isFigures(reference.textContent);
}

/** Gives an element all that the face asks for. */
export function dressAs(element: HTMLElement, face: TextFace): void {
  const [language, ...values] = dresses.get(face) ?? [];
  if (language) element.lang = language;
  values.forEach((value, index) => {
    element.style.setProperty(PROPERTIES[index] ?? '', value);
  });
}
