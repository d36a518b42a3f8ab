// Other spellings of the keys of book.yml: those with one meaning are read, the others are answered with the
// line to write.
import type { SettingNode } from './settings-tree.js';

export interface Synonym {
  /** The key that book.yml has for it. */
  readonly means: readonly string[];
  /** The value as that key wants it; absent: as it is. */
  readonly read?: (value: SettingNode) => SettingNode;
  /** Whether its list is added to what the key holds already. */
  readonly adds?: true;
}

/**
 * By the key as an author writes it, in kebab-case, with its holder before a dot. `docs/guide/book.md` lists
 * them.
 */
export const SYNONYMS: Readonly<Record<string, Synonym>> = {
  lang: { means: ['language'] },
  locale: { means: ['language'] },
  date: { means: ['published'] },
  year: { means: ['published'] },
  pubdate: { means: ['published'] },
  'publication-date': { means: ['published'] },
  'publication-year': { means: ['published'] },
  authors: { means: ['author'] },
  by: { means: ['author'] },
  creator: { means: ['author'], read: people },
  writer: { means: ['author'] },
  poet: { means: ['author'] },
  editor: { means: ['contributors'], read: inRole('editor'), adds: true },
  illustrator: { means: ['contributors'], read: inRole('illustrator'), adds: true },
  photographer: { means: ['contributors'], read: inRole('pht'), adds: true },
  translator: { means: ['contributors'], read: inRole('translator'), adds: true },
  summary: { means: ['description'] },
  abstract: { means: ['description'] },
  blurb: { means: ['description'] },
  subject: { means: ['subjects'], read: terms },
  keywords: { means: ['subjects'], read: terms },
  tags: { means: ['subjects'], read: terms },
  copyright: { means: ['rights'], read: copyrightLine },
  license: { means: ['rights', 'licence'] },
  licence: { means: ['rights', 'licence'] },
  'rights.license': { means: ['rights', 'licence'] },
  'rights.owner': { means: ['rights', 'holder'] },
  'isbn-print': { means: ['isbn', 'print'] },
  'print-isbn': { means: ['isbn', 'print'] },
  'isbn-epub': { means: ['isbn', 'epub'] },
  'epub-isbn': { means: ['isbn', 'epub'] },
  'cover-image': { means: ['cover'] },
  'cover-photo': { means: ['cover'] },
  'cover-picture': { means: ['cover'] },
  toc: { means: ['contents'] },
  'table-of-contents': { means: ['contents'] },
  'toc-depth': { means: ['epub', 'toc-depth'] },
  files: { means: ['chapters'] },
  numbered: { means: ['numbering'] },
  'chapter-numbers': { means: ['numbering'] },
  'chapter-numbering': { means: ['numbering'] },
  'numbered-chapters': { means: ['numbering'] },
  'number-sections': { means: ['numbering'] },
  numbersections: { means: ['numbering'] },
  size: { means: ['print', 'trim'] },
  'page-size': { means: ['print', 'trim'] },
  trim: { means: ['print', 'trim'] },
  'trim-size': { means: ['print', 'trim'] },
  bleed: { means: ['print', 'bleed'] },
  margins: { means: ['print', 'margins'] },
  margin: { means: ['print', 'margins'] },
  marks: { means: ['print', 'marks'] },
  'crop-marks': { means: ['print', 'marks'] },
  'chapter-start': { means: ['print', 'chapter-start'] },
  'pages-multiple': { means: ['print', 'pages-multiple'] },
  printer: { means: ['print', 'profile'] },
  'print.size': { means: ['print', 'trim'] },
  'print.page-size': { means: ['print', 'trim'] },
  'print.trim-size': { means: ['print', 'trim'] },
  'print.margin': { means: ['print', 'margins'] },
  'print.crop-marks': { means: ['print', 'marks'] },
  'print.color': { means: ['print', 'colour'] },
  'print.printer': { means: ['print', 'profile'] },
  'epub.cover-image': { means: ['epub', 'cover'] },
  hyphenate: { means: ['typography', 'hyphenate'] },
  hyphenation: { means: ['typography', 'hyphenate'] },
  quotes: { means: ['typography', 'quotes'] },
};

