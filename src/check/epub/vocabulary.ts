// The words that the standards allow, where a rule looks them up.

/** MARC relator codes. Source: https://id.loc.gov/vocabulary/relators.html, 2025. */
export const RELATORS: ReadonlySet<string> = new Set(
  `
abr acp act adi adp aft anc anl anm ann ant ape apl app aqt arc ard arr art asg asn ato att auc aud aue
aui aup aus aut bdd bjd bka bkd bkp blw bnd bpd brd brl bsl cad cas ccp chr cli cll clr clt cmm cmp cmt
cnd cng cns coe col com con cop cor cos cot cou cov cpc cpe cph cpl cpt cre crp crr crt csl csp cst ctb
cte ctg ctr cts ctt cur cwt dbd dbp dfd dfe dft dgc dgg dgs dis djo dln dnc dnr dpc dpt drm drt dsr dst
dtc dte dtm dto dub edc edd edm edt egr elg elt eng enj etr evp exp fac fds fld flm fmd fmk fmo fmp fnd
fon fpy frg gdv gis grt his hnr hst ill ilu ink ins inv isb itr ive ivr jud jug lbr lbt ldr led lee lel
len let lgd lie lil lit lsa lse lso ltg ltr lyr mcp mdc med mfp mfr mka mod mon mrb mrk msd mte mtk mup
mus mxe nan nrt onp opn org orm osp oth own pad pan pat pbd pbl pdr pfr pht plt pma pmn pop ppm ppt pra
prc prd pre prf prg prm prn pro prp prs prt prv pta pth ptf pup rap rbr rcd rce rcp rdd red ren res rev
rpc rps rpt rpy rsg rsp rsr rst rth rtm rxa sad sce scl scr sde sds sec sfx sgd sgn sht sll sng spk spn
spy srv std stg stl stm stn str swd tad tau tcd tch ths tld tlg tlh tlp
trc trl tyd tyg uvp vac vdg vfx voc wac wal wam wat waw wdc wde wfs wfw win wit wpr wst wts`
    .trim()
    .split(/\s+/),
);

/**
 * The EPUB 3 structural semantics vocabulary; the role that says the same to a screen reader, where there is
 * one.
 *
 * Source: EPUB 3 Structural Semantics Vocabulary 1.1; DPUB-ARIA 1.1; EPUB Type to ARIA Role Authoring Guide
 * 1.1.
 */
export const SEMANTICS: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  `
abstract:doc-abstract acknowledgments:doc-acknowledgments afterword:doc-afterword answer answers
appendix:doc-appendix assessment assessments backlink:doc-backlink backmatter biblioentry
bibliography:doc-bibliography biblioref:doc-biblioref bodymatter bridgehead case-study chapter:doc-chapter
colophon:doc-colophon concluding-sentence conclusion:doc-conclusion contributors copyright-page cover
credit:doc-credit credits:doc-credits covertitle dedication:doc-dedication division endnote
endnotes:doc-endnotes epigraph:doc-epigraph epilogue:doc-epilogue errata:doc-errata example feedback
figure fill-in-the-blank-problem footnote:doc-footnote footnotes foreword:doc-foreword frontmatter
fulltitle general-problem glossary:doc-glossary glossdef glossref:doc-glossref glossterm halftitle
halftitlepage imprimatur imprint index:doc-index index-headnotes index-legend index-group index-entry-list
index-entry index-term index-editor-note index-locator index-locator-list index-locator-range
index-xref-preferred index-xref-related index-term-category index-term-categories
introduction:doc-introduction keyword keywords label landmarks learning-objective learning-objectives
learning-outcome learning-outcomes learning-resource learning-resources learning-standard
learning-standards list list-item loa loi lot lov match-problem multiple-choice-problem
noteref:doc-noteref notice:doc-notice ordinal other-credits page-list:doc-pagelist pagebreak:doc-pagebreak
panel panel-group part:doc-part practice practices preamble preface:doc-preface prologue:doc-prologue
pullquote:doc-pullquote qna:doc-qna question revision-history seriespage sound-area subchapter
subtitle:doc-subtitle table table-cell table-row text-area tip:doc-tip title titlepage toc:doc-toc
toc-brief topic-sentence true-false-problem volume balloon aside`
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [type = '', role] = entry.split(':');
      return [type, role] as const;
    }),
);
