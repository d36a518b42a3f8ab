// Colours: the right spaces, no more ink than paper holds, no transparency where none is known, no line too
// fine.
import type { Finding } from '../../model/finding.js';
import type { Colour } from '../../model/profile.js';
import type { Preflight } from './preflight-input.js';
import { pageFindings, type PageFinding } from './page-findings.js';

/** What each kind of file may hold. `Separation` is the marks' own; of plates, each is a gray file. */
const TAKEN: Readonly<Record<Colour, readonly string[] | undefined>> = {
  gray: ['DeviceGray', 'Separation'],
  cmyk: ['DeviceGray', 'DeviceCMYK', 'Separation', 'DeviceN'],
  spot: ['DeviceGray', 'Separation'],
  rgb: undefined,
};

/** Half a percent is below one step of eight bits. */
const PLAY = 0.5;

/** Findings PRINT-040 to PRINT-043. */
export function checkColour(preflight: Preflight): readonly Finding[] {
  return [
    ...pageFindings('PRINT-040', wrongSpaces(preflight), preflight),
    ...pageFindings('PRINT-041', tooMuchInk(preflight), preflight),
    ...pageFindings('PRINT-042', seenThrough(preflight), preflight),
    ...pageFindings('PRINT-043', fineLines(preflight), preflight),
  ];
}

function wrongSpaces({ facts: { pages }, profile: { colour } }: Preflight): readonly PageFinding[] {
  const taken = TAKEN[colour];
  if (!taken) return [];
  return pages.flatMap(({ spaces }, page) => {
    const wrong = spaces.filter((space) => !taken.includes(space) && space !== 'none');
    return wrong.length === 0
      ? []
      : [
          {
            page,
            message:
              `Colours are in ${wrong.join(' and ')}, and the file is to be ` +
              `${colour === 'spot' ? 'gray' : colour}.`,
            hint:
              'Gradients that turn around a point cannot be converted: use a straight one or a picture. ' +
              "Of another program's file, export it in the printer's colours.",
          },
        ];
  });
}

function tooMuchInk({ facts: { pages }, profile: { inkLimit, title } }: Preflight): readonly PageFinding[] {
  if (inkLimit === undefined) return [];
  return pages.flatMap(({ ink, images }, page) => {
    const most = Math.max(ink, ...images.map((image) => image.ink));
    const picture = images.find((image) => image.ink === most);
    return most <= inkLimit + PLAY
      ? []
      : [
          {
            page,
            ...(picture ? { box: picture.box } : {}),
            message:
              `Up to ${Math.round(most)} % of ink lie on one another, ` + `and ${title} takes ${inkLimit} %.`,
            hint: "Use lighter colours, or convert with the printer's ICC profile.",
          },
        ];
  });
}

function seenThrough({ facts: { pages }, profile: { standard } }: Preflight): readonly PageFinding[] {
  if (standard !== 'x-1a') return [];
  return pages.flatMap(({ transparent }, page) =>
    transparent
      ? [
          {
            page,
            message: 'Something is transparent on this page, and PDF/X-1a knows no transparency.',
            hint:
              'Take opacity, shadows, blend modes and see-through pictures off the page, or set print: ' +
              '{ standard: x-4 } where the printer takes it.',
          },
        ]
      : [],
  );
}

function fineLines({ facts: { pages }, profile: { finestLine, title } }: Preflight): readonly PageFinding[] {
  return pages.flatMap((facts, page) =>
    facts.finestLine < finestLine - 0.001
      ? [
          {
            page,
            ...(facts.finestAt ? { box: facts.finestAt } : {}),
            message:
              `A line is ${Math.round(facts.finestLine * 100) / 100} pt thick, and ${title} holds lines ` +
              `of ${Math.round(finestLine * 100) / 100} pt and more.`,
            hint: 'Draw it thicker.',
          },
        ]
      : [],
  );
}
