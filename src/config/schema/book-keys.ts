// What each key of book.yml means, with an example: for editors that read the JSON Schema, and for the
// reference.

export interface KeyFacts {
  /** One or two plain sentences. */
  readonly about: string;
  /** The value as it is written in YAML. */
  readonly example?: string;
  /** In words. Absent where there is none. */
  readonly usual?: string;
}

/** A chapter of several files, as an item of the list that has this path. */
const chapterOfFiles = (item: string): Readonly<Record<string, KeyFacts>> => ({
  [`${item}.files`]: {
    about:
      'Several files that are one chapter: the first, and its sections. A list in it is one level deeper.',
    example: '[03-map.md, 03-sea.md]',
  },
  [`${item}.title`]: { about: 'The title of such a chapter, if its first file has none.' },
  [`${item}.numbered`]: { about: 'no leaves out its number.' },
  [`${item}.role`]: { about: 'What such a chapter is.', example: 'appendix' },
});

const entriesOf = (item: string): Readonly<Record<string, KeyFacts>> => ({
  [`${item}.part`]: { about: 'The title of a part.' },
  ...chapterOfFiles(item),
  [`${item}.chapters`]: { about: 'The files of the part.' },
  ...chapterOfFiles(`${item}.chapters[]`),
});

/** By path: `print.trim`; `contributors[].name` for the keys of a list's items. */
export const BOOK_KEYS: Readonly<Record<string, KeyFacts>> = {
  name: {
    about: 'The first part of the names of all files in the output folder.',
    example: 'tide',
    usual: 'the name of the folder',
  },
  title: { about: 'The title of the book.', example: 'Low Water' },
  subtitle: { about: 'The subtitle.', example: 'Six walks on the mud' },
  'short-title': {
    about: 'The title in running heads and on the spine, if the title is long.',
    example: 'Low Water',
  },
  'sort-title': { about: 'The title as a library files it.', example: '"Lonely Earth, A"' },
  language: {
    about:
      'The language of the book, as a BCP 47 tag. It decides hyphenation, quotation marks and the ' +
      'direction of the text.',
    example: 'en-GB',
    usual: 'en',
  },
  author: { about: 'The author, or a list of authors.', example: 'Ada Fenn' },
  'author[].name': { about: 'The name as it is printed.' },
  'author[].sort-name': { about: 'The name as a library files it.', example: '"Fenn, Ada"' },
  'author[].role': { about: 'The role, if it is another than author.' },
  'author[].url': { about: 'A web page of the person.' },
  contributors: {
    about: 'Other people who made the book, each with a role.',
    example: '[{ name: Ben Marsh, role: illustrator }]',
  },
  'contributors[].name': { about: 'The name as it is printed.' },
  'contributors[].sort-name': { about: 'The name as a library files it.', example: '"Marsh, Ben"' },
  'contributors[].role': {
    about: 'A word such as editor, illustrator or translator, or a code of the MARC relator list.',
    example: 'illustrator',
  },
  'contributors[].url': { about: 'A web page of the person.', example: 'https://example.org' },
  description: {
    about: 'The text that shops and libraries show.',
    example: 'Six walks on the mud flats of a northern estuary.',
  },
  subjects: {
    about: 'Subject terms, as words or with the code of an authority.',
    example: '[Tides, { term: Travel, authority: BISAC, code: TRV000000 }]',
  },
  'subjects[].term': { about: 'The subject in words.' },
  'subjects[].authority': { about: 'The list that the code comes from.', example: 'BISAC' },
  'subjects[].code': { about: 'The code of the subject in that list.', example: 'TRV000000' },
  publisher: {
    about: 'The publisher, as a name or with a place.',
    example: '{ name: Mud Press, place: Harrow }',
  },
  'publisher.name': { about: 'The name of the publisher.' },
  'publisher.place': { about: 'The place of publication.' },
  rights: {
    about: 'The rights, as one statement or in parts. The copyright page and the metadata use them.',
    example: '{ holder: Ada Fenn, year: 2026, licence: CC BY 4.0 }',
  },
  'rights.statement': { about: 'The whole statement in your own words.', example: 'All rights reserved.' },
  'rights.holder': { about: 'The holder of the copyright.' },
  'rights.year': { about: 'The year of the copyright.', example: '2026' },
  'rights.licence': { about: 'The licence, by name or address.', example: 'CC BY 4.0' },
  published: { about: 'The date of publication. PDF/X files need it.', example: '2026-05-01' },
  modified: {
    about: 'The date of the last change, for the metadata of the EPUB.',
    example: '2026-06-01',
    usual: 'the date of the build, or SOURCE_DATE_EPOCH',
  },
  seed: {
    about: 'The text that the lasting identifier of the book is made from. Never change it.',
    usual: 'the name',
  },
  isbn: {
    about: 'The ISBN, with or without hyphens: one for all files, or one for print and one for the EPUB.',
    example: '{ print: 978-3-16-148410-0 }',
  },
  'isbn.print': {
    about: 'The ISBN of the printed book. The bar code on the cover uses it.',
    example: '978-3-16-148410-0',
  },
  'isbn.epub': { about: 'The ISBN of the EPUB.', example: '978-3-16-148410-0' },
  doi: { about: 'The DOI of the book.', example: '10.1000/182' },
  series: { about: 'The series that the book belongs to.', example: '{ name: Shore Papers, position: 2 }' },
  'series.name': { about: 'The name of the series.' },
  'series.position': { about: 'The number of the book in the series.', example: '2' },
  'series.id': { about: 'An identifier of the series, such as an ISSN.' },
  edition: { about: 'The edition, in words or as a number.', example: 'Second edition' },
  theme: {
    about: 'The look of the book: zine, novel or essay, or a folder in the styles/ of the book.',
    example: 'zine',
    usual: 'zine for a collection of short pieces, else novel',
  },
  variables: {
    about: 'Variables of the theme, without their leading dashes.',
    example: '{ spot: "#007a5e" }',
  },
  fonts: {
    about:
      'Fonts of your own instead of those of the theme: files in the folder of the book, or npm packages.',
    example: '{ text: fonts/MyFont-Regular.ttf }',
  },
  'fonts.text': {
    about: 'The font of running text: a file, a package, or a file for each style.',
    example: 'fonts/MyFont-Regular.ttf',
  },
  'fonts.text.package': { about: 'An npm package that holds the files.' },
  'fonts.text.regular': { about: 'The file of the upright face.' },
  'fonts.text.italic': { about: 'The file of the italic face.' },
  'fonts.text.bold': { about: 'The file of the bold face.' },
  'fonts.text.bold-italic': { about: 'The file of the bold italic face.' },
  'fonts.label': {
    about: 'The font of labels, tables and captions: a file, a package, or a file for each style.',
    example: '"@expo-google-fonts/alegreya-sans"',
  },
  'fonts.label.package': { about: 'An npm package that holds the files.' },
  'fonts.label.regular': { about: 'The file of the upright face.' },
  'fonts.label.italic': { about: 'The file of the italic face.' },
  'fonts.label.bold': { about: 'The file of the bold face.' },
  'fonts.label.bold-italic': { about: 'The file of the bold italic face.' },
  'fonts.mono': {
    about: 'The font of code: a file, a package, or a file for each style.',
    example: '"@expo-google-fonts/jetbrains-mono"',
  },
  'fonts.mono.package': { about: 'An npm package that holds the files.' },
  'fonts.mono.regular': { about: 'The file of the upright face.' },
  'fonts.mono.italic': { about: 'The file of the italic face.' },
  'fonts.mono.bold': { about: 'The file of the bold face.' },
  'fonts.mono.bold-italic': { about: 'The file of the bold italic face.' },
  'fonts.math': {
    about: 'The font of mathematics: a file, a package, or a file for each style.',
    example: '"@expo-google-fonts/stix-two-math"',
  },
  'fonts.math.package': { about: 'An npm package that holds the files.' },
  'fonts.math.regular': { about: 'The file of the upright face.' },
  'fonts.math.italic': { about: 'The file of the italic face.' },
  'fonts.math.bold': { about: 'The file of the bold face.' },
  'fonts.math.bold-italic': { about: 'The file of the bold italic face.' },
  'fonts.fallback': {
    about:
      'Fonts for characters that the others lack: a file or a package, or a list of them. Fonts for ' +
      'symbols are built in, and those of other scripts are found once their package is installed.',
    example: 'fonts/Runes.ttf',
  },
  cover: { about: 'The cover: an image, or no for none. Print and EPUB both use it.', example: 'photo.jpg' },
  'cover.image': { about: 'The image file.', example: 'photo.jpg' },
  'cover.alt': { about: 'A description of the image, for screen readers.' },
  'cover.title': { about: 'Whether the title is set over the image.', example: 'no', usual: 'yes' },
  front: {
    about: 'The sections before the chapters, in order.',
    example: '[cover, title-page, copyright, contents]',
  },
  ...entriesOf('front[]'),
  chapters: {
    about: 'The chapters in order: files, or parts with their files.',
    example: '[01-out.md, 02-back.md]',
    usual: 'every Markdown file that is not named elsewhere, by name',
  },
  ...entriesOf('chapters[]'),
  back: { about: 'The sections after the chapters, in order.', example: '[cast, colophon, back-cover]' },
  ...entriesOf('back[]'),
  contents: {
    about: 'Whether the book has a list of its contents.',
    example: 'no',
    usual: 'yes with two chapters or more',
  },
  split: {
    about: 'Cuts one long file into chapters before headings of these levels.',
    example: '{ part: 1, chapter: 2 }',
  },
  'split.chapter': { about: 'The level of headings that begin a chapter.', example: '2' },
  'split.part': { about: 'The level of headings that begin a part.', example: '1' },
  numbering: {
    about: 'How chapters and parts are numbered: arabic, roman or none.',
    example: 'none',
    usual: 'by the text: none for poems, short pieces and titles with numbers',
  },
  'numbering.chapter': { about: 'The numbers of chapters.', example: 'roman' },
  'numbering.part': { about: 'The numbers of parts.', example: 'roman' },
  dedication: {
    about: 'The dedication, in Markdown. It needs a place: add dedication to front.',
    example: 'For the tide.',
  },
  cast: {
    about: 'Where the people of the book are described, and how they are found in the text.',
    example: '{ file: cast.yml, find: names }',
  },
  'cast.file': { about: 'The file that describes the people.', example: 'cast.yml', usual: 'cast.yml' },
  'cast.find': {
    about: 'marked: only marked mentions count. names: Foldmark looks for the names.',
    example: 'names',
    usual: 'marked',
  },
  typography: { about: 'How text is set.' },
  'typography.quotes': {
    about: 'The four quotation marks: outer pair, then inner pair.',
    example: '"„“‚‘"',
    usual: 'those of the language',
  },
  'typography.hyphenate': { about: 'Whether words may be divided in print.', example: 'no', usual: 'yes' },
  'typography.lines': {
    about: 'set: Foldmark breaks the lines. browser: the browser does.',
    example: 'browser',
    usual: 'set',
  },
  editions: { about: 'The files to make.', example: '[print, epub]', usual: '[print, screen, epub]' },
  print: { about: 'Settings of the printed pages.' },
  'print.trim': {
    about: 'The size of a finished page, by name or measure.',
    example: '148mm x 210mm',
    usual: 'that of the theme',
  },
  'print.margins': {
    about:
      'The white around the text, in one length or four, or by-profile: at least what the printers ' +
      'need for the page count.',
    example: '{ top: 18mm, bottom: 22mm, inside: 16mm, outside: 20mm }',
    usual: 'those of the theme',
  },
  'print.margins.top': { about: 'The white above the text.', example: '18mm' },
  'print.margins.bottom': { about: 'The white below the text.', example: '22mm' },
  'print.margins.inside': { about: 'The white at the spine.', example: '16mm' },
  'print.margins.outside': { about: 'The white at the outer edge.', example: '20mm' },
  'print.bleed': { about: 'How far artwork reaches beyond the trim.', example: '3mm', usual: '3mm' },
  'print.marks': { about: 'Whether crop marks are drawn around the page.', example: 'yes', usual: 'no' },
  'print.chapter-start': {
    about: 'recto: chapters begin on right-hand pages. next: on any page.',
    example: 'recto',
  },
  'print.pages-multiple': {
    about: 'Blank pages are added until the page count is a multiple of this number.',
    example: '4',
    usual: '1',
  },
  'print.profile': {
    about: 'The printer, or a list of printers: each gets a file by its rules.',
    example: '[kdp, copy-shop]',
  },
  'print.colour': {
    about: 'The colours of the print file: rgb, gray, cmyk, or spot for one file for each ink.',
    example: 'gray',
    usual: 'those of the printer',
  },
  'print.standard': {
    about: 'The standard of the print file: none, x-4 or x-1a.',
    example: 'x-4',
    usual: 'that of the printer',
  },
  'print.icc': {
    about: 'The ICC profile of the printing condition, as a file in the folder of the book.',
    example: 'printer.icc',
    usual: 'that of the printer',
  },
  'print.inks': {
    about: 'The inks of separations, and their colours on a screen.',
    example: '[{ name: black, display: "#000000" }]',
  },
  'print.inks[].name': {
    about: 'The name of the ink, which becomes part of the file name.',
    example: 'orange',
  },
  'print.inks[].display': { about: 'The colour of the ink on a screen.', example: '"#ff5c39"' },
  imposition: {
    about:
      'How pages are put on sheets of paper, for the editions booklet, signatures, minizine and their like.',
  },
  'imposition.paper': { about: 'The paper, by name or measure.', example: 'A4', usual: 'A4' },
  'imposition.duplex': {
    about: 'The edge over which your printer turns the sheet.',
    example: 'short-edge',
    usual: 'the edge that turns it like a leaf',
  },
  'imposition.margin': { about: 'The white edge that your printer leaves.', example: '5mm', usual: '0mm' },
  'imposition.creep': {
    about: 'The thickness of the paper, which pushes inner sheets out.',
    example: '0.1mm',
    usual: '0mm',
  },
  'imposition.sheets': { about: 'The most sheets in one signature.', example: '4', usual: '4' },
  'imposition.binding': {
    about: 'The side of the spine: left or right.',
    example: 'left',
    usual: 'by the direction of the language',
  },
  'imposition.marks': { about: 'Whether marks show where to fold and cut.', example: 'no', usual: 'yes' },
  'cover-wrap': { about: 'The cover as one sheet: back, spine and front.' },
  'cover-wrap.stock': {
    about: 'The paper of the pages, which decides the width of the spine.',
    example: 'offset-90',
    usual: 'offset-90',
  },
  'cover-wrap.caliper': { about: 'The thickness of one leaf, instead of stock.', example: '0.11mm' },
  'cover-wrap.spine': { about: 'The width of the spine, as your printer gave it.', example: '8mm' },
  'cover-wrap.pages': {
    about: 'The page count that the cover is for. Another count is an error.',
    example: '120',
  },
  'cover-wrap.price': { about: 'The five digits beside the bar code.', example: '"51299"' },
  'cover-wrap.file': { about: 'Your own finished cover, as a PDF of one page.', example: 'cover.pdf' },
  epub: { about: 'Settings of the EPUB.' },
  'epub.profile': {
    about: 'The store, or a list of stores, that gets a file of its own.',
    example: '[kobo, kindle]',
    usual: 'generic',
  },
  'epub.fonts': {
    about: 'subset: fonts are embedded, cut to the characters of the book. none: readers use their own.',
    example: 'none',
    usual: 'subset',
  },
  'epub.toc-depth': { about: 'How many levels of headings the contents show.', example: '2' },
  'epub.cover': {
    about: 'The cover of the EPUB, as an image file.',
    example: 'cover.jpg',
    usual: 'drawn from the template cover',
  },
  'epub.cover-alt': { about: 'A description of the cover, for screen readers.' },
  accessibility: { about: 'Statements about accessibility that only you can make.' },
  'accessibility.conforms-to': {
    about: 'The standard that the book conforms to.',
    example: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
  },
  'accessibility.certified-by': { about: 'Who checked that.' },
  'accessibility.summary': { about: 'A summary in words.' },
  'accessibility.hazards': {
    about: 'Things that may harm a reader, such as flashing images.',
    example: '[none]',
  },
  custom: {
    about: 'Your own values, which templates read as book.custom.NAME.',
    example: '{ motto: Slowly }',
  },
};
