// A printer's profile, styles/profiles/NAME.yml: what it asks of a file, where that was read and when.
import { z } from 'zod';
import { date, length, oneOf, path, text, webColour, wholeNumber, yesNo } from './schema-terms.js';

export const COLOUR_MODES = ['rgb', 'gray', 'cmyk', 'spot'] as const;
export const STANDARDS = ['none', 'x-4', 'x-1a'] as const;

export const ink = z.strictObject({ name: text, display: webColour });

const percent = wholeNumber(100, 400);

export const profileSchema = z.strictObject({
  title: text,
  source: text.optional(),
  'verified-on': date.optional(),
  bleed: z.strictObject({ width: length, edges: oneOf('all', 'outer', 'none') }),
  marks: yesNo,
  colour: oneOf(...COLOUR_MODES),
  standard: oneOf(...STANDARDS),
  condition: z.strictObject({ name: text, icc: path }).optional(),
  'ink-limit': percent.optional(),
  inks: z.array(ink).optional(),
  margins: z
    .strictObject({
      inside: z.array(z.strictObject({ 'up-to': wholeNumber(1, 10_000), least: length })).optional(),
      outside: length.optional(),
    })
    .optional(),
  pages: z
    .strictObject({
      least: wholeNumber(1, 10_000).optional(),
      most: wholeNumber(1, 10_000).optional(),
      multiple: wholeNumber(1, 64).optional(),
      'blank-run': wholeNumber(1, 100).optional(),
    })
    .optional(),
  images: z.strictObject({
    least: wholeNumber(1, 5000),
    good: wholeNumber(1, 5000),
    most: wholeNumber(1, 10_000).optional(),
    refused: wholeNumber(1, 5000).optional(),
  }),
  'finest-line': length,
  'smallest-type': length.optional(),
  'largest-megabytes': wholeNumber(1, 100_000).optional(),
});

export type ProfileFile = z.output<typeof profileSchema>;
