// book.yml: every key that an author may write, and what becomes of it. Kebab-case outside; the names of the
// model inside.
import { z } from 'zod';
import { EDITION_NAMES } from '../../model/settings.js';
import { STORE_NAMES } from '../../model/store.js';
import { STOCKS, type StockName } from '../../model/cover-wrap.js';
import { readQuotes } from '../values/quotes.js';
import { fontRoles } from './fonts.js';
import { COLOUR_MODES, ink, STANDARDS } from './profile.js';
import {
  bookMargins,
  date,
  isbn,
  language,
  length,
  line,
  listOf,
  name,
  nameLine,
  oneOf,
  path,
  priceDigits,
  role,
  text,
  textOrNumber,
  trim,
  variables,
  webAddress,
  wholeNumber,
  yesNo,
} from './schema-terms.js';

const fullContributor = z.strictObject({
  name: nameLine,
  'sort-name': nameLine.optional(),
  role: role.optional(),
  url: webAddress.optional(),
});

const contributor = z
  .union([nameLine, fullContributor])
  .transform((given): z.output<typeof fullContributor> =>
    typeof given === 'string' ? { name: given } : given,
  )
  .meta({ title: 'a name, or name, sort-name, role and url' });

const subject = z
  .union([text, z.strictObject({ term: text, authority: text.optional(), code: textOrNumber.optional() })])
  .transform((given) => (typeof given === 'string' ? { term: given } : given))
  .meta({ title: 'a term, or term, authority and code' });

const publisher = z
  .union([nameLine, z.strictObject({ name: nameLine, place: nameLine.optional() })])
  .transform((given) => (typeof given === 'string' ? { name: given } : given))
  .meta({ title: 'a name, or name and place' });

const rights = z
  .union([
    text,
    z.strictObject({
      statement: text.optional(),
      holder: text.optional(),
      year: wholeNumber(1000, 9999).optional(),
      licence: text.optional(),
    }),
  ])
  .transform((given) => (typeof given === 'string' ? { statement: given } : given))
  .meta({ title: 'a statement, or holder, year, licence and statement' });

const series = z
  .union([
    nameLine,
    z.strictObject({ name: nameLine, position: textOrNumber.optional(), id: textOrNumber.optional() }),
  ])
  .transform((given) => (typeof given === 'string' ? { name: given } : given))
  .meta({ title: 'a name, or name and position' });

const place = text.meta({
  title: 'a file or a section',
  examples: ['01-air.md', 'cover', 'title-page', 'contents', 'cast'],
});

const chapterOfFiles = z
  .strictObject({
    files: z
      .array(z.union([place, z.array(place).min(1)]).meta({ title: 'a file, or a list of files' }))
      .min(1),
    title: textOrNumber.optional(),
    numbered: yesNo.optional(),
    role: oneOf('chapter', 'appendix', 'preface', 'foreword', 'introduction').optional(),
  })
  .meta({ title: 'a chapter of several files' });

const partOfBook = z.strictObject({
  part: textOrNumber,
  chapters: z.array(z.union([place, chapterOfFiles]).meta({ title: 'a file, or a chapter of files' })).min(1),
});

const order = listOf(
  z
    .union([place, partOfBook, chapterOfFiles])
    .meta({ title: 'a file, a section, or a part with its chapters' }),
).meta({ title: 'a list' });

const quotes = z
  .union([z.string(), z.array(z.string())])
  .transform((given, context) => {
    const reading = readQuotes(given);
    if ('value' in reading) return reading.value;
    context.addIssue({
      code: 'custom',
      message: reading.fault.message,
      params: { code: reading.fault.code, hint: reading.fault.hint },
    });
    return z.NEVER;
  })
  .meta({ title: 'four quotation marks', examples: ['‘’“”', '„“‚‘'] });

const STOCK_NAMES = Object.keys(STOCKS) as [StockName, ...StockName[]];

const numberStyle = z
  .union([oneOf('arabic', 'roman', 'none'), yesNo])
  .transform((given) => (typeof given === 'boolean' ? (given ? 'arabic' : 'none') : given))
  .meta({ title: '"arabic" or "roman" or "none"' });

