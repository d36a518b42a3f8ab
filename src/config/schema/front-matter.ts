// What stands between the --- lines of a Markdown file.
import { z } from 'zod';
import { CHAPTER_KINDS, GENERATED_KINDS, type ChapterKind } from '../../model/book.js';
import { language, oneOf, text, textOrNumber, yesNo } from './schema-terms.js';

const generated = new Set<string>(GENERATED_KINDS);

/** The kinds that a text can have: a section that a template alone makes has no room for one. */
export type WrittenKind = Exclude<ChapterKind, (typeof GENERATED_KINDS)[number]>;

const kinds = Object.keys(CHAPTER_KINDS).filter((kind): kind is WrittenKind => !generated.has(kind)) as [
  WrittenKind,
  ...WrittenKind[],
];

export const frontMatterSchema = z.strictObject({
  title: textOrNumber.optional(),
  'short-title': textOrNumber.optional(),
  role: oneOf(...kinds).optional(),
  author: text.optional(),
  numbered: yesNo.optional(),
  listed: yesNo.optional(),
  language: language.optional(),
  classes: z
    .union([text, z.array(text)])
    .transform((given) => (typeof given === 'string' ? given : given.join(' ')).split(/\s+/).filter(Boolean))
    .optional()
    .meta({ title: 'a class, or a list of classes' }),
});
