// What HTML allows where, as far as books use it: the part of EPUBCheck's schemas that its port without Java
// leaves out.
//
// Source: HTML Living Standard sections 3.2.5 and 4; WAI-ARIA 1.2 section 5.4; DPUB-ARIA 1.1 section 4.

/** Elements that hold running text alone: no paragraph, list, table, figure or section may stand in them. */
export const TEXT_ONLY = setOf(
  'p h1 h2 h3 h4 h5 h6 pre span em strong i b small cite q dfn abbr code samp kbd var sub sup mark u ' +
    's bdi bdo time label legend',
);

export const BLOCKS = setOf(
  'p h1 h2 h3 h4 h5 h6 pre div ul ol dl table blockquote figure figcaption section article aside nav ' +
    'header footer main address hr hgroup details li dt dd tr td th thead tbody tfoot caption',
);

/** The only children that an element may have. */
export const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  ul: setOf('li script template'),
  ol: setOf('li script template'),
  dl: setOf('dt dd div script template'),
  table: setOf('caption colgroup thead tbody tfoot tr script template'),
  thead: setOf('tr script template'),
  tbody: setOf('tr script template'),
  tfoot: setOf('tr script template'),
  tr: setOf('td th script template'),
  colgroup: setOf('col template'),
};

/** The only parents that an element may have. */
export const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: setOf('ul ol menu'),
  dt: setOf('dl div'),
  dd: setOf('dl div'),
  tr: setOf('table thead tbody tfoot'),
  td: setOf('tr'),
  th: setOf('tr'),
  caption: setOf('table'),
  figcaption: setOf('figure'),
};

export const ELEMENTS = setOf(`
a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code
col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map
mark menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rb rp rt
rtc ruby s samp script search section select slot small source span strong style sub summary sup table
tbody td template textarea tfoot th thead time title tr track u ul var video wbr`);

export const ARIA_ATTRIBUTES = setOf(`
activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex
colindextext colspan controls current describedby description details disabled dropeffect errormessage
expanded flowto grabbed haspopup hidden invalid keyshortcuts label labelledby level live modal multiline
multiselectable orientation owns placeholder posinset pressed readonly relevant required roledescription
rowcount rowindex
rowindextext rowspan selected setsize sort valuemax valuemin valuenow valuetext`);

/** Attributes of older HTML, by the elements that may still carry them. */
export const OBSOLETE_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  align: setOf(''),
  valign: setOf(''),
  bgcolor: setOf(''),
  cellpadding: setOf(''),
  cellspacing: setOf(''),
  border: setOf('table'),
  clear: setOf(''),
  color: setOf(''),
  face: setOf(''),
  nowrap: setOf(''),
  noshade: setOf(''),
  summary: setOf(''),
  hspace: setOf(''),
  vspace: setOf(''),
  compact: setOf(''),
  scope: setOf('th'),
  alt: setOf('img area input'),
  src: setOf('img script iframe embed audio video source track input'),
  start: setOf('ol'),
  colspan: setOf('td th'),
  rowspan: setOf('td th'),
  headers: setOf('td th'),
  cite: setOf('blockquote q ins del'),
  datetime: setOf('time ins del'),
};

/** Attributes that hold a whole number. */
export const WHOLE_NUMBERS: Readonly<Record<string, RegExp>> = {
  start: /^-?\d+$/,
  colspan: /^[1-9]\d*$/,
  rowspan: /^\d+$/,
  width: /^\d+$/,
  height: /^\d+$/,
};

export const ROLES = setOf(`
alert alertdialog application article banner blockquote button caption cell checkbox code columnheader
combobox complementary contentinfo definition deletion dialog directory document emphasis feed figure form
generic grid gridcell group heading image img insertion link list listbox listitem log main mark marquee
math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph
presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox
separator slider spinbutton status strong subscript suggestion superscript switch tab table tablist
tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem doc-abstract doc-acknowledgments
doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter
doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes
doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref
doc-index doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist
doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc graphics-document
graphics-object
graphics-symbol`);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
