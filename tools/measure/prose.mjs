// The text that lines are measured on: the zine's chapters, a book's, a file of paragraphs, or a folder of
// HTML.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;

/** Paragraphs as inline HTML (em, i, b, strong; nothing else). Without a path: the zine's chapters. */
export function prose({ text, language, most = Infinity }) {
  if (text === undefined) return chapters(`${root}manuscript`).slice(0, most);
  const found = existsSync(join(text, 'book.yml'))
    ? chapters(text)
    : statSync(text).isDirectory()
      ? fromHtml(text, language)
      : readFileSync(text, 'utf8').split(/\n\s*\n/);
  return found
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, most);
}

/**
 * Running text of DocBook's HTML, as Debian's books have it: paragraphs of some length without code, since
 * commands are no prose. Paragraphs that nobody has translated yet are left out.
 */
function fromHtml(folder, language) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort();
  const paragraphs = files.flatMap((name) =>
    [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/<(?:div class="para"|p)>(.*?)<\/(?:div|p)>/gs),
    ].map(([, inside]) => inside),
  );
  return paragraphs
    .filter((inside) => !/<(code|tt|pre|ul|ol|div|table|kbd|span class="(command|package|emph))/.test(inside))
    .map((inside) =>
      inside
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(
      (words) =>
        words.length > 200 &&
        !/https?:/.test(words) &&
        (language.startsWith('en') || (words.match(/\b(the|and|of|with)\b/g) ?? []).length < 2),
    );
}

function chapters(folder) {
  return readdirSync(folder)
    .filter((name) => /^\d.*\.md$/.test(name))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .split(/\n\s*\n/)
        .filter((block) => /^[\p{L}‘“"'*_]/u.test(block) && !block.startsWith('***'))
        .map((block) =>
          block
            .replace(/\{@[^|}]*\|([^}]*)\}/g, '$1')
            .replace(/\{[^}]*\}/g, '')
            .replace(/\[\^[^\]]*\]|\^\[[^\]]*\]/g, '')
            .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
            .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
            .replace(/[*_]([^*_]+)[*_]/g, '<em>$1</em>')
            .replace(/"([^"]*)"/g, '“$1”')
            .replaceAll("'", '’'),
        ),
    );
}

/**
 * Of full lines: word space over the font's own, whether a hyphen was added. Figures as
 * docs/internals/layout.md has them.
 */
export function figuresOf(lines) {
  const spaces = lines.map(({ space }) => space);
  const mean = spaces.reduce((sum, one) => sum + one, 0) / spaces.length;
  const share = (test) => lines.filter(test).length / lines.length;
  return {
    lines: lines.length,
    mean,
    sd: Math.sqrt(spaces.reduce((sum, one) => sum + (one - mean) ** 2, 0) / spaces.length),
    loose: share(({ space }) => space > 1.5),
    tight: share(({ space }) => space < 0.8),
    hyphenated: share(({ hyphen }) => hyphen),
  };
}

export function row(name, { lines, mean, sd, loose, tight, hyphenated }, more = '') {
  const percent = (part) => `${(100 * part).toFixed(1)} %`;
  return (
    `| ${name} | ${lines} | ${mean.toFixed(3)} | ${sd.toFixed(3)} | ${percent(loose)} | ` +
    `${percent(tight)} | ${percent(hyphenated)} |${more === '' ? '' : ` ${more} |`}`
  );
}
