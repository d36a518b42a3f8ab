// Where templates and styles come from: the book's own folder first, then its theme, then Foldmark.
import type { SourcePath } from '../model/source-span.js';
import type { ThemeSettings } from '../model/theme.js';
import type { World } from '../model/world.js';

export interface FoundFile {
  /** As findings name it: relative to the book's folder or to Foldmark's own. */
  readonly path: SourcePath;
  readonly bytes: Uint8Array;
}

/**
 * Every template by its name (`chapter`, `cast/entry`); where two folders have one, the nearest to the author
 * wins.
 */
export function templateFiles(world: World, theme: ThemeSettings): ReadonlyMap<string, FoundFile> {
  const layers = [
    { files: world.home, folder: 'templates' },
    { files: world[theme.from], folder: `${theme.folder}/templates` },
    { files: world.book, folder: 'templates' },
  ];
  const found = layers.flatMap(({ files, folder }) =>
    files
      .list(folder)
      .filter((path) => path.endsWith('.hbs'))
      .flatMap((path) => {
        const read = files.read(path);
        const name = path.slice(folder.length + 1, -'.hbs'.length);
        return 'bytes' in read ? [[name, { path, bytes: read.bytes }] as const] : [];
      }),
  );
  return new Map(found);
}

/** One style sheet of the cascade, with the folder that its `url()`s are relative to. */
export interface StyleFile extends FoundFile {
  readonly from: 'book' | 'home';
}

/** Foldmark's sheet of that name, or the book's own in its place. */
export function baseSheet(world: World, name: string): StyleFile | undefined {
  return readFrom(world, 'book', `styles/${name}`) ?? readFrom(world, 'home', `styles/${name}`);
}

export function themeSheet(world: World, theme: ThemeSettings, name: string): StyleFile | undefined {
  return readFrom(world, theme.from, `${theme.folder}/${name}`);
}

export function readFrom(world: World, from: 'book' | 'home', path: SourcePath): StyleFile | undefined {
  const read = world[from].read(path);
  return 'bytes' in read ? { path, bytes: read.bytes, from } : undefined;
}
