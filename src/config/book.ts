// book.yml to the settings of a run: defaults, then what the author wrote, then flags.
import type { BookConfig, EditionName, HandedIcc } from '../model/settings.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { USUAL_STOCK } from '../model/cover-wrap.js';
import { USUAL_IMPOSITION } from '../model/imposition.js';
import { isStore } from '../model/store.js';
import type { World } from '../model/world.js';
import { addOtherTools } from './other-tools/add-other-tools.js';
import { canonicalKeys } from './canonical-keys.js';
import { readBySchema } from './validate-tree.js';
import { readSettings, startOfFile } from './settings-file.js';
import { fontChoices } from './font-choices.js';
import { inOrder } from './sort-findings.js';
import { missingFile, bookFilesOf, type BookFiles } from './listed-files.js';
import { given, readMetadata } from './metadata.js';
import { readOrder, USUAL_CAST_FILE } from './book-order.js';
import { fitPage } from './page-measures.js';
import { bookSchema, type BookSettings } from './schema/book.js';
import { jsonSchemaOf } from './schema/json.js';
import { findTheme, USUAL_THEME } from './theme-folder.js';
import { keyPlaceOf, placeOf, settingAt, type SettingNode } from './settings-tree.js';
import { quotesOf } from './values/quotes.js';
import { fileNameOf } from './values/plain-text.js';

const BOOK_FILE = 'book.yml';
/** What printers ask for on both sides of the Atlantic: 3 mm, a hair less than an eighth of an inch. */
const USUAL_BLEED = 3;

export interface Flags {
  /** The editions that this run is to make; absent: what book.yml says, else all. */
  readonly only?: readonly EditionName[] | undefined;
  /** The printers to make files for; absent: what book.yml says. */
  readonly profiles?: readonly string[] | undefined;
  /** The printing condition's ICC profile, before book.yml's. */
  readonly icc?: HandedIcc | undefined;
  /** The name of the book's folder, which the book is called by when it has no `name:`. */
  readonly folder?: string | undefined;
}

/**
 * The settings of a run. Undefined when there is no book.yml or nothing can be read from it; with errors,
 * what is left of it without the mistakes, so that the rest of the book can be looked at too. Findings:
 * CONF-001 to CONF-030 but the cast's.
 */
export function readConfig(world: World, flags: Flags = {}): Outcome<BookConfig | undefined> {
  const file = readSettings(world.book, { path: BOOK_FILE, missing: [NO_BOOK] });
  if (!file.value) return outcome(undefined, file.diagnostics);
  const written = canonicalKeys(file.value, jsonSchemaOf(bookSchema));
  const bookFiles = bookFilesOf(world.book);
  const others =
    written.value.kind === 'map'
      ? addOtherTools(written.value, { files: world.book, bookFiles })
      : outcome(written.value);
  const read = readBySchema(others.value, { schema: bookSchema, fallback: { title: 'Untitled' } });
  if (!read.value)
    return outcome(undefined, inOrder([...file.diagnostics, ...written.diagnostics, ...read.diagnostics]));
  const { value: settings, tree } = read.value;
  const order = readOrder(settings, { tree, bookFiles });
  const theme = findTheme(world, { name: settings.theme, at: placeOf(tree, ['theme']) });
  const found = [
    ...file.diagnostics,
    ...written.diagnostics,
    ...others.diagnostics,
    ...read.diagnostics,
    ...order.diagnostics,
    ...theme.diagnostics,
    ...missingFiles(settings, tree, bookFiles),
    ...fitPage(pageOf(settings), { tree, path: ['print'] }),
    ...splitFaults(settings, tree),
  ];
  return outcome(
    configOf(settings, { tree, flags, bookFiles, order: order.value, theme: theme.value }),
    inOrder(found),
  );
}

const NO_BOOK = finding('CONF-017', {
  message: "There is no book.yml in the book's folder.",
  at: startOfFile(BOOK_FILE),
  hint:
    'Write one with at least a title and a language, a line each: "title: My Book" and "language: ' +
    'en-GB".',
});

interface Rest {
  readonly tree: SettingNode;
  readonly flags: Flags;
  readonly bookFiles: BookFiles;
  readonly order: BookConfig['order'];
  readonly theme: string;
}

function configOf(settings: BookSettings, { tree, flags, bookFiles, order, theme }: Rest): BookConfig {
  const name = settings.name ?? (fileNameOf(flags.folder ?? '') || fileNameOf(settings.title) || 'book');
  const metadata = withFilesThatExist(readMetadata(settings, name), bookFiles);
  return {
    name,
    metadata,
    theme: theme || USUAL_THEME,
    ...(settings.fonts === undefined ? {} : { fonts: fontChoices(settings.fonts, tree) }),
    variables: settings.variables ?? {},
    order,
    ...given({ split: settings.split && { ...given(settings.split), chapter: settings.split.chapter } }),
    numbering: {
      chapter: settings.numbering?.chapter ?? 'arabic',
      part: settings.numbering?.part ?? 'roman',
    },
    ...(settings.dedication === undefined
      ? {}
      : { dedication: { markdown: settings.dedication, at: placeOf(tree, ['dedication']) } }),
    cast: { file: settings.cast?.file ?? USUAL_CAST_FILE, find: settings.cast?.find ?? 'marked' },
    typography: {
      quotes: settings.typography?.quotes ?? quotesOf(metadata.language),
      hyphenate: settings.typography?.hyphenate ?? true,
      lines: settings.typography?.lines ?? 'set',
    },
    print: printOf(settings, { tree, flags }),
    epub: {
      fonts: settings.epub?.fonts ?? 'subset',
      tocDepth: settings.epub?.['toc-depth'] ?? 2,
      stores: storesOf(settings, flags),
    },
    imposition: impositionOf(settings, metadata.direction),
    coverWrap: coverWrapOf(settings),
    open: leftOpen(settings),
    editions: flags.only ?? settings.editions ?? usualEditions(settings),
  };
}

