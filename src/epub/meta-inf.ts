// What stands beside the package in META-INF: Apple's switch for the book's own fonts, and the fonts'
// licences.
import type { FontFace } from '../model/edition.js';
import { fontNotice } from './embedded-fonts.js';
import { tag, xmlFile } from './package-xml.js';

/** Files by path; none when no font travels along. */
export function metaInfFiles(faces: readonly FontFace[]): ReadonlyMap<string, Uint8Array> {
  if (faces.length === 0) return new Map();
  const options = tag(
    'display_options',
    {},
    tag('platform', { name: '*' }, tag('option', { name: 'specified-fonts' }, 'true')),
  );
  const text = new TextEncoder();
  return new Map([
    ['META-INF/com.apple.ibooks.display-options.xml', text.encode(xmlFile(options))],
    ['META-INF/fonts.txt', text.encode(fontNotice(faces))],
  ]);
}
