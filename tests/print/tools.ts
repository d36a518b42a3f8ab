// Debian's PDF tools, which judge what Foldmark made. Where FOLDMARK_REFERENCE_TOOLS=required none may be missing.
import { execFileSync, spawnSync } from 'node:child_process';

export type Tool = 'qpdf' | 'pdffonts' | 'pdfimages' | 'pdfinfo' | 'pdftoppm' | 'pdftotext' | 'mutool' | 'gs';

/** Whether a tool is there; a test that needs it is skipped where it is not. */
export function has(tool: Tool): boolean {
  const there = spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
  if (!there && process.env['FOLDMARK_REFERENCE_TOOLS'] === 'required') throw new Error(`${tool} is required here; .ci/run installs it.`);
  return there;
}

/** What a tool says. */
export function say(tool: Tool, ...args: readonly string[]): string {
  return execFileSync(tool, [...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Total ink in percent, page by page, as Ghostscript counts it: `[cyan, magenta, yellow, black]` of the page's area. */
export function inkByPage(file: string): readonly (readonly number[])[] {
  const lines = say('gs', '-q', '-dNOPAUSE', '-dBATCH', '-dUseTrimBox', '-sDEVICE=ink_cov', '-o', '-', file).split('\n');
  return lines.filter((line) => line.includes('CMYK')).map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
}

/** The most ink on any pixel, percent, at 72 dpi and without smoothing. */
export function mostInk(file: string): number {
  const pictures = execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dUseTrimBox', '-r72', '-sDEVICE=pamcmyk32', '-o', '-', file], { maxBuffer: 1 << 29 });
  let most = 0;
  for (let at = pictures.indexOf(HEAD_END); at !== -1; ) {
    const from = at + HEAD_END.length;
    const next = pictures.indexOf('P7\n', from);
    const end = next === -1 ? pictures.length : next;
    for (let pixel = from; pixel + 3 < end; pixel += 4) most = Math.max(most, (pictures[pixel] ?? 0) + (pictures[pixel + 1] ?? 0) + (pictures[pixel + 2] ?? 0) + (pictures[pixel + 3] ?? 0));
    at = next === -1 ? -1 : pictures.indexOf(HEAD_END, next);
  }
  return most / 2.55;
}

const HEAD_END = 'ENDHDR\n';
