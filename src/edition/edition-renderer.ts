// How any edition is composed; what a medium does its own way is its making.
import { readTheme } from '../config/index.js';
import type { Book, NumberedChapter } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Composition, Edition, FurniturePage, Part } from '../model/edition.js';
import type { ThemeSettings } from '../model/theme.js';
import type { World } from '../model/world.js';
import { hasFormula, withMathematics } from './math-font.js';
import { outlineFor } from './edition-outline.js';
import { chaptersFor, foliosOf, plainPartTitle, runningHead } from './edition-parts.js';
import type { Medium } from '../model/media.js';
import type { Faces } from './resources/theme-fonts.js';
import { openImages } from './resources/edition-images.js';
import { openImageSizes } from './resources/image-sizes.js';
import { composeSection, type SectionRenderer, type SectionTools } from './render-section.js';
import { composeStyles, withFontRules } from './style-cascade.js';
import { drawCharacters } from './draw-characters.js';
import { openTemplates } from './templates/open-templates.js';
import { targetsOf } from './medium/link-targets.js';
import { bookView } from './template-views.js';
import { bookWordsFor } from './book-words.js';

export interface ComposeOrder {
  readonly book: Book;
  readonly config: BookConfig;
  readonly world: World;
}

/** What a medium does its own way. */
export interface EditionRenderer<E extends Edition = Edition> {
  readonly medium: Medium;
  /** What stands for a character that no font has: a sign, nothing, or itself in a font of the reader's. */
  readonly missing: 'sign' | 'nothing' | 'itself';
  edition(config: BookConfig, theme: ThemeSettings): E;
  faces(order: {
    readonly world: World;
    readonly theme: ThemeSettings;
    readonly config: BookConfig;
    readonly edition: E;
  }): Outcome<Faces>;
  /** The way of saying sections; made once for the edition, then asked for each chapter. */
  sectionRenderer(tools: SectionTools, config: BookConfig): (chapter: NumberedChapter) => SectionRenderer;
  start(place: {
    readonly chapter: NumberedChapter;
    readonly chapters: readonly NumberedChapter[];
    readonly theme: ThemeSettings;
    readonly edition: E;
  }): Part['start'];
  furniture(tools: SectionTools): ((page: FurniturePage) => string) | undefined;
}

/** Composes one edition. A theme that cannot be read is reported, and the book is composed without one. */
export function compose<E extends Edition>(
  order: ComposeOrder,
  making: EditionRenderer<E>,
): Outcome<Composition> {
  const { book, config, world } = order;
  const diagnostics: Finding[] = [];
  const report = (found: Finding): void => void diagnostics.push(found);
  const take = <T>(from: Outcome<T>): T => {
    from.diagnostics.forEach(report);
    return from.value;
  };
  const theme = withMathematics(take(readTheme(world, config.theme)) ?? NO_THEME, book);
  const edition = making.edition(config, theme);
  const faces = take(making.faces({ world, theme, config, edition }));
  const tools = openSectionTools(order, { medium: making.medium, theme, faces, report, take });
  const sectionRenderer = making.sectionRenderer(tools, config);
  const parts = tools.chapters.map((chapter): Part => ({
    id: chapter.id,
    kind: chapter.kind,
    role: chapter.role,
    title: plainPartTitle(chapter, tools.words),
    runningHead: runningHead(chapter, tools.words),
    ...(chapter.number && { number: chapter.number }),
    start: making.start({ chapter, chapters: tools.chapters, theme, edition }),
    folios: foliosOf(chapter, {
      chapters: tools.chapters,
      continuous: edition.medium === 'print' && edition.folios === 'continuous',
    }),
    flow: [composeSection(chapter, tools, sectionRenderer(chapter))],
    ...(chapter.language && { language: chapter.language }),
  }));
  const styles = take(
    composeStyles({
      config,
      world,
      theme,
      edition,
      fonts: faces.fonts,
      images: tools.images,
      sizes: tools.sizes.css(),
      formulas: hasFormula(book),
    }),
  );
  const drawn = drawCharacters(
    { parts, furniture: making.furniture(tools), styles, words: Object.values(tools.words) },
    { config, metadata: book.metadata, world, theme, faces, missing: making.missing },
  );
  const fonts = [...faces.fonts, ...drawn.fonts];
  const composition: Composition = {
    edition,
    metadata: book.metadata,
    parts: drawn.parts,
    outline: outlineFor(book.outline, parts),
    anchors: anchorsFor(book, parts),
    styles: withFontRules(styles, fonts),
    resources: [...tools.images.resources(), ...faces.resources, ...drawn.resources],
    fonts,
    ...(theme.report === undefined ? {} : { report: theme.report }),
    ...(drawn.furniture && { furniture: drawn.furniture }),
  };
  return outcome(composition, distinct(diagnostics));
}

interface Opening {
  readonly medium: Medium;
  readonly theme: ThemeSettings;
  readonly faces: Faces;
  readonly report: (found: Finding) => void;
  readonly take: <T>(from: Outcome<T>) => T;
}

function openSectionTools(
  { book, world }: ComposeOrder,
  { medium, theme, faces, report, take }: Opening,
): SectionTools {
  const words = take(bookWordsFor(book.metadata.language));
  const chapters = chaptersFor(medium, book);
  const images = openImages(world, report);
  return {
    book,
    chapters,
    words,
    targets: targetsOf(book, chapters, words),
    templates: openTemplates({ world, theme, words, report, image: (path, at) => images.href(path, at) }),
    images,
    sizes: openImageSizes(medium),
    faces,
    bookView: bookView(book, faces, words),
    report,
  };
}

/** Measures for a book whose theme cannot be read, so that all its other problems are still found. */
const NO_THEME: ThemeSettings = {
  name: '',
  folder: 'styles/none',
  from: 'home',
  page: { trim: { width: 148, height: 210 }, margins: { top: 20, bottom: 25, inside: 18, outside: 18 } },
  chapterStart: 'next',
  starts: {},
  fonts: [],
  variables: {},
};

function anchorsFor(book: Book, parts: readonly Part[]): Composition['anchors'] {
  const kept = new Set(parts.map((part) => part.id));
  return Object.fromEntries(Object.entries(book.anchors).filter(([, chapter]) => kept.has(chapter)));
}

/** A fault in a template for every figure is one fault. */
function distinct(diagnostics: readonly Finding[]): readonly Finding[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}
