// The one moment a file speaks of: the build's, else the book's own; never the clock's.
import type { Metadata } from '../../model/metadata.js';

/** Undefined when neither is known: the file then carries no dates. `epoch` in seconds since 1970. */
export function fileDate({ modified, published }: Metadata, epoch: number | undefined): Date | undefined {
  if (epoch !== undefined) return new Date(epoch * 1000);
  const date = new Date(modified ?? published ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `D:20261123000000Z`, PDF 32000-1, 7.9.4. */
export function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

/** `2026-11-23T00:00:00Z` */
export function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
