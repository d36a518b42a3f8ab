// Attributes in braces, as pandoc and its kin write them: `.class #id key=value key="two words" -`.

export interface AttributeList {
  readonly classes: readonly string[];
  readonly id?: string;
  readonly pairs: Readonly<Record<string, string>>;
}

const ITEM =
  /\s*(?:\.([\p{L}\p{N}_:-]+)|#([\p{L}\p{N}_:.-]+)|([A-Za-z][\w:-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|(-)(?=\s|$)|([A-Za-z][\w-]*))(?=[\s.#,]|$)\s*,?/uy;

/** Undefined where the text between the braces is no list of attributes. A bare word counts as a class. */
export function readAttributes(text: string): AttributeList | undefined {
  const classes: string[] = [];
  const pairs: Record<string, string> = {};
  let id: string | undefined;
  let at = 0;
  const written = text.trim();
  while (at < written.length) {
    ITEM.lastIndex = at;
    const found = ITEM.exec(written);
    if (!found || found[0] === '') return undefined;
    const [all, name, anchor, key, double, single, bare, dash, word] = found;
    if (name !== undefined) classes.push(name);
    else if (anchor !== undefined) id = anchor;
    else if (key !== undefined) pairs[key] = double ?? single ?? bare ?? '';
    else if (dash !== undefined) classes.push('unnumbered');
    else if (word !== undefined) classes.push(word);
    at += all.length;
  }
  return { classes, pairs, ...(id !== undefined && { id }) };
}
