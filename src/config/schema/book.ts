// book.yml: every key that an author may write, and what becomes of it. Kebab-case outside; the names of the model inside.
import { z } from 'zod';
import { EDITION_NAMES } from '../../model/settings.js';
import { STORE_NAMES } from '../../model/store.js';
import { STOCKS, type StockName } from '../../model/cover-wrap.js';
import { readQuotes } from '../values/quotes.js';
import { fontRoles } from './fonts.js';
import { COLOURS, ink, STANDARDS } from './profile.js';
import { bookMargins, date, isbn, language, length, name, oneOf, path, priceDigits, role, text, textOrNumber, trim, variables, webAddress, wholeNumber, yesNo } from './schema-terms.js';

const fullContributor = z.strictObject({ 'name': text, 'sort-name': text.optional(), 'role': role.optional(), 'url': webAddress.optional() });

const contributor = z
  .union([text, fullContributor])
  .transform((given): z.output<typeof fullContributor> => (typeof given === 'string' ? { name: given } : given))
  .meta({ title: 'a name, or name, sort-name, role and url' });

const subject = z
  .union([text, z.strictObject({ term: text, authority: text.optional(), code: textOrNumber.optional() })])
  .transform((given) => (typeof given === 'string' ? { term: given } : given))
  .meta({ title: 'a term, or term, authority and code' });

const publisher = z
  .union([text, z.strictObject({ name: text, place: text.optional() })])
  .transform((given) => (typeof given === 'string' ? { name: given } : given))
  .meta({ title: 'a name, or name and place' });

const rights = z
  .union([text, z.strictObject({ statement: text.optional(), holder: text.optional(), year: wholeNumber(1000, 9999).optional(), licence: text.optional() })])
  .transform((given) => (typeof given === 'string' ? { statement: given } : given))
  .meta({ title: 'a statement, or holder, year, licence and statement' });

const series = z
  .union([text, z.strictObject({ name: text, position: textOrNumber.optional(), id: textOrNumber.optional() })])
  .transform((given) => (typeof given === 'string' ? { name: given } : given))
  .meta({ title: 'a name, or name and position' });

const place = text.meta({ title: 'a file or a section', examples: ['01-air.md', 'cover', 'title-page', 'contents', 'cast'] });

const partOfBook = z.strictObject({ part: textOrNumber, chapters: z.array(place).min(1) });

const order = z.array(z.union([place, partOfBook]).meta({ title: 'a file, a section, or a part with its chapters' }));

const quotes = z
  .union([z.string(), z.array(z.string())])
  .transform((given, context) => {
    const reading = readQuotes(given);
    if ('value' in reading) return reading.value;
    context.addIssue({ code: 'custom', message: reading.fault.message, params: { code: reading.fault.code, hint: reading.fault.hint } });
    return z.NEVER;
  })
  .meta({ title: 'four quotation marks', examples: ['‘’“”', '„“‚‘'] });

const STOCK_NAMES = Object.keys(STOCKS) as [StockName, ...StockName[]];

const numbering = oneOf('arabic', 'roman', 'none');

