// Names in PDF objects.
import { PDFName } from '@cantoo/pdf-lib';

/**
 * The object for a name. pdf-lib decodes a name each time that it is asked for, and a book's structure is
 * asked for the same few a million times.
 */
export function name(key: string): PDFName {
  const known = names.get(key) ?? PDFName.of(key);
  names.set(key, known);
  return known;
}

const names = new Map<string, PDFName>();
