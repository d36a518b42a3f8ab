// The smallest pieces that the schemas are made of. Each says in `title` what it wants: editors show it, and
// so do findings.
import { z } from 'zod';
import type { Margins } from '../../model/margins.js';
import { MARC_RELATORS, readRole } from '../values/roles.js';
import { readWebColour } from '../values/colour.js';
import { readDate } from '../values/date.js';
import { readFontSource } from '../values/font.js';
import { readIsbn } from '../values/isbn.js';
import { readLanguage } from '../values/language.js';
import { LENGTH_PATTERN, readLength } from '../values/length.js';
import { readPath } from '../values/settings-path.js';
import { readPriceDigits } from '../values/price.js';
import { readTrim, TRIM_SIZES } from '../values/trim.js';
import {
  readCastId,
  readFileName,
  readLine,
  readText,
  readVariable,
  readVariableName,
  readWebAddress,
} from '../values/plain-text.js';
import type { ParsedValue } from '../values/parsed-value.js';

/** Words that may be written as a number too, because YAML reads `1` as one. */
const word = z.union([z.string(), z.number()]);

export const text = read(z.string().min(1), readText).meta({ title: 'text' });
export const textOrNumber = read(word, readText).meta({ title: 'text' });
export const name = read(word, readFileName).meta({ title: 'a file name', examples: ['io'] });
export const castId = read(z.string(), readCastId).meta({ title: 'an id', examples: ['sam'] });
export const length = read(
  z.union([z.string().meta({ pattern: `^${LENGTH_PATTERN}$` }), z.number()]),
  readLength,
).meta({ title: 'a length', examples: ['20mm', '0.75in', '14pt'] });
export const trim = read(z.string(), readTrim).meta({
  title: 'a trim size',
  examples: [...Object.keys(TRIM_SIZES), '148mm x 210mm'],
});
export const language = read(z.string(), readLanguage).meta({
  title: 'a language tag',
  examples: ['en-GB', 'de', 'fr', 'ar'],
});
export const date = read(word, readDate).meta({ title: 'a date', examples: ['2026-11-23', '2026'] });
export const isbn = read(word, readIsbn).meta({ title: 'an ISBN', examples: ['978-3-16-148410-0'] });
export const priceDigits = read(word, readPriceDigits).meta({ title: 'five digits', examples: ['51299'] });
export const role = read(z.string(), readRole).meta({
  title: 'a role',
  examples: ['author', 'editor', 'illustrator', 'translator', ...Object.keys(MARC_RELATORS)],
});
export const path = read(z.string().min(1), readPath).meta({ title: 'the path of a file' });
export const fontSource = read(z.string().min(1), readFontSource).meta({
  title: 'a font file or an npm package',
  examples: ['fonts/Name-Regular.ttf', '@expo-google-fonts/lora'],
});
export const webAddress = read(z.string(), readWebAddress).meta({ title: 'a web address' });
export const webColour = read(z.string(), readWebColour).meta({ title: 'a colour', examples: ['#ff48b0'] });
/** YAML 1.2 takes `yes` and `no` for words; nobody else does. */
export const yesNo = z
  .preprocess((given) => YES_NO.get(given) ?? given, z.boolean())
  .meta({ title: 'true or false', type: 'boolean' });
const YES_NO: ReadonlyMap<unknown, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['no', false],
  ['off', false],
]);
/** A title: line breaks of a block of YAML are spaces. */
export const line = read(word, readLine).meta({ title: 'text' });
/** The same for a name, which no number is. */
export const nameLine = read(z.string().min(1), readLine).meta({ title: 'text' });

/** Theme variables by their names without dashes in front; read to CSS custom properties. */
export const variables = z
  .record(read(z.string(), readVariableName), read(word, readVariable).meta({ title: 'a CSS value' }))
  .meta({ title: 'variables and their values' });

const fourMargins = z.strictObject({ top: length, bottom: length, inside: length, outside: length });

export const margins = z
  .union([length, fourMargins])
  .transform((given) => (typeof given === 'number' ? allRound(given) : given))
  .meta({ title: 'a length, or top, bottom, inside and outside' });

/** A book's: they may be left to its printers. */
export const bookMargins = z
  .union([length, z.literal('by-profile'), fourMargins])
  .transform((given) => (typeof given === 'number' ? allRound(given) : given))
  .meta({ title: 'a length, "by-profile", or top, bottom, inside and outside' });

function allRound(margin: number): Margins {
  return { top: margin, bottom: margin, inside: margin, outside: margin };
}

/** A whole number between two others. */
export function wholeNumber(least: number, most: number) {
  return z.int().min(least).max(most).meta({ title: 'a whole number' });
}

/** A list, or its only item without the brackets. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item), item])
    .transform((given): z.output<Item>[] => (Array.isArray(given) ? (given as z.output<Item>[]) : [given]));
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words).meta({ title: words.map((one) => `"${one}"`).join(' or ') });
}

/**
 * What is written, read by one of the readers in `values/`; its fault becomes an issue that carries our code.
 */
function read<Written extends z.ZodType, T>(
  written: Written,
  reader: (value: z.output<Written>) => ParsedValue<T>,
) {
  return written.transform((value, context): T => {
    const reading = reader(value);
    if ('value' in reading) return reading.value;
    const { code, message, hint } = reading.fault;
    context.addIssue({ code: 'custom', message, params: { code, hint } });
    return z.NEVER;
  });
}
