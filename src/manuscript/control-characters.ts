// Characters that no text of a book may hold: XML forbids them, and no font draws them.
import { finding, type Finding } from '../model/finding.js';
import { spanOf, type SourceText } from './source-text.js';

/** The characters that XML 1.0 leaves out (section 2.2), and the C1 controls. */
const CONTROLS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ALL_CONTROLS = new RegExp(CONTROLS.source, 'g');

export function withoutControls(words: string): string {
  return words.replace(ALL_CONTROLS, '');
}

/** TEXT-004 for the first such character of each line. */
export function findControls(source: SourceText): readonly Finding[] {
  return source.lines.flatMap((line, index) => {
    const found = CONTROLS.exec(line);
    if (!found) return [];
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return finding('TEXT-004', {
      message: `There is a control character in the text, U+${code}.`,
      at: spanOf(source, { line: index + 1, column: found.index + 1 }),
      hint: 'Delete it. It may be invisible: delete the characters around it too and type them again.',
    });
  });
}