export const bookSchema = z.strictObject({
  'name': name.optional().describe('What the files in dist/ are called. Default: the name of the folder.'),
  'title': textOrNumber.describe('The title of the book.'),
  'subtitle': textOrNumber.optional(),
  'short-title': textOrNumber.optional().describe('For running heads, where the title is long.'),
  'sort-title': textOrNumber.optional().describe('As a library files it: "Lonely Earth, A".'),
  'language': language.optional().describe('BCP 47. Decides hyphenation, quotation marks and direction. Default: en.'),
  'author': z.union([text, z.array(text)]).optional().meta({ title: 'a name, or a list of names' }),
  'contributors': z.array(contributor).optional(),
  'description': text.optional(),
  'subjects': z.array(subject).optional(),
  'publisher': publisher.optional(),
  'rights': rights.optional(),
  'published': date.optional(),
  'modified': date.optional(),
  'seed': textOrNumber.optional().describe('What the lasting identifier is made from. Never change it. Default: the name.'),
  'isbn': z.strictObject({ print: isbn.optional(), epub: isbn.optional() }).optional(),
  'doi': text.optional(),
  'series': series.optional(),
  'edition': textOrNumber.optional(),
  'theme': text.optional().describe('zine, novel, essay, or a folder of the book\'s own styles/. Default: novel.'),
  'fonts': fontRoles.optional().describe('Faces of the book\'s own in place of the theme\'s: files of the book\'s folder, or npm packages.'),
  'variables': variables.optional().describe('Variables of the theme, without their dashes.'),
  'front': order.optional(),
  'chapters': order.optional().describe('Default: every Markdown file not named elsewhere, in name order.'),
  'back': order.optional(),
  'split': z.strictObject({ chapter: wholeNumber(1, 6), part: wholeNumber(1, 5).optional() }).optional()
    .describe('One long file is cut before headings of these levels.'),
  'numbering': z.strictObject({ chapter: numbering.optional(), part: numbering.optional() }).optional(),
  'dedication': text.optional().describe('Markdown.'),
  'cast': z.strictObject({ file: path.optional(), find: oneOf('marked', 'names').optional() }).optional(),
  'typography': z.strictObject({ quotes: quotes.optional(), hyphenate: yesNo.optional(), lines: oneOf('set', 'browser').optional() }).optional(),
  'editions': z.array(oneOf(...EDITION_NAMES)).min(1).optional(),
  'print': z.strictObject({
    'trim': trim.optional(),
    'margins': bookMargins.optional().describe('by-profile: the theme\'s, but at least what the printers ask for the page count that the book ends with.'),
    'bleed': length.optional(),
    'marks': yesNo.optional(),
    'chapter-start': oneOf('recto', 'next').optional(),
    'pages-multiple': wholeNumber(1, 64).optional(),
    'profile': z.union([text, z.array(text).min(1)]).optional().meta({ title: 'a printer, or a list of printers', examples: ['kdp', 'copy-shop'] }),
    'colour': oneOf(...COLOURS).optional().describe('Instead of the profile\'s: rgb, gray, cmyk, or spot for one file an ink.'),
    'standard': oneOf(...STANDARDS).optional(),
    'icc': path.optional().describe('The ICC profile of the printing condition, instead of the profile\'s.'),
    'inks': z.array(ink).min(1).optional().describe('The inks of separations, and their colours on a screen.'),
  }).optional(),
  'imposition': z.strictObject({
    'paper': trim.optional(),
    'duplex': oneOf('long-edge', 'short-edge').optional(),
    'margin': length.optional(),
    'creep': length.optional(),
    'sheets': wholeNumber(1, 32).optional(),
    'binding': oneOf('left', 'right').optional(),
    'marks': yesNo.optional(),
  }).optional().describe('How the pages lie on sheets: booklet, signatures, mini zine.'),
  'cover-wrap': z.strictObject({
    'stock': oneOf(...STOCK_NAMES).optional(),
    'caliper': length.optional(),
    'spine': length.optional(),
    'pages': wholeNumber(1, 5000).optional(),
    'price': priceDigits.optional(),
    'file': path.optional(),
  }).optional().describe('The cover as one sheet: back, spine and front.'),
  'epub': z.strictObject({
    'profile': z.union([oneOf(...STORE_NAMES), z.array(oneOf(...STORE_NAMES)).min(1)]).optional().meta({ title: 'a store, or a list of stores', examples: ['kobo', 'kindle'] }),
    'fonts': oneOf('subset', 'none').optional(),
    'toc-depth': wholeNumber(1, 6).optional(),
    'cover': path.optional().describe('The cover of the EPUB: a JPEG, PNG or SVG of the book\'s folder. Default: drawn from the theme\'s cover.'),
    'cover-alt': text.optional(),
  }).optional(),
  'accessibility': z.strictObject({
    'conforms-to': text.optional(),
    'certified-by': text.optional(),
    'summary': text.optional(),
    'hazards': z.array(oneOf('none', 'unknown', 'flashing', 'noFlashingHazard', 'motionSimulation', 'noMotionSimulationHazard', 'sound', 'noSoundHazard')).optional(),
  }).optional(),
  'custom': z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String).meta({ title: 'text' })).optional()
    .describe('Whatever your own templates want to know.'),
});

/** book.yml as written and read, before defaults. */
export type BookSettings = z.output<typeof bookSchema>;
