// The one moment that a package carries: its time of change, and the time of every entry in its zip.
import type { Metadata } from '../model/metadata.js';

/** 1980-01-01T00:00:00Z, the first moment that a zip can tell. */
const FIRST = 315_532_800;

/**
 * Seconds since 1970: the build's epoch where given, else the book's own dates, else the first moment a zip
 * can tell.
 */
export function momentOf(metadata: Metadata, epoch: number | undefined): number {
  const said = metadata.modified ?? metadata.published;
  const dated = said === undefined ? Number.NaN : Date.parse(said.length <= 10 ? said : zoned(said)) / 1000;
  const seconds = epoch ?? (Number.isFinite(dated) ? dated : FIRST);
  return Math.max(FIRST, Math.floor(seconds));
}

/** `2026-11-23T00:00:00Z`, the form that dcterms:modified demands. */
export function stamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A time without a zone would be read in the zone of whoever builds. */
function zoned(iso: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`;
}
