// The finishing pass: the same files always give the same bytes, in every time zone.
import { zipSync, type Zippable } from 'fflate';

/** What is compressed already is stored as it is. */
const STORED = /\.(?:jpe?g|png|gif|webp)$/i;
const MIMETYPE = new TextEncoder().encode('application/epub+zip');

/**
 * Zips a package: `mimetype` first and stored, META-INF next, then the rest by code unit, all at one moment,
 * no folders.
 *
 * `moment` is in seconds since 1970, from 1980 on. Source: EPUB OCF 3.3 section 4.2.2.
 */
export function finishZip(files: ReadonlyMap<string, Uint8Array>, moment: number): Uint8Array {
  const mtime = localTwin(moment);
  const paths = [...files.keys()].filter((path) => path !== 'mimetype').sort(byPlace);
  const entries: Zippable = { mimetype: [MIMETYPE, { level: 0, mtime }] };
  for (const path of paths)
    entries[path] = [files.get(path) ?? new Uint8Array(), { level: STORED.test(path) ? 0 : 9, mtime }];
  return zipSync(entries);
}

/**
 * fflate writes local time: the local moment that reads, on this machine's clock, as the UTC moment would.
 */
function localTwin(moment: number): Date {
  const utc = new Date(moment * 1000);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}

function byPlace(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(path: string): number {
  return path.startsWith('META-INF/') ? 0 : 1;
}
