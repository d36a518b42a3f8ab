// The marks in page contents: which of them say something, and that nothing is painted outside of all of
// them. What belongs to no element is an artifact: running heads, folios, rules, grounds (PDF 32000-1,
// 14.8.2.2).
import { PDFDict, PDFName, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib';
import { operatorsOf, type Operator } from '../objects/content-operators.js';

const TEXT = new Set(['Tj', 'TJ', "'", '"']);
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h', 'W', 'W*']);
const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const ALONE = new Set(['sh', 'Do']);

/** The marks under which letters or forms are drawn. `content` is Latin-1. */
export function speakingMarks(content: string, page: PDFPage): ReadonlySet<number> {
  const speaking = new Set<number>();
  const open: (number | undefined)[] = [];
  for (const operator of operatorsOf(content)) {
    if (operator.name === 'BDC' || operator.name === 'BMC') open.push(markOf(operator));
    else if (operator.name === 'EMC') open.pop();
    else if (TEXT.has(operator.name) || (operator.name === 'Do' && isForm(operator, page))) {
      const mark = open.findLast((one) => one !== undefined);
      if (mark !== undefined) speaking.add(mark);
    }
  }
  return speaking;
}

/** The marks of a content, and how often something is painted under none and is no artifact. */
export function marksIn(content: string): {
  readonly present: ReadonlySet<number>;
  readonly unmarked: number;
} {
  const present = new Set<number>();
  const open: ('marked' | 'within')[] = [];
  let unmarked = 0;
  for (const operator of operatorsOf(content)) {
    if (operator.name === 'BDC' || operator.name === 'BMC') {
      const mark = markOf(operator);
      if (mark !== undefined) present.add(mark);
      open.push(mark !== undefined || operator.operands[0]?.text === '/Artifact' ? 'marked' : 'within');
    } else if (operator.name === 'EMC') open.pop();
    else if (
      !open.includes('marked') &&
      (TEXT.has(operator.name) ||
        PAINT.has(operator.name) ||
        operator.name === 'Do' ||
        operator.name === 'sh' ||
        operator.name === 'ID')
    )
      unmarked += 1;
  }
  return { present, unmarked };
}

/**
 * The content with every mark named as its element is; marks of no element, and what is painted under none,
 * are artifacts.
 */
export function markArtifacts(content: string, roles: ReadonlyMap<number, string>): string {
  const pieces: string[] = [];
  let from = 0;
  const put = (until: number, instead: string, next: number): void => {
    pieces.push(content.slice(from, until), instead);
    from = next;
  };
  const open: ('marked' | 'within')[] = [];
  const operators = [...operatorsOf(content)];
  let path: number | undefined;
  let textEnd = -1;
  operators.forEach((operator, index) => {
    const isMarked = open.includes('marked') || operator.start < textEnd;
    switch (operator.name) {
      case 'BDC':
      case 'BMC': {
        const mark = markOf(operator);
        if (mark === undefined) {
          open.push('within');
          break;
        }
        const role = roles.get(mark);
        put(
          operator.start,
          role === undefined ? '/Artifact BMC' : `/${role} <</MCID ${mark}>> BDC`,
          operator.end,
        );
        open.push('marked');
        break;
      }
      case 'EMC':
        open.pop();
        break;
      case 'BT': {
        let end = index;
        while (end < operators.length && operators[end]?.name !== 'ET') end++;
        const text = operators.slice(index, end);
        if (isMarked || text.some((one) => markOf(one) !== undefined)) break;
        const close = operators[end];
        if (
          !close ||
          text.some(
            ({ name }, at) =>
              name === 'EMC' && !text.slice(0, at).some((one) => one.name === 'BDC' || one.name === 'BMC'),
          )
        )
          break;
        put(operator.start, '/Artifact BMC BT', operator.end);
        textEnd = close.end;
        break;
      }
      case 'ET':
        if (operator.end === textEnd) put(operator.end, ' EMC', operator.end);
        break;
      default:
        if (PATH.has(operator.name)) {
          path ??= operator.start;
          break;
        }
        if (operator.name === 'n') {
          path = undefined;
          break;
        }
        if (!isMarked && PAINT.has(operator.name)) {
          put(path ?? operator.start, '/Artifact BMC ', path ?? operator.start);
          put(operator.end, ' EMC', operator.end);
        } else if (!isMarked && (TEXT.has(operator.name) || ALONE.has(operator.name))) {
          put(operator.start, '/Artifact BMC ', operator.start);
          put(operator.end, ' EMC', operator.end);
        }
        if (PAINT.has(operator.name)) path = undefined;
    }
  });
  return pieces.join('') + content.slice(from);
}

/** The number in `/P <</MCID 4 >> BDC`. */
function markOf({ name, operands }: Operator): number | undefined {
  const at = name === 'BDC' ? operands.findIndex(({ text }) => text === '/MCID') : -1;
  return at === -1 ? undefined : Number(operands[at + 1]?.text);
}

function isForm({ operands }: Operator, { node }: PDFPage): boolean {
  return callsForm(node.Resources(), operands.at(-1)?.text.slice(1) ?? '');
}

/** Whether what a page's resources have under a name is a form: drawn like a page, and no picture. */
export function callsForm(resources: PDFDict | undefined, key: string): boolean {
  const objects = resources?.lookup(PDFName.of('XObject'));
  const object = objects instanceof PDFDict ? objects.lookup(PDFName.of(key)) : undefined;
  return object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
}
