// Pictures, styles, templates and settings of a hostile book: what each is told, without a browser.
import { readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { decodeImage } from '../../src/edition/resources/decode-image.js';
import { readPhotograph } from '../../src/images/jpeg/validate-jpeg.js';
import { SPY, strangeBook } from './strange-book.js';

const places: string[] = [];
afterEach(() => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true });
});

/**
 * `CODE file:line` of what a book is told that holds these files, before a browser is asked for, which is not
 * there; nothing is written.
 */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { place, book } = strangeBook({
    'book.yml': 'title: Strange\nname: strange\n',
    '01.md': '# One\n\nWords.\n',
    ...files,
  });
  places.push(place);
  const { diagnostics, report } = await build({
    folder: book,
    out: join(place, 'dist'),
    only: ['epub'],
    browser: join(place, 'none'),
  });
  expect(report.outcome).toBe('failed');
  expect(readdirSync(place)).not.toContain('dist');
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at?.path ?? ''}:${at?.line ?? ''}`);
}

const HEAD =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">';

describe('an SVG that is more than a picture', () => {
  it.each([
    ['script', '<script>alert(1)</script>', 'a <script>'],
    [
      'script under a prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
      'a <script>',
    ],
    ['handler', '<g onload="alert(1)"/>', 'a handler, "onload"'],
    [
      'HTML',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">words</p></foreignObject>',
      'a <foreignObject>',
    ],
    ['picture on the network', `<image href="${SPY}/x.png"/>`, `an address, "${SPY}/x.png"`],
    ['picture of the disk', '<image xlink:href="file:///etc/passwd"/>', 'an address, "file:///etc/passwd"'],
    ['use of another file', '<use xlink:href="../secret.svg#x"/>', 'an address, "../secret.svg#x"'],
    [
      'SVG in itself as data',
      '<image href="data:image/svg+xml,%3Csvg%3E"/>',
      'an address, "data:image/svg+xml,%3Csvg%3E"',
    ],
    ['style that imports', `<style>@import "${SPY}/x.css";</style>`, 'an @import'],
    ['style that imports in CDATA', `<style><![CDATA[@import "${SPY}/x.css";]]></style>`, 'an @import'],
    ['style with an address', `<rect style="fill: url(${SPY}/x#y)"/>`, `an address, "${SPY}/x#y"`],
    ['style with a hidden address', `<rect style="fill: u\\72l(${SPY}/x#y)"/>`, `an address, "${SPY}/x#y"`],
    [
      'animated link',
      '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
      'an animation of "href"',
    ],
    ['link that runs', '<a href="javascript:alert(1)"/>', 'an address, "javascript:alert(1)"'],
    [
      'inclusion',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
      'a <include>',
    ],
  ])('is refused: %s', (_, inside, what) => {
    expect(
      decodeImage(new TextEncoder().encode(`${HEAD}\n${inside}\n</svg>`), { photograph: readPhotograph }),
    ).toEqual({ problem: 'harmful', reason: `${what} on its line 2` });
  });

  it.each([
    ['an entity of a file', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['entities that grow', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['a style sheet', `<?xml-stylesheet href="${SPY}/x.css"?>`],
  ])('is refused: %s', (_, before) => {
    expect(
      decodeImage(new TextEncoder().encode(`${before}${HEAD}</svg>`), { photograph: readPhotograph }),
    ).toMatchObject({ problem: 'harmful' });
  });

  it.each([
    '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use xlink:href="#g"/>',
    '<image href="data:image/png;base64,iVBORw0KGgo="/><a href="https://example.org/"><text>words</text></a>',
    '<style>rect { fill: red }</style><metadata><cc:license xmlns:cc="http://creativecommons.org/ns#" ' +
      'resource="http://creativecommons.org/licenses/by/4.0/"/></metadata>',
  ])('is not one of these: %s', (inside) => {
    expect(
      decodeImage(new TextEncoder().encode(`${HEAD}${inside}</svg>`), { photograph: readPhotograph }),
    ).toMatchObject({ kind: 'svg' });
  });

  it('is told at the place that names it', async () => {
    expect(await told({ '01.md': '# One\n\n![spy](x.svg)\n', 'x.svg': `${HEAD}<script/></svg>` })).toEqual([
      'FIG-006 01.md:3',
    ]);
  });
});

describe('a hostile style sheet', () => {
  it.each([
    ['an import', `@import "${SPY}/x.css";`, 'TPL-011'],
    ['an import by url()', `@import url(${SPY}/x.css);`, 'TPL-011'],
    ['an import in capitals', `@IMPORT "${SPY}/x.css";`, 'TPL-011'],
    ['a hidden import', `@\\69mport "${SPY}/x.css";`, 'TPL-011'],
    ['a background', `p { background: url(${SPY}/x.png) }`, 'FIG-002'],
    ['a background in quotation marks', `p { background: url("${SPY}/x.png") }`, 'FIG-002'],
    ['a background without a scheme', 'p { background: url(//203.0.113.7/x.png) }', 'FIG-002'],
    ['a hidden background', `p { background: u\\72l(${SPY}/x.png) }`, 'FIG-002'],
    ['a background in capitals', `p { background: URL(${SPY}/x.png) }`, 'FIG-002'],
    ['a font', `@font-face { font-family: x; src: url(${SPY}/x.woff2) }`, 'FIG-002'],
    ['a cursor', `p { cursor: url(${SPY}/x.cur), auto }`, 'FIG-002'],
    ['a list mark', `li { list-style: url(${SPY}/x.png) }`, 'FIG-002'],
    ['content', `p::before { content: url(${SPY}/x.png) }`, 'FIG-002'],
    ['a variable', `p { --x: url(${SPY}/x.png); background: var(--x) }`, 'FIG-002'],
    ['an image set', `p { background: image-set("${SPY}/x.png" 1x) }`, 'FIG-002'],
    ['an older image set', `p { background: -webkit-image-set(url(${SPY}/x.png) 1x) }`, 'FIG-002'],
    ['a cross-fade', `p { background: cross-fade(url(${SPY}/x.png), red) }`, 'FIG-002'],
    ['a behaviour', `p { behavior: url(${SPY}/x.htc) }`, 'FIG-002'],
    ['a binding', `p { -moz-binding: url(${SPY}/x.xml#y) }`, 'FIG-002'],
    ['a file', 'p { background: url(file:///etc/passwd) }', 'FIG-002'],
    ['a way upwards', 'p { background: url(../../secret.png) }', 'FIG-002'],
    ['a declaration that does not parse', `p { background: url(${SPY}/x.png }`, 'FIG-002'],
    ['a rule that does not parse', `p { color: red; } } q { background: url(${SPY}/y.png) }`, 'FIG-002'],
    ['an unknown rule', `@media print { @nonsense { p { background: url(${SPY}/z.png) } } }`, 'FIG-002'],
  ])('is refused: %s', async (_, css, code) => {
    expect(await told({ 'styles/custom.css': `/* first line */\n${css}\n` })).toContain(
      `${code} styles/custom.css:2`,
    );
  });
});

