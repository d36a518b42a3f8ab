// The names that other tools give to headings: links written for them lead to the same places here.

/**
 * GitHub's name for a heading, which mdBook, GitLab, Docusaurus and editors share: letters of any script
 * stay, signs go, and each space is a hyphen.
 *
 * @example githubSlug('Healing & Recovery') // 'healing--recovery'
 */
export function githubSlug(words: string): string {
  return words
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/gu, '-');
}

/** Counts names as GitHub does: the second `notes` is `notes-1`, and no name is given twice. */
export function countedNames(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    let result = name;
    let count = counts.get(name) ?? 0;
    while (counts.has(result)) result = `${name}-${++count}`;
    counts.set(name, count);
    counts.set(result, counts.get(result) ?? 0);
    return result;
  };
}

/**
 * The letters and digits of a name alone. Pandoc, kramdown, GitLab and VS Code differ in the signs between
 * them.
 */
export function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * What can be left of a heading's words in another tool: all of them, what follows the number before them
 * (pandoc, kramdown), all without accents (Python-Markdown), or the letters of ASCII (kramdown). Where
 * nothing is left these tools write `section`.
 */
export function bareForms(words: string): readonly string[] {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '');
  const ascii = words.replace(/[^\x20-\x7e]/g, '').replace(/^[^A-Za-z]+/, '');
  return [
    bareName(words),
    bareName(words.replace(/^[^\p{L}]+/u, '')),
    bareName(plain),
    bareName(ascii) || 'section',
  ];
}
