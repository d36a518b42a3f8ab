// A content stream with the letters of each line in one run (PDF 32000-1, 9.4.3):
//
//     /F4 15 Tf 1 0 0 -1 83 78 Tm <002d> Tj 12.3 0 Td <019a> Tj      becomes      … .03 Tc <002d019a> Tj
//
// What is not known for certain to move letters this way and no other stays as it is.
import { numbers, operatorsOf, type Operator } from '../../objects/content-operators.js';
import type { RunFont } from './run-fonts.js';
import { glyphsIn } from '../../objects/run-glyphs.js';
import { beginRuns, type Runs } from './text-object.js';

/** What moves all letters on, wherever it stands: with it, widths are not all there is. */
const SPACING: ReadonlySet<string> = new Set(['Tc', 'Tw', 'Tz']);

/** What moves or shows text in ways that are not looked for. */
const UNLOOKED: ReadonlySet<string> = new Set(['TD', 'T*', 'TJ', 'TL', 'Ts', "'", '"']);

/**
 * The content, read as Latin-1, with its lines gathered. @param fontNamed by the name in the resources,
 * without its slash
 */
export function gatherRuns(content: string, fontNamed: (name: string) => RunFont | undefined): string {
  const pieces: string[] = [];
  let from = 0;
  let inside: Operator[] | undefined;
  for (const operator of operatorsOf(content)) {
    if (SPACING.has(operator.name)) return content;
    if (operator.name === 'BT') inside = [];
    else if (operator.name !== 'ET') inside?.push(operator);
    else {
      const [first] = inside ?? [];
      const gathered = gatherText(inside ?? [], { content, fontNamed });
      inside = undefined;
      if (first === undefined || gathered === undefined) continue;
      pieces.push(content.slice(from, first.start), gathered, '\n');
      from = operator.start;
    }
  }
  return pieces.length === 0 ? content : pieces.join('') + content.slice(from);
}

interface Source {
  readonly content: string;
  readonly fontNamed: (name: string) => RunFont | undefined;
}

/** What a text object's operators paint, in runs; undefined when nobody can tell how they move. */
function gatherText(operators: readonly Operator[], { content, fontNamed }: Source): string | undefined {
  const runs = beginRuns();
  const unused = new Set<Operator>();
  let font: RunFont | undefined;
  let size = 0;
  let isPlaced = true;
  for (const [index, operator] of operators.entries()) {
    const { name, start, end } = operator;
    if (!unused.has(operator))
      for (const one of unusedHyphen(operators, index, { content, font })) unused.add(one);
    if (unused.has(operator)) continue;
    // without a move, text goes on where the last ended
    if (UNLOOKED.has(name) || (name === 'Tj' && !isPlaced)) return undefined;
    isPlaced = name !== 'Tj' && (isPlaced || name === 'Td' || name === 'Tm');
    if (name === 'Td') move(runs, operator);
    else if (name === 'Tj') {
      const glyphs = font === undefined || size <= 0 ? undefined : glyphsIn(operator.operands[0]?.text ?? '');
      if (font === undefined || glyphs === undefined) runs.showAsIs(content.slice(start, end));
      else runs.show(glyphs, { font, size });
    } else {
      if (name === 'Tf')
        [font, size] = [fontNamed(operator.operands[0]?.text.slice(1) ?? ''), numbers(operator, 1)?.[0] ?? 0];
      runs.pass(content.slice(start, end));
      if (name === 'Tm') runs.begin();
    }
  }
  return runs.end();
}

function move(runs: Runs, operator: Operator): void {
  const [x = 0, y = 0] = numbers(operator, 2) ?? [];
  runs.move(x, y);
}

/**
 * The operators that show a soft hyphen at which no line ended, from one of them on; none where it is no
 * such. Chromium shows it as a space that does not move on, and names it beside (`/Span <</ActualText
 * <FEFF00AD>>> BDC 5 0 Td <0003> Tj EMC 0 0 Td`) or in the font's map. Nothing is painted, but who copies or
 * searches the word would find it parted.
 */
function unusedHyphen(
  operators: readonly Operator[],
  index: number,
  { content, font }: Showing,
): readonly Operator[] {
  const first = operators[index];
  if (font === undefined || first === undefined) return [];
  if (first.name === 'Tj')
    return movesNowhere(operators[index + 1]) && font.isSoftHyphen(onlyGlyph(first)) ? [first] : [];
  if (first.name !== 'BDC' || !SOFT_HYPHEN_SPAN.test(content.slice(first.start, first.end))) return [];
  const [shown, end] = operators.slice(index + 1, index + 4).filter(({ name }) => name !== 'Td');
  return shown?.name === 'Tj' && end?.name === 'EMC' && font.isSpace(onlyGlyph(shown))
    ? [first, shown, end]
    : [];
}

interface Showing {
  readonly content: string;
  readonly font: RunFont | undefined;
}

/** -1 where a string shows more than one. */
function onlyGlyph({ operands: [string] }: Operator): number {
  const glyphs = glyphsIn(string?.text ?? '') ?? [];
  return glyphs.length === 1 ? (glyphs[0] ?? -1) : -1;
}

const SOFT_HYPHEN_SPAN = /^\/Span\s*<<\s*\/ActualText\s*<feff00ad>\s*>>\s*BDC$/i;

/** The next letter stands where this one does; a line that ends with it moves no letter at all. */
function movesNowhere(next: Operator | undefined): boolean {
  return next === undefined || (next.name === 'Td' && next.operands.every(({ text }) => Number(text) === 0));
}