/** One word is about chapters; without numbers, parts have none either. */
const numbering = z
  .union([numberStyle, z.strictObject({ chapter: numberStyle.optional(), part: numberStyle.optional() })])
  .transform((given): { chapter?: NumberStyle | undefined; part?: NumberStyle | undefined } =>
    typeof given === 'string' ? { chapter: given, ...(given === 'none' ? { part: given } : {}) } : given,
  )
  .meta({ title: '"arabic" or "roman" or "none", or chapter and part' });

type NumberStyle = z.output<typeof numberStyle>;

/** One ISBN is that of all files. */
const isbns = z
  .union([isbn, z.strictObject({ print: isbn.optional(), epub: isbn.optional() })])
  .transform((given): { print?: string | undefined; epub?: string | undefined } =>
    typeof given === 'string' ? { print: given, epub: given } : given,
  )
  .meta({ title: 'an ISBN, or print and epub' });

const cover = z
  .union([
    yesNo,
    path,
    z.strictObject({ image: path.optional(), alt: text.optional(), title: yesNo.optional() }),
  ])
  .transform((given) =>
    typeof given === 'boolean'
      ? { shown: given }
      : { shown: true, ...(typeof given === 'string' ? { image: given } : given) },
  )
  .meta({ title: 'an image, true or false, or image, alt and title', examples: ['photo.jpg'] });

