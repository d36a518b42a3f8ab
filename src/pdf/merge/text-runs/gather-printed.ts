// Chromium shows the letters of a set line one by one, each with a move of its own. A line as one run is two
// fifths of the content, and whatever reads or rewrites a page afterwards has a tenth of the operators to go
// through.
import { deflateSync } from 'node:zlib';
import { contentOf, readPrinted, refIn, type PrintedObject } from '../read-printed.js';
import { writePrinted } from '../write-printed.js';
import { openFonts, type RunFont } from './run-fonts.js';
import { gatherRuns } from './gather-runs.js';

/**
 * The same file with its lines gathered into runs: every letter within a fifth of a thousandth of an em of
 * where it was.
 *
 * @throws when the bytes are not laid out as Chromium lays them out.
 */
export function gatherPrinted(bytes: Uint8Array): Uint8Array {
  const { objects, root } = readPrinted(bytes);
  const fonts = openFonts(objects);
  const gathered = [...objects];
  for (const [number, object] of objects.entries()) {
    const content = object === undefined ? undefined : paintedBy(object, number);
    const before = content === undefined ? undefined : objects[content];
    if (object === undefined || content === undefined || before === undefined) continue;
    gathered[content] = withRuns(before, fontsNamedIn(object.text, fonts));
  }
  return writePrinted({ objects: gathered, root });
}

/** The object that holds what a page or a form paints: a page names it, a form is it. */
function paintedBy({ text }: PrintedObject, number: number): number | undefined {
  if (text.startsWith('<</Type /Page\n')) return refIn(text, 'Contents');
  return text.includes('/Subtype /Form\n') ? number : undefined;
}

function fontsNamedIn(
  owner: string,
  fonts: (object: number) => RunFont | undefined,
): (name: string) => RunFont | undefined {
  const listed = /\/Font <<([\s\S]*?)>>/.exec(owner)?.[1] ?? '';
  const named = new Map(
    [...listed.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = '', object]) => [name, Number(object)]),
  );
  return (name) => {
    const object = named.get(name);
    return object === undefined ? undefined : fonts(object);
  };
}

function withRuns(object: PrintedObject, fontNamed: (name: string) => RunFont | undefined): PrintedObject {
  if (object.stream === undefined || !object.text.includes('/Filter /FlateDecode')) return object;
  const before = Buffer.from(contentOf(object)).toString('latin1');
  const after = gatherRuns(before, fontNamed);
  if (after === before) return object;
  const stream = deflateSync(Buffer.from(after, 'latin1'));
  return { text: object.text.replace(/\/Length \d+/, `/Length ${stream.length}`), stream };
}
