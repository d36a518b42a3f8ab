// cast.yml: a list of the people in the book.
import { z } from 'zod';
import { castId, path, text, textOrNumber, yesNo } from './schema-terms.js';

export const castSchema = z
  .array(
    z.strictObject({
      id: castId.describe('What a mention calls the member by: {@sam}. Letters, digits and hyphens.'),
      name: text,
      aliases: z.array(text).optional(),
      'played-by': text.optional(),
      role: text.optional(),
      note: text.optional(),
      portrait: z.strictObject({ image: path, alt: text }).optional(),
      group: textOrNumber.optional(),
      spoiler: yesNo.optional(),
    }),
  )
  .meta({ title: 'a list of members' });

export type CastSettings = z.output<typeof castSchema>;
