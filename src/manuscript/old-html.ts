// Elements and attributes of older HTML that have an equal today: `<center>`, `<strike>`, `align="center"`.
import { html as markup, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

const TODAY: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  center: 'div',
  dir: 'ul',
  listing: 'pre',
  menu: 'ul',
  strike: 's',
  tt: 'code',
};

/** Elements whose words `align` moves. Of a table or an image it says where the whole of it floats. */
const ALIGNED: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 td th caption thead tbody tfoot tr'.split(' '),
);

/** Changes the element in place to what it is called today. */
export function modernizeElement(node: Element): void {
  if (node.namespaceURI !== markup.NS.HTML) return;
  const align = node.attrs
    .find(({ name }) => name === 'align')
    ?.value.trim()
    .toLowerCase();
  const side = node.tagName === 'center' ? 'center' : ALIGNED.has(node.tagName) ? align : undefined;
  if (side !== undefined && /^(?:left|center|right|justify)$/.test(side)) {
    const given = node.attrs.find(({ name }) => name === 'class')?.value;
    // Words are justified anyway.
    const classes = [given, side === 'justify' ? undefined : `align-${side}`].filter(Boolean).join(' ');
    node.attrs = [
      ...node.attrs.filter(({ name }) => name !== 'align' && name !== 'class'),
      ...(classes === '' ? [] : [{ name: 'class', value: classes }]),
    ];
  }
  const today = Object.hasOwn(TODAY, node.tagName) ? TODAY[node.tagName] : undefined;
  if (today === undefined) return;
  node.tagName = today;
  node.nodeName = today;
}
