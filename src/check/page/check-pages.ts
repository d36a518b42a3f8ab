// Findings about page turns, from what stands on each page: points 7 and 27 to 36 of the typographic report.
import { finding, type Finding } from '../../model/finding.js';
import type { PageBlock } from '../../model/page-column.js';
import type { Span } from '../../model/source-span.js';
import { checkFacing } from './facing-pages.js';
import { placeOn, type PageRemark, type PageOfFile } from './page-finding.js';

export interface PagesOrder {
  /** Every page of the book, in order. */
  readonly sheets: readonly PageOfFile[];
  /** Where each block stands in what the author wrote. */
  readonly places: ReadonlyMap<string, Span>;
  /** The file that findings are seen in. */
  readonly artifact: string;
}

/** Findings: PAGE-002 to PAGE-008 and PAGE-016, page by page. */
export function checkPages({ sheets, places, artifact }: PagesOrder): readonly Finding[] {
  return sheets.flatMap((sheet, index) => {
    const [next, afterNext] = [sheets[index + 1], sheets[index + 2]];
    const found = [
      ...checkSheet(sheet, { before: sheets[index - 1], after: next }),
      ...checkFacing(sheet, next, afterNext),
    ];
    return found.map(({ block, ...said }) => {
      const at = places.get(block?.block ?? '');
      const own = [sheet, next].find((one) => one?.column?.blocks.some((other) => other === block)) ?? sheet;
      return finding(said.code, {
        message: `Page ${pageName(sheet)}: ${said.message}`,
        ...(at === undefined ? {} : { at }),
        ...(block?.block === undefined ? {} : { block: block.block }),
        seen: { artifact, page: pageName(sheet), places: [placeOn(own, block)] },
      });
    });
  });
}

function pageName({ fact: { folio, index } }: PageOfFile): string {
  return folio === '' ? String(index + 1) : folio;
}

interface Neighbours {
  readonly before: PageOfFile | undefined;
  readonly after: PageOfFile | undefined;
}

function checkSheet(sheet: PageOfFile, { before, after }: Neighbours): readonly PageRemark[] {
  const blocks = sheet.column?.blocks ?? [];
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return [];
  const { part } = sheet.fact;
  const goesOn = part !== undefined && after?.fact.part === part;
  const goneOn = part !== undefined && before?.fact.part === part;
  return [
    ...checkAlone(first, last),
    ...(goesOn ? checkFoot(blocks, last) : []),
    ...(goneOn && first.kind === 'scene-break'
      ? [
          {
            code: 'PAGE-005' as const,
            message: 'a scene break is the first thing on the page.',
            block: first,
          },
        ]
      : []),
    ...(goneOn && !goesOn ? checkEnd(blocks) : []),
    ...blocks.flatMap(checkGrid),
    ...blocks.flatMap((block, index) => checkRoom(block, blocks[index + 1])),
  ];
}

function checkAlone(first: PageBlock, last: PageBlock): readonly PageRemark[] {
  const found: PageRemark[] = [];
  if (first.lines > 1 && first.from === first.lines)
    found.push({
      code: 'PAGE-002',
      message: `the last line of a paragraph stands alone: “${first.words}”.`,
      block: first,
    });
  if (last.lines > 1 && last.to === 1)
    found.push({
      code: 'PAGE-002',
      message: `the first line of a paragraph stands alone: “${last.words}”.`,
      block: last,
    });
  return found;
}

function checkFoot(blocks: readonly PageBlock[], last: PageBlock): readonly PageRemark[] {
  const found: PageRemark[] = [];
  const heading = blocks.findLast(({ kind }) => kind === 'heading');
  if (heading !== undefined && last.bottom - heading.bottom < 2.5)
    found.push({
      code: 'PAGE-003',
      message: `“${heading.words}” stands in the last three lines.`,
      block: heading,
    });
  if (last.kind === 'scene-break')
    found.push({ code: 'PAGE-005', message: 'a scene break is the last thing on the page.', block: last });
  if (last.broken && last.to < last.lines)
    found.push({
      code: 'PAGE-008',
      message: `the last word continues on the next page: “${last.words} …”.`,
      block: last,
    });
  return found;
}

/** Less than five lines of text, and nothing else to see. */
function checkEnd(blocks: readonly PageBlock[]): readonly PageRemark[] {
  const lines = Math.max(...blocks.map(({ bottom }) => bottom));
  const art = blocks.some(({ kind, bottom, top }) => kind === 'art' && bottom - top > 4);
  return lines < 4.5 && !art
    ? [{ code: 'PAGE-004', message: `the last page holds ${Math.round(lines)} lines.`, block: blocks[0] }]
    : [];
}

/** A quarter of a line: descenders may reach as far. */
function checkRoom(block: PageBlock, next: PageBlock | undefined): readonly PageRemark[] {
  const over = (block.reach ?? block.bottom) - (next?.top ?? Infinity);
  return block.reach !== undefined && over > 0.25
    ? [
        {
          code: 'PAGE-016',
          message: `“${block.words}” overlaps the text below it by ${over.toFixed(1)} lines.`,
          block,
        },
      ]
    : [];
}

/** A twentieth of a line of 14 pt is a quarter of a millimetre; blocks are measured to a hundredth. */
function checkGrid(block: PageBlock): readonly PageRemark[] {
  const off = Math.abs(block.top - Math.round(block.top));
  return block.kind === 'paragraph' && off > 0.03
    ? [{ code: 'PAGE-007', message: `“${block.words}” is ${off.toFixed(2)} of a line off the grid.`, block }]
    : [];
}