describe('a hostile template', () => {
  const chapter = (inside: string): string =>
    `<section class="section {{part.kind}}" id="{{part.id}}">${inside}{{{body}}}</section>`;

  it.each([
    ['a script', '<script>alert(1)</script>', 'TPL-012'],
    ['a frame', '<iframe src="file:///etc/passwd"></iframe>', 'TPL-012'],
    ['a handler', '<p onclick="alert(1)">words</p>', 'TPL-012'],
    ['a style sheet', `<link rel="stylesheet" href="${SPY}/x.css">`, 'TPL-012'],
    ['a style', `<style>@import "${SPY}/x.css"</style>`, 'TPL-012'],
    ['a style of an element', `<p style="background: url(${SPY}/x.png)">words</p>`, 'TPL-012'],
    ['a refresh', `<meta http-equiv="refresh" content="0; url=${SPY}">`, 'TPL-012'],
    ['a base', `<base href="${SPY}/">`, 'TPL-012'],
    ['a link that runs', '<a href="java\tscript:alert(1)">words</a>', 'TPL-012'],
    ['HTML in a drawing', '<svg><foreignObject><iframe></iframe></foreignObject></svg>', 'TPL-012'],
    ['a picture in a drawing', `<svg><image href="${SPY}/x.png"/></svg>`, 'TPL-012'],
    ['a picture', `<img src="${SPY}/x.png" alt="">`, 'FIG-002'],
    ['a picture of the disk', '<img src="../secret.png" alt="">', 'FIG-002'],
    ['a prototype', '{{constructor.constructor}}', 'TPL-002'],
    ['a prototype of a value', '{{book.__proto__.x}}', 'TPL-002'],
    ['a function of the prototype', '{{book.title.constructor "return process"}}', 'TPL-005'],
  ])('is refused: %s', async (_, inside, code) => {
    expect(
      (await told({ 'templates/chapter.hbs': chapter(inside) })).map((one) => one.replace(/:\d*$/, '')),
    ).toContain(`${code} templates/chapter.hbs`);
  });
});

