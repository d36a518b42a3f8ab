// The styles that come out of settings: the sheet, its margins, the faces, the variables.
import type { FontFace, PageGeometry } from '../model/edition.js';

/**
 * The master's sheet, larger than the trim by the overhang on every side, with margins mirrored; and the
 * measures as variables.
 */
export function pageRules(page: PageGeometry): string {
  const { trim, overhang, margins } = page;
  const beyond = (margin: number): string => mm(margin + overhang);
  const sides = (left: number, right: number): string =>
    `margin-left: ${beyond(left)}; margin-right: ${beyond(right)};`;
  return [
    '@page {',
    `  size: ${mm(trim.width + 2 * overhang)} ${mm(trim.height + 2 * overhang)};`,
    `  margin: ${beyond(margins.top)} ${beyond(margins.outside)} ${beyond(margins.bottom)} ` +
      `${beyond(margins.inside)};`,
    '}',
    `@page :right { ${sides(margins.inside, margins.outside)} }`,
    `@page :left { ${sides(margins.outside, margins.inside)} }`,
    ...['bare', 'bare:right', 'bare:left'].map((name) => `@page ${name} { margin: 0; }`),
    '.bare { page: bare; }',
    variableRules(measures(page)),
  ].join('\n');
}

/**
 * Of several faces with one family and look, browsers ask the last for a character first: so fallbacks come
 * before the faces that they help. An e-book's have names of their own, and no range, which old reading
 * systems do not know.
 */
export function fontRules(fonts: readonly FontFace[]): string {
  const families = new Set(
    fonts.filter(({ characters }) => characters === undefined).map(({ family }) => family),
  );
  const helps = ({ family, characters }: FontFace): boolean =>
    characters !== undefined && families.has(family);
  return [...fonts.filter(helps), ...fonts.filter((face) => !helps(face))]
    .map(
      (face) =>
        `@font-face { font-family: "${face.family}"; font-style: ${face.style}; font-weight: ` +
        `${face.weight}; src: url("${face.href}");` +
        `${helps(face) ? ` unicode-range: ${rangeOf(face.characters ?? '')};` : ''} }`,
    )
    .join('\n');
}

/** As `U+2190-2193, U+1F600`. `characters` are in order. */
function rangeOf(characters: string): string {
  const runs: { first: number; last: number }[] = [];
  for (const character of characters) {
    const point = character.codePointAt(0) ?? 0;
    const run = runs.at(-1);
    if (run !== undefined && run.last === point - 1) run.last = point;
    else runs.push({ first: point, last: point });
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return runs.map(({ first, last }) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`).join(', ');
}

/** Custom properties on the root; names carry their dashes. */
export function variableRules(variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length === 0 ? '' : [':root {', ...lines, '}'].join('\n');
}

function measures({ trim, bleed, overhang, margins }: PageGeometry): Readonly<Record<string, string>> {
  return {
    '--trim-width': mm(trim.width),
    '--trim-height': mm(trim.height),
    '--bleed': mm(bleed),
    '--overhang': mm(overhang),
    '--margin-top': mm(margins.top),
    '--margin-bottom': mm(margins.bottom),
    '--margin-inside': mm(margins.inside),
    '--margin-outside': mm(margins.outside),
  };
}

/** Four digits are a ten-thousandth of a millimetre; more would be the noise of binary fractions. */
function mm(length: number): string {
  return `${Number(length.toFixed(4))}mm`;
}
