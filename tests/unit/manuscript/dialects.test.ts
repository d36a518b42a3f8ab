// The signs of other dialects, as docs/guide/dialects.md lists them: each row of its tables is read here, and
// what comes out is what the page says.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { elementsOf, textOf } from '../../../src/model/flow.js';
import { readFragment } from '../../../src/manuscript/parse-fragment.js';
import { sourceText } from '../../../src/manuscript/source-text.js';

const TYPOGRAPHY = { language: 'en', direction: 'ltr', quotes: ['“', '”', '‘', '’'] } as const;

/** Markdown with the sign; the element or the words that it becomes, and its finding where it has one. */
const ROWS: Readonly<Record<string, readonly [markdown: string, becomes: string, code?: string]>> = {
  '~~old~~': ['The ~~old~~ lamp', 's'],
  '- [x] done': ['- [x] done', 'span.task-box'],
  'https://example.org': ['See https://example.org now', 'a'],
  '> [!NOTE]': ['> [!NOTE]\n> Words', 'aside.callout-note'],
  '==words==': ['Some ==words== here', 'mark'],
  'H~2~O': ['H~2~O', 'sub'],
  '10^64^': ['10^64^', 'sup'],
  ': meaning': ['Term\n: meaning', 'dd'],
  '::: {.name #id}': ['::: {.name #id}\nWords\n:::', 'div.name'],
  '::: {.callout-tip title="Words"}': ['::: {.callout-tip title="Words"}\nMore\n:::', 'aside.callout-tip'],
  '::: tip Words': ['::: tip Words\nMore\n:::', 'aside.callout-tip'],
  '# Title {-}': ['# Title {-}', 'h1.unnumbered'],
  '| line': ['| one line\n| another line', 'div.verse'],
  'a. item': ['a. item\nb. item', 'ol'],
  '#. item': ['#. item', 'ol'],
  '(@name) item': ['(@name) item', 'ol'],
  '+---+---+': ['+---+---+\n| a | b |\n+---+---+', 'table'],
  '--- ---': ['A   B\n--- ---\n1   2', 'table'],
  '\\newpage': ['\\newpage\n\nWords', 'p.break'],
  '\\textit{words}': ['\\textit{words}', 'em', 'MARK-001'],
  '{{< pagebreak >}}': ['{{< pagebreak >}}\n\nWords', 'p.break'],
  '{pagebreak}': ['{pagebreak}\n\nWords', 'p.break'],
  '{{< video address >}}': ['{{< video https://example.org/a.mp4 >}}', 'a', 'MARK-003'],
  '{% hint style="info" %}': ['{% hint style="info" %}\nWords\n{% endhint %}', 'aside.callout-info'],
  '{{% notice tip %}}': ['{{% notice tip %}}\nWords\n{{% /notice %}}', 'aside.callout-tip'],
  '!!! note "Words"': ['!!! note "Words"\n    More', 'aside.callout-note'],
  'W> words': ['W> words', 'aside.callout-warning'],
  '{aside}': ['{aside}\nWords\n{/aside}', 'aside.aside'],
  '{: .name #id}': ['Words\n{: .name #id}', 'p.name'],
  '![[map.svg]]': ['Words ![[map.svg]]', 'img'],
  '{漢字|かんじ}': ['{漢字|かんじ}', 'ruby'],
  '^[words]': ['Text^[words]', 'fm-note'],
  '\\index{word}': ['The \\index{word}word', '"The word"', 'MARK-001'],
  '\\begin{center}': ['\\begin{center}\nWords\n\\end{center}', '"Words"', 'MARK-001'],
  '[TOC]': ['[TOC]', '""', 'MARK-004'],
  '{:toc}': ['* TOC\n{:toc}', '""', 'MARK-004'],
  '{% include x %}': ['{% include x %}', '""', 'MARK-003'],
  '#| echo: false': ['```{r}\n#| echo: false\nx\n```', '""', 'MARK-005'],
  '%%words%%': ['Text %%words%%', '"Text"', 'MARK-010'],
  '{::comment}': ['Text {::comment}no{:/comment}', '"Text"', 'MARK-010'],
  '[@key]': ['As [@key] says', '"As [@key] says"', 'MARK-002'],
  '@fig-map': ['See @fig-map', '"See @fig-map"', 'MARK-002'],
  '{{< var x >}}': ['The {{< var x >}}', '"The {{< var x >}}"', 'MARK-003'],
  '{{ page.title }}': ['The {{ page.title }}', '"The {{ page.title }}"', 'MARK-003'],
  '[[Harbour]]': ['See [[Harbour]]', '"See Harbour"', 'MARK-008'],
  '##Title': ['##Title', '"##Title"', 'MARK-009'],
  ':smile:': ['Go :smile: on', '"Go :smile: on"', 'MARK-009'],
  '*[HTML]: words': ['*[HTML]: words', '"*[HTML]: words"', 'MARK-009'],
};

const page = readFileSync(new URL('../../../docs/guide/dialects.md', import.meta.url), 'utf8');
const listed = [...page.matchAll(/^\| `((?:[^`])+)` \|/gm)].map(([, sign = '']) =>
  sign.replaceAll('\\|', '|'),
);

describe('signs of other dialects', () => {
  test('the page lists the signs that are read here', () => {
    expect([...listed].sort()).toEqual(Object.keys(ROWS).sort());
  });

  test.each(Object.entries(ROWS))('%s', (_sign, [markdown, becomes, code]) => {
    const { value, diagnostics } = readFragment(sourceText('01.md', markdown), TYPOGRAPHY);
    expect(diagnostics.map((one) => one.code)).toEqual(code === undefined ? [] : [code]);
    if (becomes.startsWith('"')) expect(JSON.stringify(textOf(value.flow).trim())).toBe(becomes);
    else {
      const names = elementsOf(value.flow).flatMap(({ tag, attributes }) => [
        tag,
        ...(attributes['class'] ?? '').split(' ').map((name) => `${tag}.${name}`),
      ]);
      expect(names).toContain(becomes);
    }
  });

  test.each([
    'if a == b and c==d, x==y and z==w',
    '3~5, 7~9, 3~5,7~9 and ~/bin or ~/lib',
    'x^2+y^2=z^2, 2^10 and 3^5, ^_^ (^o^)',
    '{yes|no} or {curly} at C:\\newpage',
    'It costs $5 and not $6; i++ or ++i',
    'A. Smith said so. a. b. and i. e. go on',
    'at 10:30:45, a::b::c, 100%% sure and 50%% not',
    'me@fig-x.org, a | b | c, [x] and [ ] in words',
    'The class `~~a~~`, `H~2~O`, `==b==` and `{: .x}`',
  ])('text stays: %s', (markdown) => {
    const { value, diagnostics } = readFragment(sourceText('01.md', markdown), TYPOGRAPHY);
    expect(diagnostics).toEqual([]);
    expect(textOf(value.flow)).toBe(markdown.replaceAll('`', ''));
  });
});
