// The cover as one sheet: the theme's back and front covers with the spine between them, made by a template
// of its own.
import { decodeText } from '../config/decode-text.js';
import { generatedChapter } from '../manuscript/read-chapter.js';
import { outcome, type Outcome } from '../model/finding.js';
import type { Composition, PrintEdition } from '../model/edition.js';
import type { ElementNode } from '../model/flow.js';
import type { World } from '../model/world.js';
import { printEditionOf } from './page-geometry.js';
import { printRenderer } from './print-renderer.js';
import { compose, type ComposeOrder, type EditionRenderer } from './edition-renderer.js';
import { variableRules } from './page-styles.js';
import type { SectionTools } from './render-section.js';
import type { Context } from './templates/template-errors.js';
import { baseSheet } from './theme-files.js';
import { partView } from './template-views.js';

/** What the number of pages and the ISBN come to. */
export interface CoverWrap {
  /** Millimetres. */
  readonly spine: number;
  /** The room for words across the spine, in millimetres; 0 where none belong there. */
  readonly spineWords: number;
  readonly barcode?: ElementNode | undefined;
}

/** One part on one sheet, which is as wide as two pages and the spine. Findings as those of print. */
export function composeCoverWrap(order: ComposeOrder, wrap: CoverWrap): Outcome<Composition> {
  const book = {
    ...order.book,
    chapters: [COVER_WRAP],
    outline: [],
    anchors: { [COVER_WRAP.id]: COVER_WRAP.id },
  };
  const { value, diagnostics } = compose({ ...order, book }, wrapMaking(wrap));
  const sheet = wrapSheet(order.world);
  return outcome({ ...value, styles: withWrapStyles(value, { sheet: sheet.value, wrap }) }, [
    ...diagnostics,
    ...sheet.diagnostics,
  ]);
}

const COVER_WRAP = generatedChapter({ id: 'cover-wrap', role: 'front', kind: 'cover' });

function wrapMaking(wrap: CoverWrap): EditionRenderer<PrintEdition> {
  return {
    ...printRenderer,
    edition: (config, theme) => {
      const edition = printEditionOf(config, theme);
      const { trim } = edition.page;
      return {
        ...edition,
        pagesMultiple: 1,
        folds: [trim.width, trim.width + wrap.spine],
        page: {
          ...edition.page,
          trim: { width: 2 * trim.width + wrap.spine, height: trim.height },
          margins: NO_MARGINS,
        },
      };
    },
    sectionRenderer: (tools, config) => (chapter) => ({
      ...printRenderer.sectionRenderer(tools, config)(chapter),
      template: 'cover-wrap',
      given: { wrap: wrapView(wrap, tools) },
    }),
    start: () => 'recto',
    furniture: () => undefined,
  };
}

const NO_MARGINS = { top: 0, bottom: 0, inside: 0, outside: 0 } as const;

/**
 * What the template is given besides the book: where the front is, both covers as parts, the spine and the
 * bar code.
 */
function wrapView({ spine, spineWords, barcode }: CoverWrap, tools: SectionTools): Context {
  const { slots } = tools.templates;
  const panel = (kind: 'cover' | 'back-cover'): unknown =>
    partView({ ...COVER_WRAP, kind, id: `${COVER_WRAP.id}-${kind}` }, { ...tools, slots });
  return {
    front: tools.book.metadata.direction === 'rtl' ? 'front-left' : 'front-right',
    frontPart: panel('cover'),
    backPart: panel('back-cover'),
    spine,
    words: spineWords > 0,
    barcode: barcode ? slots.put([barcode]) : '',
  };
}

function wrapSheet(world: World): Outcome<string> {
  const file = baseSheet(world, 'cover-wrap.css');
  const css = file && decodeText(file.bytes, file.path);
  return outcome(css?.value ?? '', css?.diagnostics ?? []);
}

/**
 * The sheet's rules come before the theme's, its measures last: inside of the panels the trim is the page's
 * again.
 */
function withWrapStyles(
  { styles, edition }: Composition,
  { sheet, wrap }: { sheet: string; wrap: CoverWrap },
): Composition['styles'] {
  if (edition.medium !== 'print') return styles;
  const { width } = edition.page.trim;
  const [page, ...rest] = styles;
  const measures = variableRules({
    '--trim-width': `${(width - wrap.spine) / 2}mm`,
    '--wrap-width': `${width}mm`,
    '--spine': `${wrap.spine}mm`,
    '--spine-words': `${wrap.spineWords}mm`,
  });
  return [
    ...(page ? [page] : []),
    { name: 'cover-wrap.css', css: sheet },
    ...rest,
    { name: 'cover-wrap-measures.css', css: measures },
  ];
}