describe('hostile settings', () => {
  it.each([
    [
      'aliases that grow',
      `title: x\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefghi'[index] ?? 'a'}`)
              .join(',')}]`,
        )
        .join('\n')}\n`,
      'CONF-022',
    ],
    ['an alias of itself', 'title: &a [*a]\n', 'CONF-022'],
    ['a tag of a program', 'title: !!js/function "function(){}"\n', 'CONF-022'],
    ['a tag of Python', 'title: !!python/object/apply:os.system [id]\n', 'CONF-022'],
    ['a prototype', 'title: x\n__proto__: { polluted: yes }\n', 'CONF-022'],
    ['a prototype below', 'title: x\ncustom: { __proto__: { polluted: yes } }\n', 'CONF-022'],
    ['a constructor', 'title: x\ncustom: { constructor: { prototype: { polluted: yes } } }\n', 'CONF-022'],
    ['a merge', 'title: x\n<<: { polluted: yes }\n', 'CONF-002'],
    ['several documents', 'title: x\n---\ntitle: y\n', 'CONF-022'],
    ['a megabyte', `title: ${'x'.repeat(1_100_000)}\n`, 'CONF-016'],
    ['lists 5,000 deep', `title: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, 'CONF-022'],
    ['a NUL', 'title: "x\0y"\n', 'CONF-015'],
    ['a control character', 'title: "x\\u0007y"\n', 'CONF-026'],
    ['a name with a folder', 'title: x\nname: ../../evil\n', 'CONF-027'],
    ['a name that is hidden', 'title: x\nname: .evil\n', 'CONF-027'],
    ['a name that ends the line', 'title: x\nname: "evil\\nname"\n', 'CONF-027'],
    ['chapters upwards', 'title: x\nchapters: [../other.md]\n', 'CONF-020'],
    ['chapters by an absolute path', 'title: x\nchapters: [/etc/passwd.md]\n', 'CONF-020'],
    ['a cast upwards', 'title: x\ncast: { file: ../cast.yml }\n', 'CONF-020'],
    ['a theme upwards', 'title: x\ntheme: ../../evil\n', 'CONF-018'],
    ['a cover upwards', 'title: x\nepub: { cover: ../secret.png, cover-alt: x }\n', 'CONF-020'],
    ['a variable with an address', `title: x\nvariables: { spot: "url(${SPY}/x)" }\n`, 'CONF-025'],
    [
      'a variable that ends its rule',
      'title: x\nvariables: { spot: "red } body { display: none" }\n',
      'CONF-025',
    ],
    [
      'an address that runs',
      'title: x\ncontributors: [{ name: X, url: "javascript:alert(1)" }]\n',
      'CONF-028',
    ],
  ])('are refused: %s', async (_, settings, code) => {
    expect((await told({ 'book.yml': settings })).map((one) => one.split(':')[0])).toContain(
      `${code} book.yml`,
    );
    expect('polluted' in {}).toBe(false);
  });

  it('are refused in front matter, too', async () => {
    expect(await told({ '01.md': '---\ntitle: x\n__proto__: { polluted: yes }\n---\n\nWords.\n' })).toContain(
      'CONF-022 01.md:3',
    );
  });

  it('cannot be a link to a file outside', async () => {
    const { place, book } = strangeBook({ 'book.yml': 'title: x\n', '01.md': '# One\n' });
    places.push(place);
    rmSync(join(book, '01.md'));
    symlinkSync('../other.md', join(book, '01.md'));
    writeFileSync(join(book, '02.md'), '# Two\n\nWords.\n');
    const { diagnostics } = await build({ folder: book, out: join(place, 'dist'), only: ['epub'] });
    expect(diagnostics.map(({ code, at }) => `${code} ${at?.path ?? ''}`)).toContain('CONF-020 01.md');
  });
});
