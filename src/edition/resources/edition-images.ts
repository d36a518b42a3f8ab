// The images of an edition: each is read once, judged, and given the name under which flows and styles find
// it.
import { finding, type Finding } from '../../model/finding.js';
import type { Resource } from '../../model/edition.js';
import type { SourcePath, Span } from '../../model/source-span.js';
import type { FileProblem, Files, World } from '../../model/world.js';
import { posix } from 'node:path';
import { closest } from '../../config/decode-text.js';
import { slug } from '../../manuscript/slugs.js';
import { decodeImage } from './decode-image.js';
import { cleanSvg } from './clean-svg.js';
import { withoutWebFonts, withOutlines } from './svg-copy.js';
import { IMAGE_TYPES, type ImageKind } from '../../images/image-type.js';
import type { ImageProblem, ImageSize } from '../../images/image-verdict.js';

export interface Images {
  /**
   * The image's name in the edition; its path as given when it cannot be had. Only the first asking reports
   * why.
   */
  href(path: SourcePath, at: Span | undefined): string;
  /** The same for a file of Foldmark's own or of a theme in it, which only styles name. */
  hrefOf(from: 'book' | 'home', path: SourcePath, at: Span): string;
  /**
   * For the `src` of a finished section: a name of the edition stays, a path that a template wrote plainly
   * becomes one.
   */
  settle(source: string, at: Span): string;
  /** The picture's own size, for its proportion; undefined for what cannot be had. */
  size(href: string): NaturalSize | undefined;
  /** All images asked for so far, sorted by name. */
  resources(): readonly Resource[];
}

export interface NaturalSize extends ImageSize {
  readonly kind: ImageKind;
}

/** Findings: FIG-001 to FIG-008 and TEXT-009, at the place that named the image. */
export function openImages(world: World, report: (found: Finding) => void): Images {
  const names = new Map<string, string>();
  const made = new Map<string, Resource>();
  const sizes = new Map<string, NaturalSize>();

  const take = (from: 'book' | 'home', path: SourcePath, at: Span | undefined): string => {
    // from the root of a site: looked for in the book, and never on this disk
    const exact = /^\/(?!\/)/.test(path) ? NOT_THERE : world[from].read(path);
    const other =
      'problem' in exact && exact.problem === 'missing' ? likeliest(path, world[from]) : undefined;
    const read = other === undefined ? exact : world[from].read(other);
    if ('problem' in read) return fail(missing(path, read.problem, world[from]), at, path);
    if (other !== undefined && other.normalize('NFC') !== path.normalize('NFC'))
      fail(foundAs(path, other), at, path);
    const known = other === undefined ? undefined : names.get(`${from}:${other}`);
    if (known !== undefined) return known;
    const copy = withoutWebFonts(read.bytes);
    const plain = cleanSvg(copy.bytes);
    const verdict = decodeImage(plain, world);
    if ('problem' in verdict) return fail(damaged(path, verdict), at, path);
    if (copy.had) fail(webFont(path), at, path);
    const drawn = verdict.kind === 'svg' ? withOutlines(plain, { path, world }) : { bytes: plain, found: [] };
    for (const one of drawn.found) fail(one, at, path);
    const { mediaType, extension } = IMAGE_TYPES[verdict.kind];
    const href = freeName(other ?? path, extension, made);
    if (other !== undefined) names.set(`${from}:${other}`, href);
    made.set(href, { href, mediaType, bytes: drawn.bytes });
    sizes.set(href, { kind: verdict.kind, width: verdict.width, height: verdict.height });
    return href;
  };

  const fail = (found: Finding, at: Span | undefined, path: SourcePath): string => {
    report(at ? { ...found, at } : found);
    return path;
  };

  const hrefOf = (from: 'book' | 'home', path: SourcePath, at: Span | undefined): string => {
    const name = names.get(`${from}:${path}`) ?? take(from, path, at);
    names.set(`${from}:${path}`, name);
    return name;
  };
  const href = (path: SourcePath, at: Span | undefined): string => hrefOf('book', path, at);

  return {
    href,
    hrefOf,
    settle: (source, at) => (made.has(source) ? source : href(source, at)),
    size: (href) => sizes.get(href),
    resources: () => [...made.values()].sort((a, b) => (a.href < b.href ? -1 : 1)),
  };
}

