// Nothing lost, part two: every word that was to be printed stands in the finished file, once.
import { finding, type Finding } from '../../model/finding.js';
import type { BlockId } from '../../model/flow.js';
import type { Span } from '../../model/source-span.js';
import type { ExpectedBlock, ExpectedWords, ShownPage } from '../../model/expected-words.js';
import { letters } from './letters.js';
import type { Surplus } from './letter-ledger.js';
import { matchText, type Lost } from './match-blocks.js';

export interface ShownOrder {
  /** The finished file's name. */
  readonly file: string;
  readonly expected: ExpectedWords;
  readonly shown: readonly ShownPage[];
  /** Where each block of the manuscript begins. */
  readonly places: ReadonlyMap<BlockId, Span>;
  /** The title of each part. */
  readonly titles: Readonly<Record<string, string>>;
  /** Text that stands in the file and is not to be seen. */
  readonly hidden?: readonly HiddenText[];
  /** What the styles write themselves. */
  readonly written?: readonly Written[];
  /** First and last page of each part, 0-based, where that is known. */
  readonly pages?: ReadonlyMap<string, readonly [number, number]>;
}

export interface HiddenText {
  readonly text: string;
  readonly hiding: 'clipped' | 'covered' | 'unpainted';
  /** Of its page. */
  readonly label: string;
}

/** Text that a style lets appear, and where. */
export interface Written {
  readonly text: string;
  /** Whether it writes numbers or attributes too, which are made while pages are laid out. */
  readonly isCounted: boolean;
  readonly selector: string;
  readonly at: Span;
}

/** Findings: LOSS-001, LOSS-002. */
export function checkShown({
  file,
  expected,
  shown,
  places,
  titles,
  written = [],
  hidden = [],
  pages,
}: ShownOrder): readonly Finding[] {
  const { lost, absent, surplus } = matchText({
    expected: expected.blocks.map((block) => ({ ...block, pages: pages?.get(block.part) })),
    fixed: expected.furniture.flatMap((text, page) => text.split('\n').map((line) => ({ text: line, page }))),
    shown: shown.flatMap(({ texts }, page) => texts.map((text) => ({ text, page }))),
  });
  const label = (page: number): string => shown[page]?.label ?? '';
  return [
    ...lost.map((one) =>
      tellLost(one, {
        file,
        label: label(one.page),
        place: places.get(one.block.block ?? ''),
        chapter: titles[one.block.part] ?? one.block.part,
        veiled: hiddenOf(one.missing, hidden),
      }),
    ),
    ...absent.map(({ text, page }) =>
      finding('LOSS-001', {
        message: `“${text.trim()}”, which stands around the text of page ${label(page)}, is not in ${file}.`,
        seen: { artifact: file, page: label(page) },
      }),
    ),
    ...surplus.map((one) =>
      tellSurplus(one, { file, label: label(one.page), expected, source: writerOf(one.text, written) }),
    ),
  ];
}

interface LostWhere {
  readonly file: string;
  readonly label: string;
  readonly place: Span | undefined;
  readonly chapter: string;
  /** Where the words stand unseen, if they do. */
  readonly veiled: HiddenText | undefined;
}

const HIDING: Readonly<Record<HiddenText['hiding'], string>> = {
  clipped: 'a box cuts them off: look for a height with "overflow: hidden"',
  covered: 'something is painted over them: look for backgrounds, pictures and positions',
  unpainted: 'they are not painted',
};

/** The hidden text that holds missing letters, or that they hold. */
function hiddenOf(missing: string, hidden: readonly HiddenText[]): HiddenText | undefined {
  return hidden.find(
    ({ text }) =>
      letters(text) !== '' && (missing.includes(letters(text)) || letters(text).includes(missing)),
  );
}

function tellLost(
  { block, missing }: Lost<ExpectedBlock>,
  { file, label, place, chapter, veiled }: LostWhere,
): Finding {
  const all = missing.length === letters(wordsOf(block)).length;
  return finding('LOSS-001', {
    message:
      `In "${chapter}", ` +
      `${all ? 'this is' : `${missing.length} letters (“${excerpt(missing)}”) of this are`} missing ` +
      `from ${file}: “${excerpt(wordsOf(block))}”`,
    ...(place ? { at: place } : {}),
    ...(veiled ? { hint: `The words stand on page ${veiled.label}, but ${HIDING[veiled.hiding]}.` } : {}),
    seen: { artifact: file, page: label },
  });
}

interface SurplusWhere {
  readonly file: string;
  readonly label: string;
  readonly expected: ExpectedWords;
  /** The style that likely writes it. */
  readonly source: Written | undefined;
}

function tellSurplus({ text, page }: Surplus, { file, label, expected, source }: SurplusWhere): Finding {
  const seen = { artifact: file, page: shownLabel(label, page) };
  if (source) {
    const hint = 'Write it in a template, so that every edition has it.';
    return finding('LOSS-002', {
      message:
        `Page ${label} of ${file} shows “${excerpt(text)}”, which is not in the book: the style of ` +
        `"${source.selector}" writes it.`,
      at: source.at,
      hint,
      seen,
    });
  }
  const twice = text.length > 5 && expected.blocks.some((block) => letters(wordsOf(block)).includes(text));
  return finding('LOSS-002', {
    message:
      `Page ${label} of ${file} shows “${excerpt(text)}”, ` +
      `${twice ? 'which it should show only once' : 'which is not in the book'}.`,
    seen,
  });
}

/** The rule whose words are the surplus or a part of it; else one that counts, when a number is left. */
function writerOf(text: string, written: readonly Written[]): Written | undefined {
  const same = written.find((one) => letters(one.text) === text);
  const part = written.find((one) => letters(one.text) !== '' && text.includes(letters(one.text)));
  return same ?? part ?? written.find((one) => one.isCounted && /^\p{N}+$/u.test(text));
}

function shownLabel(label: string, page: number): string {
  return label === '' ? String(page + 1) : label;
}

function wordsOf({ pieces }: ExpectedBlock): string {
  return pieces.join('');
}

const EXCERPT = 60;

function excerpt(text: string): string {
  const words = text
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= EXCERPT ? words : `${words.slice(0, EXCERPT)}…`;
}
