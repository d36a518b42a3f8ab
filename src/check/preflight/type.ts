// Type: fonts that travel with the file, glyphs that exist, sizes that print, words away from the knife.
import type { Box } from '../../model/box.js';
import type { Finding } from '../../model/finding.js';
import { leastMargins } from '../../model/profile.js';
import type { PaintedText } from '../../pdf/read/pdf-text.js';
import { boundEdge } from './page-edges.js';
import type { Preflight } from './preflight-input.js';
import { inMillimetres, pageFindings, type PageFinding } from './page-findings.js';
import { POINTS_PER_MM } from '../../shared/units.js';

/** Points. Sizes are rounded on their way through the browser. */
const PLAY = 0.1;
/** Points. A quotation mark or hyphen that hangs into the margin is there on purpose. */
const HANGING = 1.25;
/** What stands above the baseline and below it, of the size: enough for every Latin face. */
const ASCENT = 0.75;
const DESCENT = 0.25;

/** Findings PRINT-020 to PRINT-023 and PRINT-050. */
export function checkType(preflight: Preflight): readonly Finding[] {
  const {
    facts: { pages },
  } = preflight;
  const glyphs = pages.flatMap(({ missingGlyphs: count }, page) =>
    count === 0
      ? []
      : [
          {
            page,
            message:
              `${count} ${count === 1 ? 'character has' : 'characters have'} no shape in the font, and ` +
              'an empty box is printed.',
            hint: 'Name a font that has it under "fonts:" in book.yml, or write it otherwise.',
          },
        ],
  );
  return [
    ...fontFaults(preflight),
    ...pageFindings('PRINT-022', glyphs, preflight),
    ...pageFindings('PRINT-023', smallType(preflight), preflight),
    ...pageFindings('PRINT-050', [...dividedText(preflight), ...unsafeText(preflight)], preflight),
  ];
}

function fontFaults(preflight: Preflight): readonly Finding[] {
  const {
    facts: { fonts },
    families,
  } = preflight;
  const ours = families?.map(plain);
  const absent = fonts
    .filter(({ embedded }) => !embedded)
    .map(({ name, page }) => ({
      page,
      message: `The font ${name} is not embedded.`,
      hint: 'Make the file again with its fonts inside.',
    }));
  const foreign = fonts
    .filter(({ name }) => ours && !ours.some((family) => plain(name).startsWith(family)))
    .map(({ name, page }) => ({
      page,
      message: `The font ${name} is none of the book's.`,
      hint:
        'A character here is not in the face that sets it (its italic, its bold), or an image holds ' +
        'text. Write it otherwise, name a font that has it under "fonts:" in book.yml, or save the ' +
        'image with its text as outlines.',
    }));
  return [...pageFindings('PRINT-020', absent, preflight), ...pageFindings('PRINT-021', foreign, preflight)];
}

function plain(name: string): string {
  return name.replace(/[\s-]/g, '').toLowerCase();
}

function smallType({ texts, profile: { smallestType, title } }: Preflight): readonly PageFinding[] {
  if (smallestType === undefined) return [];
  return texts.flatMap(({ texts: pieces }, page) => {
    const [small] = pieces.filter(({ size, text }) => size < smallestType - PLAY && text.trim() !== '');
    if (!small) return [];
    return [
      {
        page,
        box: boxOf(small),
        message:
          `"${shortened(small.text)}" is set in ${round(small.size)} pt, and ${title} asks for ` +
          `${round(smallestType)} pt at least.`,
        hint: 'Use larger type in the theme or the picture.',
      },
    ];
  });
}

/**
 * Words that the knife divides, in a file that Foldmark did not make: its own are proved word by word. What
 * lies beside a page, pdf.js does not tell.
 */