export const bookSchema = z.strictObject({
  name: name.optional().describe('What the files in dist/ are called. Default: the name of the folder.'),
  title: line.describe('The title of the book.'),
  subtitle: line.optional(),
  'short-title': line.optional().describe('For running heads, where the title is long.'),
  'sort-title': line.optional().describe('As a library files it: "Lonely Earth, A".'),
  language: language
    .optional()
    .describe('BCP 47. Decides hyphenation, quotation marks and direction. Default: en.'),
  author: z
    .union([text, z.array(contributor), contributor])
    .optional()
    .meta({ title: 'a name, or a list of names' }),
  contributors: listOf(contributor).optional(),
  description: text.optional(),
  subjects: listOf(subject).optional(),
  publisher: publisher.optional(),
  rights: rights.optional(),
  published: date.optional(),
  modified: date.optional(),
  seed: textOrNumber
    .optional()
    .describe('What the lasting identifier is made from. Never change it. Default: the name.'),
  isbn: isbns.optional().describe('One for all files, or print and epub.'),
  doi: text.optional(),
  series: series.optional(),
  edition: line.optional(),
  theme: text
    .optional()
    .describe(
      "zine, novel, essay, or a folder of the book's own styles/. Default: zine for a collection of " +
        'short pieces, else novel.',
    ),
  fonts: fontRoles
    .optional()
    .describe(
      "Faces of the book's own in place of the theme's: files of the book's folder, or npm packages.",
    ),
  variables: variables.optional().describe('Variables of the theme, without their dashes.'),
  cover: cover
    .optional()
    .describe(
      'The cover in print and in the EPUB, made from a photograph; "title: false" shows the image ' +
        "alone. true and false: with the theme's own cover, or without one in print.",
    ),
  contents: yesNo
    .optional()
    .describe('Whether the book has a list of its contents. Default: with two chapters or more.'),
  front: order
    .optional()
    .describe(
      'What stands before the chapters. Default: title-page, copyright, contents; for a collection of ' +
        'short pieces cover, copyright, contents.',
    ),
  chapters: order.optional().describe('Default: every Markdown file not named elsewhere, in name order.'),
  back: order
    .optional()
    .describe(
      'What stands after the chapters. Default: the cast where there is one, and the back cover where ' +
        'there is a cover.',
    ),
  split: z
    .strictObject({ chapter: wholeNumber(1, 6), part: wholeNumber(1, 5).optional() })
    .optional()
    .describe('One long file is cut before headings of these levels.'),
  numbering: numbering
    .optional()
    .describe(
      'Numbers of chapters and parts. Default: chapters arabic, parts roman; none for a collection of ' +
        'short pieces, for a single chapter, and where titles have numbers.',
    ),
  dedication: text.optional().describe('Markdown.'),
  cast: z.strictObject({ file: path.optional(), find: oneOf('marked', 'names').optional() }).optional(),
  typography: z
    .strictObject({
      quotes: quotes.optional(),
      hyphenate: yesNo.optional(),
      lines: oneOf('set', 'browser').optional(),
    })
    .optional(),
  editions: z
    .union([z.array(oneOf(...EDITION_NAMES)).min(1), oneOf(...EDITION_NAMES).transform((one) => [one])])
    .optional()
    .meta({ title: 'a list' }),
  print: z
    .strictObject({
      trim: trim.optional(),
      margins: bookMargins
        .optional()
        .describe(
          "by-profile: the theme's, but at least what the printers ask for the page count that the " +
            'book ends with.',
        ),
      bleed: length.optional(),
      marks: yesNo.optional(),
      'chapter-start': oneOf('recto', 'next')
        .optional()
        .describe(
          "Whether chapters begin on right-hand pages. Default: the theme's; next for a collection of " +
            'short pieces.',
        ),
      'pages-multiple': wholeNumber(1, 64).optional(),
      profile: z
        .union([text, z.array(text).min(1)])
        .optional()
        .meta({ title: 'a printer, or a list of printers', examples: ['kdp', 'copy-shop'] }),
      colour: oneOf(...COLOUR_MODES)
        .optional()
        .describe("Instead of the profile's: rgb, gray, cmyk, or spot for one file an ink."),
      standard: oneOf(...STANDARDS).optional(),
      icc: path.optional().describe("The ICC profile of the printing condition, instead of the profile's."),
      inks: z
        .array(ink)
        .min(1)
        .optional()
        .describe('The inks of separations, and their colours on a screen.'),
    })
    .optional(),
  imposition: z
    .strictObject({
      paper: trim.optional(),
      duplex: oneOf('long-edge', 'short-edge').optional(),
      margin: length.optional(),
      creep: length.optional(),
      sheets: wholeNumber(1, 32).optional(),
      binding: oneOf('left', 'right').optional(),
      marks: yesNo.optional(),
    })
    .optional()
    .describe('How the pages lie on sheets: booklet, signatures, mini zine.'),
  'cover-wrap': z
    .strictObject({
      stock: oneOf(...STOCK_NAMES).optional(),
      caliper: length.optional(),
      spine: length.optional(),
      pages: wholeNumber(1, 5000).optional(),
      price: priceDigits.optional(),
      file: path.optional(),
    })
    .optional()
    .describe('The cover as one sheet: back, spine and front.'),
  epub: z
    .strictObject({
      profile: z
        .union([oneOf(...STORE_NAMES), z.array(oneOf(...STORE_NAMES)).min(1)])
        .optional()
        .meta({ title: 'a store, or a list of stores', examples: ['kobo', 'kindle'] }),
      fonts: oneOf('subset', 'none').optional(),
      'toc-depth': wholeNumber(1, 6).optional(),
      cover: path
        .optional()
        .describe(
          "The cover of the EPUB: a JPEG, PNG or SVG of the book's folder. Default: drawn from the " +
            "theme's cover.",
        ),
      'cover-alt': text.optional(),
    })
    .optional(),
  accessibility: z
    .strictObject({
      'conforms-to': text.optional(),
      'certified-by': text.optional(),
      summary: text.optional(),
      hazards: z
        .array(
          oneOf(
            'none',
            'unknown',
            'flashing',
            'noFlashingHazard',
            'motionSimulation',
            'noMotionSimulationHazard',
            'sound',
            'noSoundHazard',
          ),
        )
        .optional(),
    })
    .optional(),
  custom: z
    .record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean()]).transform(String).meta({ title: 'text' }),
    )
    .optional()
    .describe('Whatever your own templates want to know.'),
});

/** book.yml as written and read, before defaults. */
export type BookSettings = z.output<typeof bookSchema>;
