// Commands of TeX, as pandoc lets them stand among Markdown. `\textit{words}` becomes italics and `\LaTeX`
// its words; `\index{…}` and its kin go, and environments lose their first and last line. Only known names
// count: a path (`C:\new`) and a pattern (`\d{3}`) are words.
import type { MarkdownEngine, StateBlock, StateInline } from '../markdown-it.js';
import { remark, remarkAt, type RuleRemark } from './rule-finding.js';

/** Commands whose words stay, and the tag that shows what they ask for. */
const LOOKS: Readonly<Record<string, string>> = {
  emph: 'em',
  textit: 'em',
  textsl: 'em',
  textbf: 'strong',
  texttt: 'code',
  textsc: 'span',
  underline: 'u',
  textsuperscript: 'sup',
  textsubscript: 'sub',
};
/** Commands that stand for words. */
const WORDS: Readonly<Record<string, string>> = {
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  XeLaTeX: 'XeLaTeX',
  ldots: '…',
  dots: '…',
  textemdash: '—',
  textendash: '–',
  textbackslash: '\\',
  textasciitilde: '~',
};
/** Commands that mean something for the page of another tool, with as many arguments as they have. */
const LEFT_OUT: Readonly<Record<string, number>> = {
  index: 1,
  label: 1,
  vspace: 1,
  hspace: 1,
  addcontentsline: 3,
  markboth: 2,
  markright: 1,
  thispagestyle: 1,
  pagestyle: 1,
  pagenumbering: 1,
  setcounter: 2,
  addtocounter: 2,
  setlength: 2,
  bibliography: 1,
  bibliographystyle: 1,
  printindex: 0,
  tableofcontents: 0,
  listoffigures: 0,
  listoftables: 0,
  maketitle: 0,
  frontmatter: 0,
  mainmatter: 0,
  backmatter: 0,
  appendix: 0,
  noindent: 0,
  centering: 0,
  raggedright: 0,
  bigskip: 0,
  medskip: 0,
  smallskip: 0,
  vfill: 0,
  hfill: 0,
  par: 0,
  small: 0,
  large: 0,
  Large: 0,
  footnotesize: 0,
  normalsize: 0,
  singlespacing: 0,
  doublespacing: 0,
  onehalfspacing: 0,
  sloppy: 0,
  protect: 0,
  nopagebreak: 0,
  needspace: 1,
};
/** References that print their key. */
const KEPT = /^(?:ref|pageref|autoref|nameref|eqref|cite[pt]?|textcite|parencite|footcite)$/;
/** What these draw is no text of the book. */
const DRAWN = /^(?:tikzpicture|pspicture|picture|pgfpicture|filecontents)\*?$/;
/** Formulas belong to the rules for mathematics. */
const FORMULA = /^(?:equation|align|alignat|gather|multline|eqnarray|math|displaymath|flalign|dmath)\*?$/;
const COMMAND = /\\([A-Za-z]+)\*?/y;

export function rawTex(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'tex_block', scanBlock, { alt: ['paragraph', 'blockquote', 'list'] });
  engine.inline.ruler.before('escape', 'tex_command', scanInline);
}

function scanBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = lineAt(state, startLine);
  if (!line.startsWith('\\') || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const edge = /^\\(begin|end)\{([A-Za-z]+\*?)\}((?:\[[^\]]*\]|\{[^}]*\})*)\s*$/.exec(line);
  if (edge && !FORMULA.test(edge[2] ?? '')) {
    if (silent) return true;
    const name = edge[2] ?? '';
    if (edge[1] === 'begin') remarkAt(state, startLine, leftOut(`\\begin{${name}}`, 'environment'));
    state.line = startLine + 1;
    if (edge[1] === 'begin' && DRAWN.test(name))
      state.line = afterEnd(state, { name, line: startLine, endLine });
    return true;
  }
  const [, name = '', rest = ''] = /^\\([A-Za-z]+)\*?((?:\[[^\]]*\])?(?:\{[^{}]*\})*)\s*$/.exec(line) ?? [];
  if (!Object.hasOwn(LEFT_OUT, name) || (rest.match(/\{/g)?.length ?? 0) > (LEFT_OUT[name] ?? 0))
    return false;
  if (silent) return true;
  remarkAt(state, startLine, leftOut(`\\${name}`, 'command'));
  state.line = startLine + 1;
  return true;
}

