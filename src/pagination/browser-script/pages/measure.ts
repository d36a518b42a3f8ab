// The one range that places are measured with. A range lives on until the browser collects its garbage, and
// until then every change of the document, anywhere in it, is told to each: with one for every text, a long
// part takes its length squared.

let range: Range | undefined;

/** To be used and let go at once: the next call gives the same range. */
export function measuring(): Range {
  range ??= document.createRange();
  return range;
}

/** Where a node is painted, a box for each piece. */
export function elementBoxes(node: Node): readonly DOMRect[] {
  const own = measuring();
  own.selectNodeContents(node);
  return [...own.getClientRects()];
}

/**
 * Texts tell their boxes as elements do. Paged.js asks for that first, and makes a range of its own for each
 * text that cannot.
 */
export function measureTextWidths(): void {
  Object.assign(Text.prototype, {
    getBoundingClientRect(this: Text) {
      return around(this).getBoundingClientRect();
    },
    getClientRects(this: Text) {
      return around(this).getClientRects();
    },
  });
}

function around(node: Node): Range {
  const own = measuring();
  own.selectNode(node);
  return own;
}
