import { expect, test } from 'vitest';
import { atOwnStyles } from '../../../src/edition/styles/own-places.js';
import { finding } from '../../../src/model/finding.js';

const packed = (message: string) => finding('EPUB-037', { message, at: { path: 'OEBPS/style.css', line: 165, column: 4 }, seen: { artifact: 'b.epub' } });
const styles = [{ css: 'p { left: -3em }' }, { path: 'styles/custom.css', css: '.x { color: red; }\n.y {\n  min-width: 900px;\n}\n' }];

test('a finding about the packed sheet is placed where the author declares it', () => {
  expect(atOwnStyles([packed('"min-width: 900px" is wider than a phone\'s 360 pixels.')], styles)).toMatchObject([{ code: 'EPUB-037', at: { path: 'styles/custom.css', line: 3 }, seen: { artifact: 'b.epub' } }]);
});

test('what the style lint has reported at that place is not reported again', () => {
  expect(atOwnStyles([packed('"color: red" fights the reader\'s night mode.')], styles)).toEqual([]);
});

test('a declaration that no sheet of the book has, and findings elsewhere, stay', () => {
  const others = [packed('"left: -3em" is negative.'), finding('EPUB-036', { message: '"color: red" is not in the package.', at: { path: 'OEBPS/text/01.xhtml', line: 3 } })];
  expect(atOwnStyles(others, styles)).toEqual(others);
});
