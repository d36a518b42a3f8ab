// A content stream in other colours: what sets a colour is rewritten, everything else stays byte for byte.
import type { Conversion } from './colour-conversion.js';
import { numbers, operatorsOf, type Operator } from '../objects/content-operators.js';
import { isNeutral, type Rgb } from './rgb-colour.js';

/** Marks of the reading structure: of no use to a printer, and full of words that are not painted. */
const READING = new Set(['BDC', 'BMC', 'EMC', 'MP', 'DP']);

/**
 * A text beside glyphs, of scripts from Hebrew to Ethiopic: a letter of theirs may be drawn in parts, and
 * nothing else says what it is.
 */
const DRAWN_IN_PARTS = /^\/Span\s*<<\s*\/ActualText\s*<FEFF(?:0[6-9A-F]|05[9A-F]|1[0-3])/i;

/**
 * The stream's colours converted and its marks for reading left out, but for what letters that are drawn in
 * parts say. `content` is Latin-1.
 */
export function convertContent(content: string, conversion: Conversion): string {
  const pieces: string[] = [];
  const open: ('kept' | 'dropped')[] = [];
  let from = 0;
  for (const operator of operatorsOf(content)) {
    const instead = READING.has(operator.name)
      ? remarked(operator, { content, open })
      : repainted(operator, conversion);
    if (instead === undefined) continue;
    pieces.push(content.slice(from, operator.start), instead);
    from = operator.end;
  }
  return pieces.length === 0 ? content : pieces.join('') + content.slice(from);
}

/** Nothing in place of a mark; undefined for one that stays. */
function remarked(
  { name, start, end }: Operator,
  { content, open }: { readonly content: string; readonly open: ('kept' | 'dropped')[] },
): string | undefined {
  if (name === 'EMC') return open.pop() === 'kept' ? undefined : '';
  if (name !== 'BDC' && name !== 'BMC') return '';
  const fate = DRAWN_IN_PARTS.test(content.slice(start, end).trimStart()) ? 'kept' : 'dropped';
  open.push(fate);
  return fate === 'kept' ? undefined : '';
}

function repainted(operator: Operator, conversion: Conversion): string | undefined {
  const rgb = rgbSet(operator);
  if (rgb === undefined) return undefined;
  const isStroke = operator.name === 'RG' || operator.name === 'G';
  // Grays are painted as gray even in an RGB file: a printer makes them with black alone.
  if (conversion.space === 'DeviceRGB' && isNeutral(rgb))
    return `${digits(conversion.colour(rgb).slice(0, 1))} ${isStroke ? 'G' : 'g'}`;
  const names = { DeviceGray: ['g', 'G'], DeviceRGB: ['rg', 'RG'], DeviceCMYK: ['k', 'K'] } as const;
  return `${digits(conversion.colour(rgb))} ${names[conversion.space][isStroke ? 1 : 0]}`;
}

function rgbSet(operator: Operator): Rgb | undefined {
  if (operator.name === 'rg' || operator.name === 'RG') {
    const [red, green, blue] = numbers(operator, 3) ?? [];
    return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
  }
  if (operator.name !== 'g' && operator.name !== 'G') return undefined;
  const [gray] = numbers(operator, 1) ?? [];
  return gray === undefined ? undefined : [gray, gray, gray];
}

function digits(values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 10_000) / 10_000)).join(' ');
}
