// Pictures and the like that a style lets float among the paragraphs: a set line has one width and would run
// under them, or off the page beside them. Such paragraphs are the browser's.

const MAY_FLOAT = 'figure, img, svg, table, aside, div, blockquote, pre, ul, ol';

/**
 * Tells whether a paragraph stands beside a float that comes before it; to be asked before any line is set.
 */
export function floatsBeside(root: ParentNode): (paragraph: Element) => boolean {
  const floats = [...root.querySelectorAll(MAY_FLOAT)].filter(
    (one) => getComputedStyle(one).float !== 'none' && one.closest('p') === null,
  );
  const boxes = floats.map((float) => ({ float, box: marginBox(float) }));
  return (paragraph) => {
    if (boxes.length === 0) return false;
    const own = paragraph.getBoundingClientRect();
    return boxes.some(
      ({ float, box }) =>
        (float.compareDocumentPosition(paragraph) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        !float.contains(paragraph) &&
        own.top < box.bottom &&
        own.bottom > box.top &&
        own.left < box.right &&
        own.right > box.left,
    );
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function marginBox(element: Element): Box {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { marginLeft, marginRight, marginTop, marginBottom } = getComputedStyle(element);
  return {
    left: left - parseFloat(marginLeft),
    right: right + parseFloat(marginRight),
    top: top - parseFloat(marginTop),
    bottom: bottom + parseFloat(marginBottom),
  };
}
