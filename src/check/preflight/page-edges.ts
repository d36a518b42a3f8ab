// Where pages end: boxes, bleed, and artwork that stops at the knife.
import type { Finding } from '../../model/finding.js';
import type { Box, PageFacts } from '../../pdf/read/pdf-facts.js';
import type { Preflight } from './preflight-input.js';
import { inMillimetres, pageFindings, type PageFinding } from './page-findings.js';
import { POINTS_PER_MM } from '../../shared/units.js';

type Edge = 'left' | 'right' | 'top' | 'bottom';

/** A hundredth of a point: what a printer's machine tells apart. */
const EXACT = 0.01;
/** Half a point is less than a knife's own play. */
const NEAR = 0.5;

/** Findings PRINT-012 to PRINT-014. */
export function checkEdges(preflight: Preflight): readonly Finding[] {
  const { pages } = preflight.facts;
  return [
    ...pageFindings(
      'PRINT-012',
      pages.flatMap((page, index) => boxFaults(page, { index, first: pages[0] ?? page })),
      preflight,
    ),
    ...pageFindings(
      'PRINT-013',
      pages.flatMap((page, index) => bleedFaults(page, { index, preflight })),
      preflight,
    ),
    ...pageFindings(
      'PRINT-014',
      pages.flatMap((page, index) => shortArtwork(page, { index, preflight })),
      preflight,
    ),
  ];
}

function boxFaults(
  { media, bleed, trim, saysTrim }: PageFacts,
  { index, first }: { index: number; first: PageFacts },
): readonly PageFinding[] {
  const fault = (message: string): PageFinding => ({
    page: index,
    message,
    hint: 'Make the file again, with a trim box on every page.',
  });
  const size = (box: Box): readonly number[] => [box.right - box.left, box.top - box.bottom];
  const same = size(trim).every((length, side) => Math.abs(length - (size(first.trim)[side] ?? 0)) <= EXACT);
  return [
    ...(saysTrim ? [] : [fault('The page does not say where it is cut: it has no trim box.')]),
    ...(isInside(trim, bleed) && isInside(bleed, media)
      ? []
      : [fault('The trim does not lie inside of the bleed, or the bleed not inside of the page.')]),
    ...(same
      ? []
      : [
          fault(
            `This page is ${size(trim).map(inMillimetres).join(' by ')}, and the first is ` +
              `${size(first.trim).map(inMillimetres).join(' by ')}.`,
          ),
        ]),
  ];
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left - EXACT &&
    inner.bottom >= outer.bottom - EXACT &&
    inner.right <= outer.right + EXACT &&
    inner.top <= outer.top + EXACT
  );
}

/** The bound edge of a page: left on a recto, counted from the first page of the file. */
export function boundEdge(index: number, direction: 'ltr' | 'rtl'): 'left' | 'right' {
  return (index % 2 === 0) === (direction === 'ltr') ? 'left' : 'right';
}

function bleedOf({ bleed, trim }: PageFacts, edge: Edge): number {
  return Math.abs(bleed[edge] - trim[edge]);
}

/**
 * A book without any bleed at all is whole where nothing reaches an edge; whether something does, PRINT-014
 * says.
 */
function bleedFaults(
  page: PageFacts,
  { index, preflight: { profile, direction } }: { index: number; preflight: Preflight },
): readonly PageFinding[] {
  const { width, edges } = profile.bleed;
  const wanted = (edge: Edge): number =>
    edges === 'none' || (edges === 'outer' && edge === boundEdge(index, direction))
      ? 0
      : width * POINTS_PER_MM;
  const wrong = EDGES.filter((edge) => Math.abs(bleedOf(page, edge) - wanted(edge)) > EXACT);
  if (wrong.length === 0) return [];
  const said = wrong.map(
    (edge) =>
      `${inMillimetres(bleedOf(page, edge))} of bleed at the ${edge}, where ${profile.title} asks for ` +
      inMillimetres(wanted(edge)),
  );
  return [
    {
      page: index,
      message: `There are ${said.join('; ')}.`,
      hint: `Make the file for this printer: foldmark build --profile ${profile.name || 'NAME'}.`,
    },
  ];
}

const EDGES: readonly Edge[] = ['left', 'right', 'top', 'bottom'];

function shortArtwork(
  page: PageFacts,
  { index, preflight: { profile, direction } }: { index: number; preflight: Preflight },
): readonly PageFinding[] {
  if (profile.bleed.edges === 'none') return [];
  const cut = EDGES.filter((edge) => profile.bleed.edges === 'all' || edge !== boundEdge(index, direction));
  const short = cut.flatMap((edge) => {
    const area = page.areas.find(
      (one) =>
        Math.abs(one[edge] - page.trim[edge]) <= NEAR &&
        !page.areas.some((other) => goesOn(other, one, { edge, page })),
    );
    return area ? [{ edge, area }] : [];
  });
  const [first] = short;
  if (!first) return [];
  return [
    {
      page: index,
      box: strip(first.edge, first.area),
      message:
        `Artwork ends at the trim, at the ${short.map(({ edge }) => edge).join(' and the ')} of the ` +
        'page.',
      hint: 'Let it run on to the end of the bleed: print pages of the class "bare" fill the whole sheet.',
    },
  ];
}

/** The end of an area at an edge, a tenth of an inch to each side of it. */
function strip(edge: Edge, area: Box): Box {
  const at = area[edge];
  return edge === 'left' || edge === 'right'
    ? { ...area, left: at - STRIP, right: at + STRIP }
    : { ...area, bottom: at - STRIP, top: at + STRIP };
}

const STRIP = 7.2;

/** Whether an area carries another one's edge beyond the trim. */
function goesOn(other: Box, area: Box, { edge, page: { trim } }: { edge: Edge; page: PageFacts }): boolean {
  const beyond =
    edge === 'left' || edge === 'bottom' ? other[edge] < trim[edge] - NEAR : other[edge] > trim[edge] + NEAR;
  const [from, to] =
    edge === 'left' || edge === 'right' ? (['bottom', 'top'] as const) : (['left', 'right'] as const);
  return beyond && other[from] <= area[from] + NEAR && other[to] >= area[to] - NEAR;
}
