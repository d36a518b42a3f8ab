// The line setter's own rules, adopted by the document so that neither a theme nor Paged.js's reading of the
// styles can lose them.

const RULES = `
:where(.loose) { --looseness: 1; }
:where(.tight) { --looseness: -1; }
:where(.line[data-line] :is(em, i, cite, dfn, strong, b):not(.note *)) { line-height: 0; }
.line[data-line] {
  display: block; white-space: nowrap; text-indent: 0; text-align-last: justify; hyphens: manual;
  font-variant-ligatures: common-ligatures;
}
.line[data-line].line-end { text-align-last: auto; }
.line[data-line].line-ragged { text-align: inherit; text-align-last: auto; }
.line[data-line].line-hyphen::after { content: "\\2010"; }
.line[data-line].line-keep { break-after: avoid; }
.line[data-line] [data-continued] { margin-inline-start: 0; border-inline-start: 0; padding-inline-start: 0; }
.line[data-line] [data-continues] { margin-inline-end: 0; border-inline-end: 0; padding-inline-end: 0; }
.line[data-line] .note {
  white-space: normal; letter-spacing: normal; word-spacing: normal; text-align-last: auto;
}
`;

let sheet: CSSStyleSheet | undefined;

export function adoptSheet(page: Document): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
  }
  if (!page.adoptedStyleSheets.includes(sheet)) page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