/** The line after `\end{name}`; only the first line goes where there is none. */
function afterEnd(state: StateBlock, from: { name: string; line: number; endLine: number }): number {
  for (let line = from.line + 1; line < from.endLine; line++) {
    if (lineAt(state, line).startsWith(`\\end{${from.name}}`)) return line + 1;
  }
  return from.line + 1;
}

function scanInline(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '\\') return false;
  COMMAND.lastIndex = state.pos;
  const found = COMMAND.exec(state.src);
  const name = found?.[1];
  if (!found || name === undefined) return false;
  const end = state.pos + found[0].length;
  const before = state.src[state.pos - 1] ?? ' ';
  if (/[\p{L}\p{N}:\\/]/u.test(before)) return false;
  if (Object.hasOwn(LOOKS, name) && state.src[end] === '{') return setLook(state, { name, end, silent });
  if (Object.hasOwn(WORDS, name)) return setWords(state, { name, end, silent });
  if (KEPT.test(name) && state.src[end] === '{') return keep(state, { name, end, silent });
  if (!Object.hasOwn(LEFT_OUT, name)) return false;
  return leaveOut(state, { name, end, silent });
}

interface Command {
  readonly name: string;
  /** Behind the name. */
  readonly end: number;
  readonly silent: boolean;
}

function setLook(state: StateInline, { name, end, silent }: Command): boolean {
  const close = closingBrace(state, end);
  if (close < 0) return false;
  if (!silent) {
    remark(state, {
      code: 'MARK-001',
      message: `\`\\${name}\` is read as its Markdown.`,
      hint: 'Write *italics*, **bold**, `code` or [words]{.sc} instead.',
    });
    const tag = LOOKS[name] ?? 'span';
    const open = state.push(`${tag}_open`, tag, 1);
    if (name === 'textsc') open.attrSet('class', 'sc');
    const max = state.posMax;
    state.pos = end + 1;
    state.posMax = close;
    state.md.inline.tokenize(state);
    state.posMax = max;
    state.push(`${tag}_close`, tag, -1);
  }
  state.pos = close + 1;
  return true;
}

function setWords(state: StateInline, { name, end, silent }: Command): boolean {
  if (!silent) state.push('text_special', '', 0).content = WORDS[name] ?? '';
  state.pos = /^\{\}/.test(state.src.slice(end, end + 2)) ? end + 2 : end;
  return true;
}

function keep(state: StateInline, { name, end, silent }: Command): boolean {
  const close = closingBrace(state, end);
  if (close < 0) return false;
  if (!silent) {
    remark(state, {
      code: 'MARK-002',
      message: `\`\\${name}\` is printed as its key.`,
      hint: 'Write a footnote for a source, and a link for a place in the book.',
    });
    state.push('text_special', '', 0).content = state.src.slice(end + 1, close);
  }
  state.pos = close + 1;
  return true;
}

function leaveOut(state: StateInline, { name, end, silent }: Command): boolean {
  let after = end;
  const wanted = LEFT_OUT[name] ?? 0;
  for (let count = 0; count < wanted; count++) {
    const close = state.src[after] === '{' ? closingBrace(state, after) : -1;
    if (close < 0) return false;
    after = close + 1;
  }
  if (!silent) remark(state, leftOut(`\\${name}`, 'command'));
  // A command without arguments takes the space behind it, as in TeX.
  state.pos = wanted === 0 && state.src[after] === ' ' ? after + 1 : after;
  return true;
}

/** −1 where the braces do not close. */
function closingBrace(state: StateInline, from: number): number {
  let depth = 0;
  const limit = Math.min(state.posMax, from + 2000);
  for (let at = from; at < limit; at++) {
    const mark = state.src[at];
    if (mark === '\\') at++;
    else if (mark === '{') depth++;
    else if (mark === '}' && --depth === 0) return at;
  }
  return -1;
}

function leftOut(what: string, kind: 'command' | 'environment'): RuleRemark {
  return {
    code: 'MARK-001',
    message: `\`${what}\` is TeX and is left out.`,
    hint:
      kind === 'command'
        ? 'Delete it, or write what it does in Markdown.'
        : 'Delete its first and last line, or write ::: name and ::: around the text.',
  };
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trim();
}