/** Keys that could mean several things, or nothing that a key of Foldmark's says: what to write. */
const ANSWERS: Readonly<Record<string, (value: string) => string>> = {
  paper: (value) =>
    `Write "size: ${value || 'A5'}" for the size of a page, or "imposition: { paper: ${value || 'A4'} ` +
    '}" for the sheet that pages are printed on.',
  papersize: (value) =>
    `Write "size: ${value.toUpperCase() || 'A5'}" for the size of a page, or "imposition: { paper: ` +
    `${value.toUpperCase() || 'A4'} }" for the sheet that pages are printed on.`,
  'paper-size': (value) =>
    `Write "size: ${value || 'A5'}" for the size of a page, or "imposition: { paper: ${value || 'A4'} ` +
    '}" for the sheet that pages are printed on.',
  format: editionsLine,
  formats: editionsLine,
  output: editionsLine,
  outputs: editionsLine,
  volume: (value) => `Write "series: { name: Name of the series, position: ${value || '1'} }".`,
  issue: (value) => `Write "series: { name: Name of the zine, position: ${value || '1'} }".`,
  identifier: (value) =>
    /97[89][\d\s-]{10,}/.test(value)
      ? `Write "isbn: ${/97[89][\d\s-]{9,}\d/.exec(value)?.[0] ?? value}".`
      : 'Write "isbn:" for an ISBN, "doi:" for a DOI, or "seed:" for the words that the lasting ' +
        'identifier is made from.',
  uuid: () => 'Write "seed:" with any lasting words: the identifier is made from them.',
  id: () =>
    'Write "name:" for the name of the files, or "seed:" for what the lasting identifier is made from.',
  version: (value) => `Write "edition: ${value || 'First edition'}".`,
  epigraph: () => 'Write a Markdown file with "role: epigraph" in its front matter.',
  preface: () => 'Write a Markdown file "preface.md".',
  parts: () => 'Write the parts into the list of chapters: "chapters: [{ part: One, chapters: [01.md] }]".',
  width: (value) => `Write both sides of the page: "size: ${value || '148mm'} x 210mm".`,
  height: (value) => `Write both sides of the page: "size: 148mm x ${value || '210mm'}".`,
  pages: () => 'Delete it: pages are counted. "print: { pages-multiple: 4 }" fills the book up for stapling.',
  style: (value) =>
    `Write "theme: ${value || 'zine'}", or save styles of your own as styles/custom.css; they are ` +
    'found there.',
  css: (value) =>
    `Save the styles as styles/custom.css${value ? ` (now ${value})` : ''}; they are found there.`,
  stylesheet: () => 'Save the styles as styles/custom.css; they are found there.',
  'title-page': () => 'Write the order of the front: "front: [title-page, copyright, contents]".',
  'copyright-page': () => 'Write the order of the front: "front: [title-page, contents]".',
  'back-cover': () => 'Write the order of the back: "back: [back-cover]".',
};

/** What to write in place of a key at the outermost level; undefined where nothing is known of it. */
export function answerTo(key: string, value: SettingNode | undefined): string | undefined {
  const answer = Object.hasOwn(ANSWERS, key) ? ANSWERS[key] : undefined;
  return answer?.(value ? wordsIn(value) : '');
}

function editionsLine(): string {
  return 'Write "editions: [print, screen, epub]", or those of them that you want.';
}

/** The first words in a setting. */
export function wordsIn(setting: SettingNode): string {
  if (setting.kind === 'scalar') return String(setting.value ?? '');
  const inner =
    setting.kind === 'list'
      ? setting.items
      : [...(setting.entries.has('text') ? [setting.entries.get('text')] : setting.entries.values())].flatMap(
          (one) => (one ? [one.value] : []),
        );
  return inner[0] ? wordsIn(inner[0]) : '';
}

function inRole(role: string): (value: SettingNode) => SettingNode {
  const one = (value: SettingNode): SettingNode => {
    if (value.kind === 'list') return { ...value, items: value.items.map(one) };
    if (value.kind === 'map')
      return value.entries.has('role')
        ? value
        : {
            ...value,
            entries: new Map([
              ...value.entries,
              ['role', { at: value.at, value: { kind: 'scalar', value: role, at: value.at } }],
            ]),
          };
    return one({ kind: 'map', entries: new Map([['name', { at: value.at, value }]]), at: value.at });
  };
  return (value) =>
    value.kind === 'list' ? one(value) : { kind: 'list', items: [one(value)], at: value.at };
}

/** Pandoc calls a name `text`. */
function people(value: SettingNode): SettingNode {
  if (value.kind === 'list') return { ...value, items: value.items.map(people) };
  if (value.kind !== 'map') return value;
  return {
    ...value,
    entries: new Map([...value.entries].map(([key, entry]) => [key === 'text' ? 'name' : key, entry])),
  };
}

/** `mud, salt` is two terms. */
function terms(value: SettingNode): SettingNode {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return value;
  const items = value.value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  return { kind: 'list', items: items.map((one) => ({ ...value, value: one })), at: value.at };
}

/**
 * `© 2026 Ada Fenn` and `Ada Fenn 2026` are a year and a holder; anything else is a statement, printed as it
 * is written.
 */
function copyrightLine(value: SettingNode): SettingNode {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return value;
  const line = value.value.trim().replace(/^(?:copyright\b)?\s*(?:©|\(c\))?\s*/i, '');
  const { year, holder } =
    (
      /^(?<year>\d{4})[\s,]+(?:by\s+)?(?<holder>[^.\d]+)$/i.exec(line) ??
      /^(?<holder>[^.,\d]+),?\s+(?<year>\d{4})$/.exec(line)
    )?.groups ?? {};
  if (year === undefined || holder === undefined) return value;
  const entry = (of: string | number): { at: SettingNode['at']; value: SettingNode } => ({
    at: value.at,
    value: { kind: 'scalar', value: of, at: value.at },
  });
  return {
    kind: 'map',
    entries: new Map([
      ['holder', entry(holder.trim())],
      ['year', entry(Number(year))],
    ]),
    at: value.at,
  };
}