/**
 * `images/` and the path in letters that every reading system and zip tool takes, with the extension of its
 * true kind.
 */
function freeName(path: SourcePath, extension: string, taken: ReadonlyMap<string, unknown>): string {
  const bare = path.replace(/^images\//, '').replace(/\.[^./]*$/, '');
  const plain = slug(bare) || 'image';
  const name = (count: number): string => `images/${plain}${count > 1 ? `-${count}` : ''}.${extension}`;
  let count = 1;
  while (taken.has(name(count))) count += 1;
  return name(count);
}

const NOT_THERE = { problem: 'missing' } as const;

/**
 * The file that is meant by a name that none has: written in other letters, for another system, or for the
 * web. Only files of the book are looked at.
 */
function likeliest(path: SourcePath, files: Files): SourcePath | undefined {
  const all = files.list('');
  const wanted = [path, path.replace(/[?#].*$/, '')]
    .flatMap((one) => [one, one.replaceAll('\\', '/')])
    .map((one) => posix.normalize(one.replace(/^\/+/, '')));
  const spellings: readonly ((name: string) => string)[] = [
    (name) => name.normalize('NFC'),
    (name) => decodedName(name).normalize('NFC'),
    (name) => decodedName(name).normalize('NFC').toLowerCase(),
  ];
  for (const spelled of spellings)
    for (const one of wanted) {
      const found = all.find((file) => spelled(file) === spelled(one));
      if (found !== undefined) return found;
    }
  return undefined;
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function foundAs(path: SourcePath, file: SourcePath): Finding {
  return finding('FIG-001', {
    message: `There is no image "${path}"; "${file}" is taken for it.`,
    hint: `Write the name as the file has it: ${file}.`,
  });
}

function missing(path: SourcePath, problem: FileProblem, files: Files): Finding {
  const remote = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path);
  if (problem === 'outside' || remote) {
    const message = remote
      ? `The image "${path}" is not a file of the book.`
      : `The image "${path}" is outside the book's folder.`;
    return finding('FIG-002', {
      message,
      hint: "Put the image into the book's folder, in images/ for instance.",
    });
  }
  if (problem === 'too-large')
    return finding('FIG-004', { message: `The image "${path}" is too large to read.` });
  if (path.startsWith('/'))
    return finding('TEXT-009', {
      message:
        `The image "${path.split('/').at(-1) ?? ''}" is not a file of the book: ` +
        'its description stands in its place.',
      hint: 'Name it from the folder of this file, without "/" at the beginning: images/name.png.',
    });
  const like = closest(path, files.list(''));
  return finding('FIG-001', {
    message: `There is no image "${path}".`,
    hint: like ? `Did you mean "${like}"?` : 'Put it into the folder of the book, or correct its name.',
  });
}

function webFont(path: SourcePath): Finding {
  return finding('FIG-007', {
    message: `The drawing "${path}" names a font on the web, which is left out.`,
    hint: 'Let your drawing program turn the text into paths, if it must have this font.',
  });
}

function damaged(path: SourcePath, found: ImageProblem): Finding {
  switch (found.problem) {
    case 'unreadable':
      return finding('FIG-003', {
        message: `The image "${path}" does not decode: ${found.reason.replace(/\.$/, '')}.`,
        hint: 'Open it in an image editor and export it again.',
      });
    case 'too-large':
      return finding('FIG-004', {
        message: `The image "${path}" is too large: ${found.reason}.`,
        hint: 'Export it smaller.',
      });
    case 'harmful':
      return finding('FIG-006', {
        message: `The SVG "${path}" holds ${found.reason}.`,
        hint: /foreignobject/i.test(found.reason)
          ? 'Export its words as plain text: "htmlLabels: false" in Mermaid, no "Formatted Text" in draw.io.'
          : 'Export it as a plain drawing: no scripts, no frames, nothing that is fetched.',
      });
    case 'no-namespace':
      return finding('FIG-003', {
        message: `The SVG "${path}" lacks its namespace, and would be an empty picture.`,
        hint: 'Write xmlns="http://www.w3.org/2000/svg" into its <svg> element.',
      });
    case 'no-size':
      return finding('FIG-005', {
        message: `The SVG "${path}" has neither a viewBox nor a width and a height.`,
        hint: 'Export it again with a size, or give its <svg> element a viewBox.',
      });
  }
}
