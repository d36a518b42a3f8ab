// The settings files of mdBook, GitBook, Quarto, bookdown, Jekyll, Leanpub, MkDocs and Jupyter Book.
import { parse as parseYaml } from 'yaml';
import type { OtherEntry } from './other-book.js';

type Values = Readonly<Record<string, unknown>>;

/** What a tool's file says: settings by the keys of book.yml, the folder of its texts, an order. */
export interface ToolFile {
  readonly settings: Values;
  readonly folder?: string;
  readonly summary?: string;
  readonly entries?: readonly OtherEntry[];
}

/** The values of a YAML file without aliases and tags; undefined where it cannot be read. */
export function plainYaml(text: string): Values | undefined {
  if (/(?:^|[\s,[{])[&*!][\w!]/m.test(text.replace(/"[^"\n]*"|'[^'\n]*'|#.*$/gm, ''))) {
    const lines = text
      .split('\n')
      .filter((line) => !/:\s*!/.test(line))
      .join('\n');
    return lines === text ? undefined : plainYaml(lines);
  }
  try {
    return mapIn(parseYaml(text, { maxAliasCount: 0, schema: 'failsafe', logLevel: 'silent' }));
  } catch {
    return undefined;
  }
}

export function mdBook(toml: Values): ToolFile {
  const book = mapIn(toml['book']) ?? {};
  return {
    settings: picked(book, ['title', 'description', 'language'], { authors: 'author' }),
    folder: textIn(book['src']) ?? 'src',
  };
}

export function gitBook(json: Values): ToolFile {
  const summary = textIn(mapIn(json['structure'])?.['summary']);
  return {
    settings: picked(json, ['title', 'author', 'description', 'language', 'isbn']),
    ...(textIn(json['root']) !== undefined && { folder: textIn(json['root']) as string }),
    ...(summary !== undefined && { summary }),
  };
}

export function quarto(yaml: Values): ToolFile {
  const book = mapIn(yaml['book']) ?? mapIn(yaml['website']) ?? {};
  const chapters = listIn(book['chapters']).flatMap(quartoEntry);
  const sidebar = mapIn(book['sidebar']);
  const contents = chapters.length > 0 ? [] : listIn(sidebar?.['contents']).flatMap(quartoEntry);
  const appendices = listIn(book['appendices']).flatMap(quartoEntry);
  const entries = [
    ...chapters,
    ...contents,
    ...appendices.map((entry): OtherEntry => ({ ...entry, role: 'back' })),
  ];
  return {
    settings: {
      ...picked(yaml, ['author', 'date'], { lang: 'language' }),
      ...picked(book, ['title', 'subtitle', 'author', 'date', 'description', 'doi', 'cover-image']),
    },
    ...(entries.length > 0 && { entries }),
  };
}

function quartoEntry(one: unknown): readonly OtherEntry[] {
  const file = textIn(one);
  if (file !== undefined) return [{ file, sections: [] }];
  const map = mapIn(one);
  if (!map) return [];
  const words = textIn(map['part']) ?? textIn(map['section']);
  const inside = listIn(map['chapters'] ?? map['contents']).flatMap(quartoEntry);
  if (words !== undefined)
    return [
      isText(words) ? { part: words, file: words, sections: [] } : { part: words, sections: [] },
      ...inside,
    ];
  const named = textIn(map['file'] ?? map['href']);
  const title = textIn(map['text']);
  return named === undefined
    ? inside
    : [{ file: named, ...(title !== undefined && { title }), sections: [] }, ...inside];
}

export function bookdown(yaml: Values): ToolFile {
  const files = yaml['rmd_files'];
  const listed = listIn(mapIn(files)?.['html'] ?? mapIn(files)?.['latex'] ?? files);
  const entries = listed.flatMap((one): OtherEntry[] => {
    const file = textIn(one);
    return file === undefined ? [] : [{ file, sections: [] }];
  });
  return {
    settings: picked(yaml, ['author', 'date'], { lang: 'language' }),
    ...(entries.length > 0 && { entries }),
  };
}

export function jekyll(yaml: Values): ToolFile {
  return { settings: picked(yaml, ['title', 'author', 'description', 'subtitle'], { lang: 'language' }) };
}

/** Book.txt: a file a line, and words that say where the front and the back are. */
export function leanpub(text: string): ToolFile {
  let role: OtherEntry['role'];
  const entries = text.split('\n').flatMap((line): OtherEntry[] => {
    const word = line.trim().replace(/^\{(.*)\}$|:$/g, '$1');
    if (word === '' || word.startsWith('#')) return [];
    const matter = /^(front|main|back)matter$/.exec(word)?.[1];
    if (matter === undefined) return [{ file: word, ...(role && { role }), sections: [] }];
    role = matter === 'main' ? undefined : (matter as 'front' | 'back');
    return [];
  });
  return { settings: {}, entries };
}

export function mkDocs(yaml: Values): ToolFile {
  const entries = listIn(yaml['nav']).flatMap((one) => mkDocsEntry(one, 0));
  return {
    settings: picked(yaml, [], {
      site_name: 'title',
      site_author: 'author',
      site_description: 'description',
    }),
    folder: textIn(yaml['docs_dir']) ?? 'docs',
    ...(entries.length > 0 && { entries }),
  };
}

function mkDocsEntry(one: unknown, depth: number): readonly OtherEntry[] {
  const file = textIn(one);
  if (file !== undefined) return [{ file, sections: [] }];
  return Object.entries(mapIn(one) ?? {}).flatMap(([title, value]): readonly OtherEntry[] => {
    const named = textIn(value);
    if (named !== undefined) return [{ file: named, title, sections: [] }];
    const inside = listIn(value).flatMap((inner) => mkDocsEntry(inner, depth + 1));
    return depth === 0 ? [{ part: title, sections: [] }, ...inside] : inside;
  });
}

/** _toc.yml of Jupyter Book, whose files have no endings. */
export function jupyterBook(yaml: Values): ToolFile {
  const root = textIn(yaml['root']);
  const parts = listIn(yaml['parts']).flatMap((one) => {
    const caption = textIn(mapIn(one)?.['caption']);
    const inside = listIn(mapIn(one)?.['chapters'] ?? mapIn(one)?.['sections']).flatMap(jupyterEntry);
    return caption === undefined ? inside : [{ part: caption, sections: [] }, ...inside];
  });
  const entries: OtherEntry[] = [
    ...(root === undefined ? [] : [{ file: root, unnumbered: true as const, sections: [] }]),
    ...listIn(yaml['chapters'] ?? yaml['sections']).flatMap(jupyterEntry),
    ...parts,
  ];
  return { settings: {}, ...(entries.length > 0 && { entries }) };
}

function jupyterEntry(one: unknown): readonly OtherEntry[] {
  const file = textIn(mapIn(one)?.['file']);
  const title = textIn(mapIn(one)?.['title']);
  const sections = listIn(mapIn(one)?.['sections']).flatMap(jupyterEntry);
  return file === undefined ? sections : [{ file, ...(title !== undefined && { title }), sections }];
}

function isText(path: string): boolean {
  return /\.(?:md|markdown|qmd|rmd)$/i.test(path);
}

function picked(
  from: Values,
  keys: readonly string[],
  others: Readonly<Record<string, string>> = {},
): Values {
  const names = [...keys.map((key) => [key, key] as const), ...Object.entries(others)];
  const found = names.filter(([key]) => from[key] !== undefined && from[key] !== null && from[key] !== '');
  return Object.fromEntries(found.map(([key, name]) => [name, from[key]]));
}

export function mapIn(value: unknown): Values | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
