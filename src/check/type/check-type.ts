// The type on the pages: faces that exist, true small capitals, the right figures, no shouting. Points 19 to
// 22 of the typographic report.
import { finding, type Finding, type PagePlace } from '../../model/finding.js';
import type { FontFace } from '../../model/edition.js';
import type { TypeUse } from '../../model/page-column.js';
import type { Span } from '../../model/source-span.js';
import type { ThemeReport } from '../../model/theme.js';

export interface TypeOrder {
  /** `placeOf`: where a block stands on the page. */
  readonly pages: readonly {
    readonly name: string;
    readonly type: readonly TypeUse[];
    readonly placeOf?: (block: string | undefined) => PagePlace;
  }[];
  readonly faces: readonly (Pick<FontFace, 'family' | 'style' | 'weight'> & {
    readonly features: ReadonlySet<string>;
  })[];
  readonly places: ReadonlyMap<string, Span>;
  readonly artifact: string;
  readonly report?: ThemeReport | undefined;
  /** Blocks in which such things are meant: what is found there is told besides. */
  readonly stet?: ReadonlySet<string>;
}

/** Findings: TYPE-001 to TYPE-004, each kind at the first place it is met. */
export function checkTypeface({
  pages,
  faces,
  places,
  artifact,
  report,
  stet,
}: TypeOrder): readonly Finding[] {
  const told = new Set<string>();
  return pages.flatMap(({ name, type, placeOf }) =>
    type.flatMap((use) =>
      faultsOf(use, faces, report ?? {}).flatMap(({ key, code, message, hint }) => {
        const once = stet?.has(use.block ?? '') === true ? `${key}, meant in ${use.block ?? ''}` : key;
        if (told.has(once)) return [];
        told.add(once);
        const at = places.get(use.block ?? '');
        return [
          finding(code, {
            message,
            hint,
            ...(at === undefined ? {} : { at }),
            ...(use.block === undefined ? {} : { block: use.block }),
            seen: { artifact, page: name, ...(placeOf ? { places: [placeOf(use.block)] } : {}) },
          }),
        ];
      }),
    ),
  );
}

interface Fault {
  /** What is told once. */
  readonly key: string;
  readonly code: 'TYPE-001' | 'TYPE-002' | 'TYPE-003' | 'TYPE-004';
  readonly message: string;
  readonly hint: string;
}

function faultsOf(
  use: TypeUse,
  faces: TypeOrder['faces'],
  { capitals: most = 2, figures: wanted = 'old-style' }: ThemeReport,
): readonly Fault[] {
  const { family, weight, style, words, capitals, figures } = use;
  const own = faces.filter((face) => face.family === family);
  const face = own.find((one) => one.style === style && isBold(one.weight) === isBold(weight));
  const name = `${family}${isBold(weight) ? ' bold' : ''}${style === 'italic' ? ' italic' : ''}`;
  return [
    ...(own.length > 0 && face === undefined
      ? [
          {
            key: `face ${name}`,
            code: 'TYPE-001' as const,
            message: `The styles ask for ${name}, which is no face of the theme: “${words}”.`,
            hint: 'Name the face in theme.yml, or ask for another.',
          },
        ]
      : []),
    ...(use.imitates
      ? [
          {
            key: `imitates ${family}`,
            code: 'TYPE-001' as const,
            message: `The browser may imitate faces of ${family} that are not there: “${words}”.`,
            hint: 'Take `font-synthesis` out of the styles: Foldmark sets it to none.',
          },
        ]
      : []),
    ...(use.smallCaps && face !== undefined && !face.features.has('smcp')
      ? [
          {
            key: `caps ${name}`,
            code: 'TYPE-002' as const,
            message: `${name} has no small capitals: “${words}”.`,
            hint: 'Use a face that has them (smcp), or set these words otherwise.',
          },
        ]
      : []),
    ...(capitals !== undefined && capitals.length > most
      ? [
          {
            key: `capitals ${capitals}`,
            code: 'TYPE-003' as const,
            message: `“${capitals}” is in full capitals.`,
            hint:
              `Write [${capitals}]{.sc} for small capitals; a theme that wants full ones says so with ` +
              `"report: { capitals: ${capitals.length} }".`,
          },
        ]
      : []),
    ...(wanted === 'any' || figures === undefined ? [] : figureFaults(figures, words)),
  ];
}

function figureFaults({ kind, within }: NonNullable<TypeUse['figures']>, words: string): readonly Fault[] {
  const hint =
    'The house sets "onum" in text and "lnum", "tnum" in tables; a theme that wants others says so ' +
    'with "report: { figures: any }".';
  if (within === 'text' && kind !== 'old-style')
    return [
      {
        key: 'text figures',
        code: 'TYPE-004',
        message: `Figures in the text are lining ones: “${words}”.`,
        hint,
      },
    ];
  if (within === 'table' && kind !== 'tabular')
    return [
      {
        key: 'table figures',
        code: 'TYPE-004',
        message: `Figures in a table do not align: “${words}”.`,
        hint,
      },
    ];
  return [];
}

function isBold(weight: number): boolean {
  return weight >= 600;
}
