// A Kobo's own way of finding a place in a text: each sentence stands in a span called by its paragraph and
// its number.
import { element, text, type ElementNode, type Flow } from '../model/flow.js';
import { HEADINGS } from '../shared/html-elements.js';

/** Elements that begin a paragraph of their own. */
const PARAGRAPHS = new Set([...HEADINGS, 'p', 'ol', 'ul', 'table', 'dl', 'figcaption', 'blockquote', 'div']);
/** Left as they are. */
const PLAIN = new Set(['pre', 'svg', 'math', 'script', 'style', 'audio', 'video']);

/**
 * The flow in Kobo's two boxes, its sentences in spans: `<span class="koboSpan" id="kobo.3.1">`. Pictures
 * count as a paragraph.
 *
 * Source: kepubify, kepub/transform.go, which learnt it from the files that Kobo sells.
 */
export function koboSpans(flow: Flow): Flow {
  const place = { paragraph: 0, sentence: 0 };
  const inner = spanned(flow, place);
  return [element('div', { id: 'book-columns' }, [element('div', { id: 'book-inner' }, inner)])];
}

interface Place {
  paragraph: number;
  sentence: number;
}

function spanned(flow: Flow, place: Place): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'text')
      return node.value.trim() === ''
        ? [node]
        : sentencesOf(node.value).map((words) => span([text(words)], place));
    if (PLAIN.has(node.tag) || node.attributes['role'] === 'doc-pagebreak') return [node];
    if (PARAGRAPHS.has(node.tag) || node.tag === 'img')
      Object.assign(place, { paragraph: place.paragraph + 1, sentence: 0 });
    return node.tag === 'img'
      ? [span([node], place)]
      : [{ ...node, children: spanned(node.children, place) }];
  });
}

function span(children: Flow, place: Place): ElementNode {
  place.sentence += 1;
  return element(
    'span',
    { class: 'koboSpan', id: `kobo.${Math.max(place.paragraph, 1)}.${place.sentence}` },
    children,
  );
}

/** A sentence ends with its mark, closing quotes and the space after them. */
function sentencesOf(value: string): readonly string[] {
  return value.match(/[\s\S]*?[.!?:…]+['"”’»)\]]*\s+|[\s\S]+$/g) ?? [value];
}
