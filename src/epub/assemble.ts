// The one door to epub-gen-memory, which puts the package's texts together and decides nothing.
//
// Its templates only pass through what we have made (`<%- text %>`), and texts travel as data, never as
// template source: what stands in a manuscript is not run as EJS. With empty `content` and no cover or fonts
// it sees no address and fetches nothing.
import { EPub } from 'epub-gen-memory';
import { unzipSync } from 'fflate';
import { PACKAGE } from './package-names.js';

export interface Texts {
  readonly title: string;
  readonly opf: string;
  readonly ncx: string;
  readonly nav: string;
  readonly css: string;
  /** File name and whole XHTML text, in reading order; the navigation document is not among them. */
  readonly documents: readonly { readonly file: string; readonly xhtml: string }[];
}

/**
 * Files by their path in the package, `mimetype` and container included. Throws when a document has been
 * renamed or lost.
 */
export async function assemble({
  title,
  opf,
  ncx,
  nav,
  css,
  documents,
}: Texts): Promise<ReadonlyMap<string, Uint8Array>> {
  const options = {
    title,
    css,
    description: '',
    date: new Date(0).toISOString(),
    verbose: false,
    chapterXHTML: '<%- xhtml %>',
    contentOPF: '<%- packageText %>',
    tocNCX: '<%- ncxText %>',
    tocXHTML: '<%- navText %>',
    packageText: opf,
    ncxText: ncx,
    navText: nav,
  };
  const chapters = documents.map(({ file, xhtml }) => ({ title: file, filename: file, content: '', xhtml }));
  const book = await new EPub(options, chapters).render();
  const zipped = await book.generateAsync({ type: 'uint8array', compression: 'STORE' });
  const files = new Map(Object.entries(unzipSync(zipped)).filter(([path]) => !path.endsWith('/')));
  for (const { file } of documents) {
    if (!files.has(`${PACKAGE.root}/${file}`))
      throw new Error(`epub-gen-memory has lost or renamed ${file}.`);
  }
  return files;
}
