// Debian's PDF tools, which judge what Foldmark made.
import { execFileSync } from 'node:child_process';
import type { Tool } from '../needs.js';

/** What a tool says. */
export function say(tool: Tool, ...args: readonly string[]): string {
  return execFileSync(tool, [...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

export type Boxes = Readonly<
  Partial<Record<'MediaBox' | 'CropBox' | 'BleedBox' | 'TrimBox' | 'ArtBox', readonly number[]>>
>;

/** The boxes of every page, as poppler reads them: left, bottom, right, top in points. */
export function boxesBy(file: string): readonly Boxes[] {
  const pages: Record<string, readonly number[]>[] = [];
  for (const [, page = '', box = '', numbers = ''] of say(
    'pdfinfo',
    '-box',
    '-f',
    '1',
    '-l',
    '9999',
    file,
  ).matchAll(/^Page +(\d+) (\w+Box): +(.*)$/gm)) {
    pages[Number(page) - 1] = { ...pages[Number(page) - 1], [box]: numbers.trim().split(/\s+/).map(Number) };
  }
  return pages;
}

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Every word of every page, as poppler finds them: points from the upper left of what is shown. */
export function wordsBy(file: string): readonly (readonly Word[])[] {
  return say('pdftotext', '-bbox', file, '-')
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          text,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      ),
    );
}

/** The finest stroke of every page that has one, in points, as MuPDF reads them. */
export function finestStrokes(file: string): readonly number[] {
  return say('mutool', 'trace', file)
    .split('<page ')
    .slice(1)
    .flatMap((page) => {
      const widths = [
        ...page.matchAll(/<stroke_(?:path|text) [^>]*linewidth="([^"]*)"[^>]*transform="([^"]*)"/g),
      ].map(([, width, matrix = '']) => {
        const [a = 1, b = 0, c = 0, d = 1] = matrix.trim().split(/\s+/).map(Number);
        return Number(width) * Math.sqrt(Math.abs(a * d - b * c));
      });
      return widths.length === 0 ? [] : [Math.min(...widths)];
    });
}

/**
 * Total ink in percent, page by page, as Ghostscript counts it: `[cyan, magenta, yellow, black]` of the
 * page's area.
 */
export function inkByPage(file: string): readonly (readonly number[])[] {
  const lines = say(
    'gs',
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-dUseTrimBox',
    '-sDEVICE=ink_cov',
    '-o',
    '-',
    file,
  ).split('\n');
  return lines
    .filter((line) => line.includes('CMYK'))
    .map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
}

/** The most ink on any pixel, percent, at 72 dpi and without smoothing. */
export function mostInk(file: string): number {
  const pictures = execFileSync(
    'gs',
    ['-q', '-dNOPAUSE', '-dBATCH', '-dUseTrimBox', '-r72', '-sDEVICE=pamcmyk32', '-o', '-', file],
    { maxBuffer: 1 << 29 },
  );
  let most = 0;
  for (let at = pictures.indexOf(HEAD_END); at !== -1;) {
    const from = at + HEAD_END.length;
    const next = pictures.indexOf('P7\n', from);
    const end = next === -1 ? pictures.length : next;
    for (let pixel = from; pixel + 3 < end; pixel += 4)
      most = Math.max(
        most,
        (pictures[pixel] ?? 0) +
          (pictures[pixel + 1] ?? 0) +
          (pictures[pixel + 2] ?? 0) +
          (pictures[pixel + 3] ?? 0),
      );
    at = next === -1 ? -1 : pictures.indexOf(HEAD_END, next);
  }
  return most / 2.55;
}

const HEAD_END = 'ENDHDR\n';
