// What belongs together across pages: notes and calls, figures and mentions, references and what they point
// to. Points 37 to 39.
import { finding, type Finding } from '../../model/finding.js';
import type { Span } from '../../model/source-span.js';
import { placeOn, type PageOfFile } from './page-finding.js';

export interface LinksOrder {
  readonly sheets: readonly PageOfFile[];
  /** Anchors of figures, with their place in the manuscript. */
  readonly figures: ReadonlyMap<string, Span | undefined>;
  /** Page of each anchor as references say it, and as it was bound. */
  readonly said: Readonly<Record<string, number>>;
  readonly bound: Readonly<Record<string, { readonly page: number }>>;
  readonly artifact: string;
}

/** Findings: PAGE-013, PAGE-014, PAGE-015. */
export function checkLinks(reading: LinksOrder): readonly Finding[] {
  return [...strayNotes(reading), ...farFigures(reading), ...untrueReferences(reading)];
}

function strayNotes({ sheets, artifact }: LinksOrder): readonly Finding[] {
  const home = new Map(
    sheets.flatMap((sheet) => (sheet.column?.noted ?? []).map((note) => [note, sheet] as const)),
  );
  return sheets.flatMap((sheet) =>
    (sheet.column?.called ?? []).flatMap((note) => {
      const at = home.get(note);
      if (at === undefined || at === sheet) return [];
      return [
        finding('PAGE-013', {
          message: `Page ${nameOf(sheet)}: its note stands on page ${nameOf(at)}.`,
          hint: 'Change a word before the call.',
          seen: { artifact, page: nameOf(sheet), places: [placeOn(sheet)] },
        }),
      ];
    }),
  );
}

function farFigures({ sheets, figures, said, artifact }: LinksOrder): readonly Finding[] {
  return [...figures].flatMap(([figure, at]) => {
    const page = said[figure];
    const mentions = sheets.filter(({ column }) => column?.targets.includes(figure));
    if (
      page === undefined ||
      mentions.length === 0 ||
      mentions.some(({ fact: { index } }) => Math.abs(spreadOf(index) - spreadOf(page)) <= 1)
    )
      return [];
    const sheet = sheets[page];
    const named = sheet === undefined ? String(page + 1) : nameOf(sheet);
    return [
      finding('PAGE-014', {
        message: `The figure on page ${named} is mentioned on page ${mentions.map(nameOf).join(', ')}.`,
        ...(at === undefined ? {} : { at }),
        hint: 'Move the figure, or the words that refer to it.',
        seen: { artifact, page: named, places: [{ index: page }] },
      }),
    ];
  });
}

/** Page 0 is a right-hand page alone; 1 and 2 are seen together. */
function spreadOf(index: number): number {
  return Math.ceil(index / 2);
}

function untrueReferences({ sheets, said, bound, artifact }: LinksOrder): readonly Finding[] {
  const targets = new Set(sheets.flatMap(({ column }) => column?.targets ?? []));
  return [...targets].flatMap((target) => {
    const [wanted, found] = [said[target], bound[target]?.page];
    if (wanted === undefined || found === undefined || wanted === found) return [];
    return [
      finding('PAGE-015', {
        message: `"${target}" is referred to on sheet ${wanted + 1} and is on sheet ${found + 1}.`,
        seen: { artifact, places: [{ index: found }] },
      }),
    ];
  });
}

function nameOf({ fact: { folio, index } }: PageOfFile): string {
  return folio === '' ? String(index + 1) : folio;
}
