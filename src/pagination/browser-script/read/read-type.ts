// Which type stands on a page: faces, small capitals, figures and capitals as the styles in force make them.
import type { TypeUse } from '../../../model/page-column.js';

/**
 * Every kind once, in the order of the text. Code, formulas and drawings set their type by rules of their
 * own.
 */
export function readType(content: HTMLElement): readonly TypeUse[] {
  const found = new Map<string, TypeUse>();
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const styles = new Map<Element, CSSStyleDeclaration>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const words = (node as Text).data.replaceAll('\u00AD', '').trim();
    if (parent === null || words === '' || parent.closest(APART) !== null) continue;
    const home = parent.matches('.line') ? (parent.parentElement ?? parent) : parent;
    const style = styles.get(home) ?? getComputedStyle(home);
    styles.set(home, style);
    if (style.visibility === 'hidden') continue;
    const use = useOf(words, parent, style);
    const key = [
      use.family,
      use.weight,
      use.style,
      use.smallCaps,
      use.imitates,
      use.figures?.kind,
      use.figures?.within,
      use.capitals,
    ].join('|');
    if (!found.has(key)) found.set(key, use);
  }
  return [...found.values()];
}

const APART = 'pre, code, kbd, samp, math, svg, .note-call, .drop-cap, .raised-cap';
/**
 * Raised and lowered figures, and those of a heading, go with what they belong to; so does a heading's number
 * in the contents.
 */
const NO_TEXT = 'h1, h2, h3, h4, h5, h6, header, sup, sub, .note-number, .page-ref, .toc .number';
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/u;

function useOf(words: string, parent: Element, style: CSSStyleDeclaration): TypeUse {
  const features = new Set(
    (style.fontFeatureSettings.match(/"\w{4}"(?!\s*(?:0|off))/g) ?? []).map((one) => one.slice(1, 5)),
  );
  const smallCaps = features.has('smcp') || features.has('c2sc') || style.fontVariantCaps !== 'normal';
  const figures = figuresOf(words, { parent, features, numeric: style.fontVariantNumeric });
  const capitals = smallCaps || style.textTransform === 'uppercase' ? undefined : CAPITALS.exec(words)?.[0];
  const block = parent.closest('[data-block]')?.getAttribute('data-block');
  return {
    family: (/^[^,]*/.exec(style.fontFamily)?.[0] ?? '').replaceAll('"', '').trim(),
    weight: Number(style.fontWeight),
    style: /^(italic|oblique)/.test(style.fontStyle) ? 'italic' : 'normal',
    smallCaps,
    imitates:
      style.getPropertyValue('font-synthesis-weight') !== 'none' ||
      style.getPropertyValue('font-synthesis-style') !== 'none',
    ...(figures === undefined ? {} : { figures }),
    ...(capitals === undefined ? {} : { capitals }),
    ...(block === null || block === undefined ? {} : { block }),
    words: words.split(/\s+/).slice(0, 6).join(' '),
  };
}

function figuresOf(
  words: string,
  { parent, features, numeric }: { parent: Element; features: ReadonlySet<string>; numeric: string },
): TypeUse['figures'] {
  if (!/\d/.test(words) || parent.closest(NO_TEXT) !== null) return undefined;
  const lining = features.has('lnum') || numeric.includes('lining-nums');
  const kind =
    lining && (features.has('tnum') || numeric.includes('tabular-nums'))
      ? 'tabular'
      : features.has('onum') || numeric.includes('oldstyle-nums')
        ? 'old-style'
        : 'lining';
  return { kind, within: parent.closest('td, th') === null ? 'text' : 'table' };
}
