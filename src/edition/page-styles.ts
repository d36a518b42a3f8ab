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

export function fontRules(fonts: readonly FontFace[]): string {
  return fonts
    .map(
      ({ family, style, weight, href }) =>
        `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; src: ` +
        `url("${href}"); }`,
    )
    .join('\n');
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
