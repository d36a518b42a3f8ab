// What hides text inside of a page: paint laid over it, clips that cut it off, letters that are not painted
// at all. Exact for rectangles; other shapes are taken as hiding nothing, so that what is told is so.
import { PDFDict, PDFName, PDFRawStream, type PDFContext, type PDFPage } from '@cantoo/pdf-lib';
import type { Box } from '../objects/page-geometry.js';
import { nameOperand, numbers, operatorsOf, type Operator } from '../objects/content-operators.js';
import { isTransparentState } from '../objects/opacity.js';
import { insideForm, resourceNamed } from '../objects/form-xobject.js';
import {
  boxAround,
  common,
  cornersOf,
  matrixOf,
  through,
  times,
  UNITY,
  type Matrix,
} from '../objects/matrices.js';
import { pageContentOf } from '../objects/page-content.js';
import { beginPath, type Path } from '../objects/content-path.js';
import { beginText, type TextPlace } from '../objects/text-position.js';

/** One stroke of text, where it begins. Points on the page. */
export interface Shown {
  /** What is painted later has a higher number. */
  readonly order: number;
  readonly x: number;
  readonly y: number;
  /** Nothing of it is to be seen outside of this box. */
  readonly clip: Box;
  /** Whether its letters are painted; not in the modes 3 and 7 (PDF 32000-1, 9.3.6). */
  readonly isPainted: boolean;
}

/** What lies over everything that was painted before it. */
export interface Cover {
  readonly order: number;
  readonly box: Box;
}

export interface TextCover {
  readonly shown: readonly Shown[];
  readonly covers: readonly Cover[];
}

/**
 * Reads what could hide text on a page; empty where nothing can, which a look at all but the letters tells:
 * most pages have no clip within the trim and nothing painted behind their text.
 */
export function readTextCover(page: PDFPage): TextCover {
  const { x, y, width, height } = page.getTrimBox();
  const trim = { left: x, bottom: y, right: x + width, top: y + height };
  const content = pageContentOf(page);
  return mayHide(veilOf(page, { content, reading: 'outline' }), trim)
    ? veilOf(page, { content, reading: 'whole' })
    : { shown: [], covers: [] };
}

function veilOf(page: PDFPage, { content, reading }: Pick<Stream, 'content' | 'reading'>): TextCover {
  const veil = { shown: [], covers: [] };
  const clip = { left: -FAR, bottom: -FAR, right: FAR, top: FAR };
  follow(
    { context: page.doc.context, content, resources: page.node.Resources(), veil, depth: 0, reading },
    { matrix: UNITY, clip, isOpaque: true, isPlain: true, mode: 0 },
  );
  return veil;
}

function mayHide({ shown, covers }: TextCover, trim: Box): boolean {
  return (
    covers.some(({ order }) => order > 0) ||
    shown.some(({ isPainted, clip }) => !isPainted || !holds(clip, trim))
  );
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left + NEAR &&
    outer.bottom <= inner.bottom + NEAR &&
    outer.right >= inner.right - NEAR &&
    outer.top >= inner.top - NEAR
  );
}

/** Points; Chromium rounds clips to its pixels. */
const NEAR = 1;

/**
 * The content with one stroke in place of each text object. One with strings in round brackets or a mode of
 * painting stays.
 */
