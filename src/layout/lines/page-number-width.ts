// Numbers of pages, while lines are set: no page has its number yet, so a guess of as many figures stands for
// it, as wide as any.

const FIGURES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function isFigures(words: string): boolean {
  return /^[0-9]+$/.test(words);
}

/**
 * All that a text may look like when every figure in it is the same one; the widest of them holds any number.
 */
export function inEachFigure(text: string): readonly string[] {
  return /[0-9]/.test(text) ? FIGURES.map((figure) => text.replaceAll(/[0-9]/g, figure)) : [text];
}
