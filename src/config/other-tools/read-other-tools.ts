// The order and the title of a book that other tools made, where book.yml says nothing of them.
import { parse as parseToml } from 'smol-toml';
import type { Files } from '../../model/world.js';
import type { SourcePath } from '../../model/source-span.js';
import { decodeText } from '../decode-text.js';
import { objectIn } from '../front-matter-block.js';
import type { OtherBook, OtherEntry, OtherOrder, OtherSettings } from './other-book.js';
import { readSummary } from './summary.js';
import * as tools from './tool-files.js';

/** 1 MB, as for settings of our own. */
const MOST_BYTES = 1_000_000;

type Reader = (text: string) => tools.ToolFile | undefined;

const yaml =
  (read: (values: Readonly<Record<string, unknown>>) => tools.ToolFile): Reader =>
  (text) => {
    const values = tools.plainYaml(text);
    return values && read(values);
  };

const READERS: Readonly<Record<string, Reader>> = {
  'book.toml': (text) => {
    const values = tomlIn(text);
    return values && tools.mdBook(values);
  },
  'book.json': (text) => tools.gitBook(objectIn(text) ?? {}),
  '.gitbook.yaml': yaml(tools.gitBook),
  '_quarto.yml': yaml(tools.quarto),
  '_quarto.yaml': yaml(tools.quarto),
  '_bookdown.yml': yaml(tools.bookdown),
  'mkdocs.yml': yaml(tools.mkDocs),
  '_toc.yml': yaml(tools.jupyterBook),
  'Book.txt': tools.leanpub,
  'manuscript/Book.txt': tools.leanpub,
  '_config.yml': yaml(tools.jekyll),
};

/** The first file that gives an order has it; of the settings all files are heard. */
export function readOtherTools(files: Files): OtherBook {
  const names = new Map(files.list('').map((path) => [path.normalize('NFC').toLowerCase(), path]));
  const settings: OtherSettings[] = [];
  const folders: string[] = [];
  const summaries: string[] = [];
  let order: OtherOrder | undefined;
  for (const [path, read] of Object.entries(READERS)) {
    const text = textOf(files, path);
    const said = text === undefined ? undefined : read(text);
    if (text === undefined || said === undefined) continue;
    settings.push({ path, text, settings: said.settings });
    if (said.folder !== undefined) folders.push(trimmed(said.folder));
    if (said.summary !== undefined) summaries.push(said.summary);
    const own = path.includes('/') ? path.replace(/\/[^/]*$/, '') : '';
    order ??= said.entries && orderOf(path, said.entries, [own, ...folders, ''], names);
  }
  order ??= summaryOrder(files, { names, folders, summaries });
  return { settings, ...(order && { order }) };
}

function summaryOrder(
  files: Files,
  from: { names: ReadonlyMap<string, SourcePath>; folders: readonly string[]; summaries: readonly string[] },
): OtherOrder | undefined {
  for (const folder of [...from.folders, '', 'src', 'docs', 'manuscript']) {
    for (const name of [...from.summaries, 'SUMMARY.md']) {
      const path = from.names.get(joined(folder, name).toLowerCase());
      const text = path === undefined ? undefined : textOf(files, path);
      if (path === undefined || text === undefined) continue;
      const order = orderOf(path, readSummary(text), [path.replace(/[^/]*$/, ''), ''], from.names);
      if (order) return order;
    }
  }
  return undefined;
}

/** Undefined where none of its files is in the folder: then it is another book's. */
function orderOf(
  path: SourcePath,
  entries: readonly OtherEntry[],
  folders: readonly string[],
  names: ReadonlyMap<string, SourcePath>,
): OtherOrder | undefined {
  let found = 0;
  const settle = (entry: OtherEntry): OtherEntry => {
    const file = entry.file === undefined ? undefined : existing(entry.file, folders, names);
    if (file !== undefined) found += 1;
    return {
      ...entry,
      ...(entry.file !== undefined && { file: file ?? entry.file }),
      sections: entry.sections.map(settle),
    };
  };
  const settled = entries.map(settle);
  return found === 0 ? undefined : { path, entries: settled };
}

/** Endings may be left out, and a folder stands for its first page. */
function existing(
  file: string,
  folders: readonly string[],
  names: ReadonlyMap<string, SourcePath>,
): SourcePath | undefined {
  const forms = ['', '.md', '.markdown', '.qmd', '.Rmd', '/README.md', '/index.md', '/index.qmd'];
  const html = /\.html?$/i.test(file)
    ? ['.md', '.qmd', '.Rmd'].map((end) => file.replace(/\.html?$/i, end))
    : [];
  for (const folder of folders)
    for (const one of [...forms.map((form) => trimmed(file) + form), ...html]) {
      const path = names.get(joined(folder, one).normalize('NFC').toLowerCase());
      if (path !== undefined && /\.(?:md|markdown|qmd|rmd)$/i.test(path)) return path;
    }
  return undefined;
}

function textOf(files: Files, path: SourcePath): string | undefined {
  const read = files.read(path);
  if ('problem' in read || read.bytes.length > MOST_BYTES) return undefined;
  return decodeText(read.bytes, path).value;
}

function tomlIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}

function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
}

function joined(folder: string, file: string): string {
  const steps = `${trimmed(folder)}/${file}`.split('/').filter((step) => step !== '' && step !== '.');
  return steps
    .reduce<string[]>((way, step) => (step === '..' ? way.slice(0, -1) : [...way, step]), [])
    .join('/');
}
