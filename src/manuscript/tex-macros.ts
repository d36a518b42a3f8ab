// Macros that a text defines for its formulas: `\newcommand{\R}{\mathbb{R}}`, wherever it stands.

const DEFINITION =
  /\\(?:(?:re|provide)?newcommand\*?|DeclareMathOperator\*?|g?def)\s*(?:\{\s*\\[A-Za-z]+\s*\}|\\[A-Za-z]+)(?:\s*\[[^\]\n]*\]|#\d)*\s*(?=\{)/g;

/** The definitions of a text, one a line. */
export function macroDefinitions(text: string): string {
  return text.includes('\\') ? partsOf(text).definitions.join('\n') : '';
}

/** Whether a formula only defines macros, and shows nothing. */
export function isDefinitions(tex: string): boolean {
  const { definitions, rest } = partsOf(tex);
  return definitions.length > 0 && rest.trim() === '';
}

function partsOf(text: string): { readonly definitions: readonly string[]; readonly rest: string } {
  const definitions: string[] = [];
  let rest = '';
  let from = 0;
  for (const found of text.matchAll(DEFINITION)) {
    const end = closingBrace(text, found.index + found[0].length);
    if (found.index < from || end === undefined) continue;
    definitions.push(redefinable(text.slice(found.index, end).replaceAll('\n', ' ')));
    rest += text.slice(from, found.index);
    from = end;
  }
  return { definitions, rest: rest + text.slice(from) };
}

/** TeX lets nobody define a name that it has already; a book may mean another `\\R`. */
function redefinable(definition: string): string {
  return definition.replace(
    /^\\(?:re|provide)?newcommand\*?\s*\{?\s*(\\[A-Za-z]+)\s*\}?\s*(?:\[(\d)\])?(?=\s*\{)/,
    (_, name: string, count = '0') =>
      `\\def${name}${Array.from({ length: Number(count) }, (__, index) => `#${index + 1}`).join('')}`,
  );
}

/** Behind the brace that closes the one at `open`; an empty line ends all. */
function closingBrace(text: string, open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const sign = text[index];
    if (sign === '\\') index++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return index + 1;
    else if (sign === '\n' && text[index + 1] === '\n') return undefined;
  }
  return undefined;
}
