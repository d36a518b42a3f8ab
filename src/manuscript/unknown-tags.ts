// Names in angle brackets that are no HTML: `List<String>`, `<your name>`. A browser would swallow them; here
// they are words.
import { ELEMENT_NAMES } from '../shared/element-names.js';

/** The HTML with such names as text, and the names. */
export interface WithoutUnknownTags {
  readonly html: string;
  readonly unknown: readonly string[];
}

const COMMENT_OR_TAG = /<!--[^]*?-->|<(\/?)([A-Za-z][\w.:-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g;

/** Elements in which `<` begins no element of HTML. */
const FOREIGN = /<(?:script|style|svg|textarea|title|xmp|template)\b/i;

/**
 * A name of no element that is neither closed by itself nor somewhere in `markdown` is text. `<Note>…</Note>`
 * and `<Chart/>` are components of another tool, and the reader of the HTML leaves their tags out.
 */
export function withoutUnknownTags(html: string, markdown: string): WithoutUnknownTags {
  if (FOREIGN.test(html)) return { html, unknown: [] };
  const unknown: string[] = [];
  const written = html.replace(
    COMMENT_OR_TAG,
    (tag: string, end: string = '', name?: string, rest: string = '') => {
      if (name === undefined || ELEMENT_NAMES.has(localName(name)) || rest.trimEnd().endsWith('/'))
        return tag;
      if (markdown.includes(end === '' ? `</${name}` : `<${name}`)) return tag;
      unknown.push(tag);
      return tag.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    },
  );
  return { html: written, unknown };
}

/** Without the prefix that converters give to MathML: `<mml:mi>`. */
function localName(name: string): string {
  return name.toLowerCase().replace(/^(?:m|mml|math):/, '');
}