function outlineOf(content: string): string {
  return content.replace(/\bBT\b([^(]*?)\bET\b/g, (whole, inside: string) =>
    /\bTr\b|\bgs\b/.test(inside) ? whole : 'BT <> Tj ET',
  );
}

const FAR = 1e6;

interface State {
  readonly matrix: Matrix;
  readonly clip: Box;
  /** No transparency, no overprint. */
  readonly isOpaque: boolean;
  /** The colour of areas is a colour, not a pattern. */
  readonly isPlain: boolean;
  /** How letters are painted. */
  readonly mode: number;
}

interface Stream {
  readonly context: PDFContext;
  readonly content: string;
  readonly resources: PDFDict | undefined;
  readonly veil: { readonly shown: Shown[]; readonly covers: Cover[] };
  readonly depth: number;
  /** `outline`: where letters stand is not asked for. */
  readonly reading: 'outline' | 'whole';
}

function follow(stream: Stream, start: State): void {
  let state = start;
  const saved: State[] = [];
  const path = beginPath();
  const text = beginText();
  for (const operator of operatorsOf(
    stream.reading === 'outline' ? outlineOf(stream.content) : stream.content,
  )) {
    const { name } = operator;
    if (name === 'q') saved.push(state);
    else if (name === 'Q') state = saved.pop() ?? state;
    else if (name === 'cm') state = { ...state, matrix: times(matrixOf(numbers(operator, 6)), state.matrix) };
    else if (path.takes(operator, state.matrix)) continue;
    else if (PAINTS.has(name)) {
      state = painted(stream, { state, name, path });
      path.end();
    } else if (name === 'gs') state = withState(stream, { state, operator });
    else if (name === 'Tr') state = { ...state, mode: numbers(operator, 1)?.[0] ?? 0 };
    else if (FILL_COLOURS.has(name))
      state = { ...state, isPlain: !/^scn$/.test(name) || nameOperand(operator) === undefined };
    else if (name === 'Do') paintObject(stream, { state, operator });
    else if (text.takes(operator)) noteText(stream, { state, place: text.place() });
  }
}

const PAINTS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'n']);
const FILL_COLOURS: ReadonlySet<string> = new Set(['g', 'rg', 'k', 'cs', 'sc', 'scn']);

function painted({ veil }: Stream, { state, name, path }: { state: State; name: string; path: Path }): State {
  if (/[fFBb]/.test(name) && state.isOpaque && state.isPlain && !name.endsWith('*'))
    cover(veil, path.rectangles(), state.clip);
  const box = path.clips() ? path.box() : undefined;
  return box ? { ...state, clip: common(state.clip, box) } : state;
}

function cover(veil: Stream['veil'], boxes: readonly Box[], clip: Box): void {
  for (const box of boxes) veil.covers.push({ order: veil.shown.length, box: common(box, clip) });
}

function noteText({ veil }: Stream, { state, place }: { state: State; place: TextPlace }): void {
  const [x, y] = through(state.matrix, [place.x, place.y]);
  veil.shown.push({
    order: veil.shown.length,
    x,
    y,
    clip: state.clip,
    isPainted: state.mode !== 3 && state.mode !== 7,
  });
}

interface Step {
  readonly state: State;
  readonly operator: Operator;
}

/** A state that says nothing of a thing leaves it; transparency is said whole by whoever writes it. */
function withState(stream: Stream, { state, operator }: Step): State {
  const found = resourceNamed(stream.resources, 'ExtGState', nameOperand(operator));
  if (!(found instanceof PDFDict)) return state;
  const says = ['ca', 'BM', 'SMask', 'op', 'OP'].some((key) => found.has(PDFName.of(key)));
  const overprints = ['op', 'OP'].some((key) => String(found.get(PDFName.of(key))) === 'true');
  return says ? { ...state, isOpaque: !overprints && !isTransparentState(found) } : state;
}

/** Forms within forms: deeper than this is a circle. */
const DEEPEST = 12;

function paintObject(stream: Stream, { state, operator }: Step): void {
  const object = resourceNamed(stream.resources, 'XObject', nameOperand(operator));
  if (!(object instanceof PDFRawStream)) return;
  const { dict } = object;
  if (dict.get(PDFName.of('Subtype')) === PDFName.of('Form')) {
    if (stream.depth < DEEPEST) followForm(stream, { form: object, state });
    return;
  }
  const isWhole = !['SMask', 'Mask', 'ImageMask'].some((key) => dict.has(PDFName.of(key)));
  const [a, b, c, d] = state.matrix;
  const isUpright = (Math.abs(b) < FLAT && Math.abs(c) < FLAT) || (Math.abs(a) < FLAT && Math.abs(d) < FLAT);
  const box = boxAround(
    cornersOf({ left: 0, bottom: 0, right: 1, top: 1 }).map((point) => through(state.matrix, point)),
  );
  if (box && isWhole && isUpright && state.isOpaque) cover(stream.veil, [box], state.clip);
}

/** A turn by less than this is none. */
const FLAT = 1e-4;

function followForm(stream: Stream, { form, state }: { form: PDFRawStream; state: State }): void {
  const { content, resources, ...placed } = insideForm(form, {
    resources: stream.resources,
    matrix: state.matrix,
    clip: state.clip,
  });
  follow({ ...stream, content, resources, depth: stream.depth + 1 }, { ...state, ...placed });
}