function leftOpen({
  theme,
  front,
  back,
  cover,
  contents,
  numbering,
  print,
}: BookSettings): BookConfig['open'] {
  const said = {
    theme,
    front,
    back,
    cover,
    contents,
    numbering: numbering?.chapter,
    'chapter-start': print?.['chapter-start'],
  };
  return (Object.keys(said) as (keyof typeof said)[]).filter((key) => said[key] === undefined);
}

function printOf(
  { print = {} }: BookSettings,
  { tree, flags }: Pick<Rest, 'tree' | 'flags'>,
): BookConfig['print'] {
  return {
    bleed: print.bleed ?? USUAL_BLEED,
    marks: print.marks ?? false,
    ...(print.margins === 'by-profile'
      ? { marginsBy: 'profile' as const }
      : given({ margins: print.margins })),
    ...given({
      trim: print.trim,
      chapterStart: print['chapter-start'],
      pagesMultiple: print['pages-multiple'],
    }),
    profiles: profilesOf(print.profile, { tree, flags }),
    instead: {
      ...given({
        colour: print.colour,
        standard: print.standard,
        icc: print.icc,
        handedIcc: flags.icc,
        inks: print.inks,
      }),
      at: placeOf(tree, ['print']),
    },
  };
}

function pageOf({ print = {} }: BookSettings): Parameters<typeof fitPage>[0] {
  return { ...print, margins: print.margins === 'by-profile' ? undefined : print.margins };
}

/** The sheets of a book that is read from right to left are bound on the right. */
function impositionOf({ imposition = {} }: BookSettings, direction: 'ltr' | 'rtl'): BookConfig['imposition'] {
  const { marks, ...rest } = imposition;
  return {
    ...USUAL_IMPOSITION,
    binding: direction === 'rtl' ? 'right' : 'left',
    ...given(rest),
    ...(marks === false ? { marks: 'none' } : {}),
  };
}

function coverWrapOf({ 'cover-wrap': wrap = {} }: BookSettings): BookConfig['coverWrap'] {
  return { stock: USUAL_STOCK, ...given(wrap) };
}

/** All that a reader can open, and the cover where book.yml speaks of it. */
function usualEditions(settings: BookSettings): readonly EditionName[] {
  return ['print', 'screen', 'epub', ...(settings['cover-wrap'] === undefined ? [] : ['cover' as const])];
}

/** One flag names printers and stores; without a store in it, it says nothing of the EPUB. */
function storesOf(
  { epub: { profile = 'generic' } = {} }: BookSettings,
  { profiles = [] }: Flags,
): BookConfig['epub']['stores'] {
  const asked = profiles.filter(isStore);
  if (asked.length > 0) return [...new Set(asked)];
  return typeof profile === 'string' ? [profile] : [...new Set(profile)];
}

/** Flags stand before book.yml; a list in book.yml has a place for each of its names. */
function profilesOf(
  written: string | readonly string[] | undefined,
  { tree, flags }: Pick<Rest, 'tree' | 'flags'>,
): BookConfig['print']['profiles'] {
  const printers = flags.profiles?.filter((name) => !isStore(name)) ?? [];
  if (printers.length > 0)
    return printers.map((name) => ({ name, at: startOfFile(BOOK_FILE), option: '--profile' }));
  if (written === undefined) return [];
  if (typeof written === 'string') return [{ name: written, at: placeOf(tree, ['print', 'profile']) }];
  return written.map((name, index) => ({ name, at: placeOf(tree, ['print', 'profile', index]) }));
}

/** A cover that does not exist has been reported, and is not looked for again. */
function withFilesThatExist(metadata: BookConfig['metadata'], bookFiles: BookFiles): BookConfig['metadata'] {
  const { image, photograph, ...cover } = metadata.cover;
  const there = (path: string | undefined): string | undefined =>
    path !== undefined && bookFiles.has(path) ? path : undefined;
  return {
    ...metadata,
    cover: { ...cover, ...given({ image: there(image), photograph: there(photograph) }) },
  };
}

function missingFiles(settings: BookSettings, tree: SettingNode, bookFiles: BookFiles): readonly Finding[] {
  const named = [
    { path: settings.epub?.cover, at: placeOf(tree, ['epub', 'cover']) },
    { path: settings.cover?.image, at: settingAt(tree, ['cover', 'image'])?.at ?? placeOf(tree, ['cover']) },
    { path: settings.cast?.file, at: placeOf(tree, ['cast', 'file']) },
    { path: settings['cover-wrap']?.file, at: placeOf(tree, ['cover-wrap', 'file']) },
  ];
  return named.flatMap(({ path, at }) =>
    path === undefined ? [] : (missingFile(bookFiles, { path, at }) ?? []),
  );
}

function splitFaults({ split }: BookSettings, tree: SettingNode): readonly Finding[] {
  if (split?.part === undefined || split.part < split.chapter) return [];
  return [
    finding('CONF-023', {
      message:
        `Parts begin at headings of level ${split.part}, and chapters at level ${split.chapter}: ` +
        'chapters stand inside of parts.',
      at: keyPlaceOf(tree, ['split', 'part']),
      hint: 'Give parts the lower level: "split: { part: 1, chapter: 2 }".',
    }),
  ];
}