function dividedText({ facts: { pages }, texts, families }: Preflight): readonly PageFinding[] {
  if (families !== undefined) return [];
  return pages.flatMap(({ trim }, page) => {
    const off = (texts[page]?.texts ?? []).find(
      (text) => !text.inside && text.text.trim() !== '' && meet(boxOf(text), trim),
    );
    return off
      ? [
          {
            page,
            box: boxOf(off),
            message: `"${shortened(off.text)}" goes over the edge of the page, where it is cut.`,
            hint: 'Move it onto the page.',
          },
        ]
      : [];
  });
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.bottom < other.top && other.bottom < one.top;
}

/** The nearest words to an edge of each page, where they are too near. */
function unsafeText(preflight: Preflight): readonly PageFinding[] {
  const {
    facts: { pages },
    texts,
    profile,
    profile: { margins, title },
    direction,
  } = preflight;
  const { inside } = leastMargins(profile, pages.length);
  return pages.flatMap(({ trim }, page) => {
    const bound = boundEdge(page, direction);
    const spaces = (texts[page]?.texts ?? [])
      .filter(({ text, inside: shown }) => shown && text.trim() !== '')
      .map((text) => ({ text, space: nearness(text, trim) }));
    const least = (edge: Edge): number =>
      (edge === bound ? inside : (margins.outside ?? 0)) * POINTS_PER_MM - HANGING;
    const close = EDGES.flatMap((edge) =>
      spaces
        .filter(({ space }) => space[edge] < least(edge))
        .map(({ text, space }) => ({ edge, by: space[edge], text: text.text, piece: text })),
    );
    const [worst] = close.sort((a, b) => a.by - b.by);
    if (!worst) return [];
    const wanted = worst.edge === bound ? inside : margins.outside;
    const place = worst.edge === bound ? 'inside, where the book is bound' : worst.edge;
    return [
      {
        page,
        box: boxOf(worst.piece),
        message:
          `"${shortened(worst.text)}" stands ${inMillimetres(Math.max(0, worst.by))} from the edge ` +
          `(${place}), and ${title} asks for ${wanted ?? 0} ` +
          `mm${worst.edge === bound ? ` in a book of ${pages.length} pages` : ''}.`,
        hint:
          `Set ${marginOf(worst.edge, bound)}: ${wanted ?? 0}mm or more in book.yml, among print: { ` +
          'margins: { top, bottom, inside, outside } }. Words in art and furniture are moved in their ' +
          'template.',
      },
    ];
  });
}

function marginOf(edge: Edge, bound: Edge): string {
  if (edge === 'top' || edge === 'bottom') return edge;
  return edge === bound ? 'inside' : 'outside';
}

type Edge = 'left' | 'right' | 'top' | 'bottom';
const EDGES: readonly Edge[] = ['left', 'right', 'top', 'bottom'];

/** How far a text is from each edge of the trim. */
function nearness(text: PaintedText, trim: Box): Readonly<Record<Edge, number>> {
  const { left, right, bottom, top } = boxOf(text);
  return {
    left: left - trim.left,
    right: trim.right - right,
    bottom: bottom - trim.bottom,
    top: trim.top - top,
  };
}

/** What a text takes up; one that is turned counts by its two ends. */
function boxOf({ x, y, width, size, direction: [dx, dy] }: PaintedText): Box {
  const [endX, endY] = [x + width * dx, y + width * dy];
  const [leftward, rightward] = inOrder(-(dy * size * ASCENT), dy * size * DESCENT);
  const [downward, upward] = inOrder(dx * size * ASCENT, -(dx * size * DESCENT));
  return {
    left: Math.min(x, endX) + leftward,
    right: Math.max(x, endX) + rightward,
    bottom: Math.min(y, endY) + downward,
    top: Math.max(y, endY) + upward,
  };
}

function inOrder(one: number, other: number): readonly [least: number, most: number] {
  return one < other ? [one, other] : [other, one];
}

function shortened(text: string): string {
  const words = text.replaceAll('\u00AD', '').trim();
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
