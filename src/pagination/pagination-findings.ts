// What pagination has to say, put as findings with their place in the manuscript.
import { finding, type Finding } from '../model/finding.js';
import type { Composition, Part } from '../model/edition.js';
import { elementsOf } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import type { NumberedPage } from './folios.js';
import type { Galley, Prepared, Shortened, StrayText, Trouble } from './messages.js';
import { targetsIn } from './page-references.js';
import { coversSheet } from './page-starts.js';

/** Block name to its place in the manuscript, as far as the composition knows it. */
export type BlockPlaces = ReadonlyMap<string, Span>;

export function blockPlaces({ parts }: Composition): BlockPlaces {
  const places = new Map<string, Span>();
  for (const part of parts) {
    for (const { at, block, attributes } of elementsOf(part.flow)) {
      const name = block ?? attributes['data-block'];
      if (name !== undefined && at !== undefined && !places.has(name)) places.set(name, at);
    }
  }
  return places;
}

export function preparationFindings(
  { brokenFonts, brokenImages }: Prepared,
  galleys: readonly Galley[],
): readonly Finding[] {
  const images = [
    ...new Set([...brokenImages, ...galleys.flatMap((galley) => galley.brokenImages ?? [])]),
  ].sort();
  return [
    ...images.map((image) =>
      finding('PRESS-007', {
        message: `The browser cannot draw ${image}.`,
        hint: 'Save the image anew, as PNG, JPEG or SVG.',
      }),
    ),
    ...brokenFonts.map((face) =>
      finding('PRESS-008', {
        message: `The font ${face} does not load.`,
        hint: 'Reinstall the packages; if the font is your own, check its file.',
      }),
    ),
  ];
}

export function troubleFinding(
  trouble: Trouble,
  { part, places }: { part: Part; places: BlockPlaces },
): Finding {
  if (trouble.kind === 'scaled') {
    return finding('PRESS-011', {
      message:
        `An image in "${part.title}" is taller than the page ` +
        `and is made smaller${quoted(trouble.words)}.`,
      ...placed(trouble.block, places),
    });
  }
  if (trouble.kind === 'broken') {
    return finding('PRESS-013', {
      message:
        `In "${part.title}", words are wider than their line and were broken to ` +
        `fit${quoted(trouble.words)}.`,
      ...placed(trouble.block, places),
    });
  }
  const what = trouble.kind === 'stopped' ? 'finds no room' : 'goes round in circles';
  return finding('PRESS-002', {
    message: `Layout of "${part.title}" ${what} on its page ${trouble.page + 1}${quoted(trouble.words)}.`,
    hint: 'Something here is taller than the page and may not be divided: make it smaller or let it break.',
    ...placed(trouble.block, places),
  });
}

export function strayFinding(
  stray: StrayText,
  { sheets, places }: { sheets: readonly NumberedPage[]; places: BlockPlaces },
): Finding {
  if (stray.how === 'head')
    return finding('PAGE-011', {
      message:
        `On page ${sheets[stray.page]?.number ?? stray.page + 1}, the running head is cut ` +
        `off${quoted(stray.words)}.`,
      hint: 'Give the chapter a `short-title` in its front matter.',
    });
  const code = stray.how === 'outside' ? 'PRESS-003' : 'PRESS-004';
  const where = stray.how === 'outside' ? 'falls outside of the page' : 'runs past the foot of the text';
  return finding(code, {
    message: `On page ${sheets[stray.page]?.number ?? stray.page + 1}, text ${where}${quoted(stray.words)}.`,
    ...placed(stray.block, places),
  });
}

/** Each text once, with the first page it was shortened on, at the title of that page's chapter. */
export function shortenedHeads(
  shortened: readonly Shortened[],
  sheets: readonly NumberedPage[],
): readonly Finding[] {
  const first = new Map(shortened.toReversed().map((one) => [one.words, one]));
  return [...first.values()].toReversed().map(({ page, words }) => {
    const sheet = sheets[page];
    return finding('PRESS-012', {
      message: `“${words}” is too long to stand around the text of page ${sheet?.number ?? page + 1}.`,
      hint: 'Give the chapter, or in book.yml the book, a short-title.',
      ...(sheet?.part?.runningHead === words ? beginningOf(sheet.part) : {}),
    });
  });
}

/** References to anchors that stand on no page. */
export function lostTargets(
  galleys: readonly Galley[],
  anchors: Readonly<Record<string, number>>,
): readonly Finding[] {
  const lost = new Set(galleys.flatMap(targetsIn).filter((target) => anchors[target] === undefined));
  return [...lost].map((target) =>
    finding('PRESS-006', { message: `A page reference points to "${target}", which stands on no page.` }),
  );
}

export function overfullSheets(
  parts: readonly Part[],
  galleys: ReadonlyMap<string, Galley>,
): readonly Finding[] {
  return parts
    .filter((part) => coversSheet(part) && (galleys.get(part.id)?.pages.length ?? 0) > 1)
    .map(({ title }) =>
      finding('PRESS-009', {
        message: `"${title}" is a full page without margins, and its content is higher than one page.`,
      }),
    );
}

/** Addresses that were not answered, and elements that were left out. */
export function refusedAddresses(refused: readonly string[]): readonly Finding[] {
  return refused.map((what) =>
    finding('PRESS-010', {
      message: what.startsWith('<')
        ? `A template holds ${what}, which could load files from the web or run a program. It was left out.`
        : `A style or template uses ${what.replace('https://book.invalid/', '')}, which is not a file of the book.`,
    }),
  );
}

/** Parts whose pages Paged.js ended by itself. */
export function unplannedParts(
  parts: readonly Part[],
  galleys: ReadonlyMap<string, Galley>,
): readonly Finding[] {
  return parts.flatMap(({ id, title }) => {
    const reason = galleys.get(id)?.unplanned;
    return reason === undefined
      ? []
      : [finding('PAGE-001', { message: `The page breaks of "${title}" are not balanced: ${reason}.` })];
  });
}

export const UNSETTLED = finding('PRESS-005', {
  message: 'Page references did not settle after five rounds of layout.',
  hint: 'Lengthen or shorten the text before one of their targets by a few words.',
});

function beginningOf({ flow }: Part): { at?: Span } {
  for (const { at } of elementsOf(flow)) if (at !== undefined) return { at };
  return {};
}

function quoted(words: string): string {
  return words === '' ? '' : `: “${words}”`;
}

function placed(block: string | undefined, places: BlockPlaces): { at?: Span } {
  const at = block === undefined ? undefined : places.get(block);
  return at === undefined ? {} : { at };
}
