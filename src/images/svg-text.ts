// The words in a drawing as outlines, by resvg. An SVG names fonts that only its author's machine has. Its
// words are part of the picture, and must look the same everywhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Resvg } from '@resvg/resvg-wasm';

export interface SvgFonts {
  /** TrueType or OpenType files; others lend the characters that the named families lack. */
  readonly files: readonly Uint8Array[];
  readonly sans: string;
  readonly serif: string;
  readonly mono: string;
}

type Engine = typeof Resvg;

let engine: Promise<Engine> | undefined;
let ready: Engine | undefined;

/** Loads resvg, once. Until it has, no drawing is changed. */
export async function loadSvgText(): Promise<void> {
  engine ??= startEngine();
  ready = await engine;
}

async function startEngine(): Promise<Engine> {
  const resvg = await import('@resvg/resvg-wasm');
  const require = createRequire(import.meta.url);
  await resvg.initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return resvg.Resvg;
}

/** Whether a drawing has words of its own. */
export function hasSvgText(source: string): boolean {
  return /<(?:[\w-]+:)?text[\s>/]/.test(source);
}

/**
 * The drawing with outlines for words, without what a picture does not show. Undefined when resvg is not
 * loaded or cannot read it.
 */
export function outlineSvgText(source: string, fonts: SvgFonts): string | undefined {
  if (ready === undefined) return undefined;
  const options = {
    fontBuffers: [...fonts.files],
    defaultFontFamily: fonts.sans,
  };
  try {
    const drawing = new ready(withOurFamilies(source, fonts), { font: options });
    const outlined = drawing.toString();
    drawing.free();
    return withDescription(roundSizes(outlined), svgTexts(source).filter(Boolean).join(' · '));
  } catch {
    return undefined; // what resvg does not take, the browser may
  }
}

const SERIF = /times|georgia|garamond|palatino|cambria|roman|serif|century|bookman|minion|caslon/i;
const MONO = /mono|courier|consolas|menlo|code\b|typewriter/i;

const GENERIC = /^(?:serif|sans-?serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+)$/i;

/**
 * Lists of families that end in one of ours. resvg sets a family that it does not have, and each generic one,
 * in its default.
 */
function withOurFamilies(source: string, { sans, serif, mono }: SvgFonts): string {
  const ended = (written: string): string => {
    const families = written.split(',').map((one) => one.trim());
    if (families.some((one) => /^(?:inherit|initial|unset)$/i.test(one))) return written;
    const plain = written.replace(/sans-?serif/gi, 'sans');
    const ours = MONO.test(plain) ? mono : SERIF.test(plain) ? serif : sans;
    return [...families.filter((one) => !GENERIC.test(one)), ours].join(', ');
  };
  return source
    .replace(SHORTHAND, (_, before: string, size: string, families: string) =>
      longhands(before, size, families),
    )
    .replace(/(font-family\s*=\s*")([^"]+)"/gi, (_, name: string, list: string) => `${name}${ended(list)}"`)
    .replace(/(font-family\s*=\s*')([^']+)'/gi, (_, name: string, list: string) => `${name}${ended(list)}'`)
    .replace(
      /(font-family\s*:\s*)((?:"[^"]*"|'[^']*'|&quot;|[^;"'<>{}])+)/gi,
      (_, name: string, list: string) => `${name}${ended(list.trim())}`,
    );
}

/** `font: bold 8px/1.2 Arial`, which resvg does not read. */
const SHORTHAND =
  /\bfont\s*:\s*((?:[a-z-]+\s+|[1-9]00\s+)*)([\d.]+(?:px|pt|pc|mm|cm|in|em|rem|%)?)(?:\s*\/\s*[\w.%]+)?\s+((?:"[^"]*"|'[^']*'|&quot;|[^;"'<>{}])+)/gi;

function longhands(before: string, size: string, families: string): string {
  const words = before.trim().split(/\s+/);
  const style = words.find((one) => /^(?:italic|oblique)$/i.test(one));
  const weight = words.find((one) => /^(?:bold|bolder|lighter|\d00)$/i.test(one));
  return [
    ...(style === undefined ? [] : [`font-style: ${style}`]),
    ...(weight === undefined ? [] : [`font-weight: ${weight}`]),
    `font-size: ${size}`,
    `font-family: ${families.trim()}`,
  ].join('; ');
}

/** Sizes in whole units: readers of EPUBs refuse others as attributes. The viewBox keeps the proportion. */
function roundSizes(svg: string): string {
  return svg.replace(/^<svg [^>]*>/, (root) =>
    root.replace(
      /\b(width|height)="([\d.]+)"/g,
      (_, name: string, size: string) => `${name}="${Math.max(1, Math.round(Number(size)))}"`,
    ),
  );
}

/** The words of each text of a drawing that is well-formed, as they are escaped. */
export function svgTexts(source: string): readonly string[] {
  return [...source.matchAll(/<(?:[\w-]+:)?text(?:\s[^<>]*)?(?<!\/)>[^]*?<\/(?:[\w-]+:)?text\s*>/g)].map(
    ([text]) =>
      text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
  );
}

function withDescription(svg: string, words: string): string {
  return words === '' ? svg : svg.replace(/^(<svg [^>]*>)/, (root) => `${root}<desc>${words}</desc>`);
}
