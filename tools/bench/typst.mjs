// The benchmark's book for Typst: the same words, notes, references and pictures on pages of the same size.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const HEAD = `#set page(width: 5.5in, height: 8.5in, margin: (top: 20mm, x: 15mm, bottom: 22mm), numbering: "1")
#set text(size: 11pt, lang: "en")
#set par(justify: true, first-line-indent: 1em)
#show heading.where(level: 1): it => pagebreak(weak: true) + it
`;

export function typstSource(folder) {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  return (
    HEAD +
    files.map((file) => chapter(readFileSync(join(folder, file), 'utf8'), file.slice(0, -3))).join('\n')
  );
}

function chapter(markdown, id) {
  return markdown
    .replace(/^# (.*)$/m, `= $1 <c${id}>`)
    .replace(/^## /gm, '== ')
    .replace(/\^\[([^\]]*)\]/g, '#footnote[$1]')
    .replace(/!\[[^\]]*\]\(([^ ]+) "([^"]*)"\)/g, '#figure(image("$1"), numbering: none, caption: [$2])')
    .replace(/\[\]\((\d+)\.md\)/g, 'page #context counter(page).at(<c$1>).first()')
    .replace(/^> (.*)$/gm, '#quote(block: true)[$1]')
    .replace(/\*([^*\n]+)\*/g, '_$1_');
}
