// From TeX to MathML, by Temml. The result holds elements and attributes of MathML 3 and classes of our own;
// styles/formulas.css draws what MathML leaves open.
import temml from 'temml';

/** As far as its types do not say it. */
const engine = temml as unknown as {
  __renderToMathMLTree(tex: string, options: object): MathNode;
};

export interface Formula {
  readonly tex: string;
  /** Whether it stands on a line of its own, and so in the larger style. */
  readonly display: boolean;
  /** Whether the element itself is a block; a display formula in a heading or a table cell is none. */
  readonly block: boolean;
}

/** `fault`: why TeX cannot be read, in one line. */
export type MathmlOrFault = { readonly mathml: string } | { readonly fault: string };

/**
 * Commands that would load, link or style are not trusted, and macros cannot expand without end.
 * @param definitions of macros, which a text gives for all its formulas
 */
export function mathmlOf({ tex, display, block }: Formula, definitions = ''): MathmlOrFault {
  const tree = attempt(() =>
    engine.__renderToMathMLTree(definitions + tex, { ...LIMITS, displayMode: display }),
  );
  if (tree instanceof Error)
    return definitions === '' ? { fault: plainFault(tree) } : mathmlOf({ tex, display, block });
  const style = display && !block ? { displaystyle: 'true' } : {};
  const attributes = { ...(block && { display: 'block' }), ...style, alttext: tex.trim() };
  return { mathml: element('math', attributes, (tree.children ?? []).map(write).join('')) };
}

const LIMITS = { throwOnError: true, trust: false, maxExpand: 1000, maxSize: [40, 40] };

/** Temml throws at TeX that it cannot read, which is an author's mistake. */
function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What Temml makes: an element of MathML, a span in a text, or words. */
interface MathNode {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, unknown>>;
  readonly children?: readonly MathNode[];
}

function write(node: MathNode): string {
  if (node.text !== undefined) return escapeText(node.text);
  const children = node.children ?? [];
  // Numbers of equations are counted by styles, which no reader could quote: `\tag` gives real ones.
  if (node.type === undefined) return children.map(write).join('');
  // The line of \cancel lies over what it cancels; styles draw it behind, where no text is covered.
  if (node.classes?.includes('tml-cancel') === true) return '';
  const inner = children.map(write).join('');
  const named = { ...node, type: tagOf(node) };
  return element(named.type, { ...attributesOf(named), ...coloursOf(node), ...classOf(node) }, inner);
}

/** By element, the attributes that MathML 3 and browsers know. Ids would repeat those of the book. */
const EVERYWHERE = ['mathcolor', 'mathbackground'];
const TOKEN = ['mathvariant', 'mathsize'];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  mi: TOKEN,
  mn: TOKEN,
  mtext: TOKEN,
  ms: TOKEN,
  mo: [
    ...TOKEN,
    'form',
    'fence',
    'separator',
    'lspace',
    'rspace',
    'stretchy',
    'symmetric',
    'maxsize',
    'minsize',
    'largeop',
    'movablelimits',
    'accent',
  ],
  mspace: ['width', 'height', 'depth'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  mfrac: ['linethickness'],
  mstyle: ['displaystyle', 'scriptlevel', 'mathvariant'],
  mover: ['accent'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
  menclose: ['notation'],
  mtable: ['displaystyle', 'columnalign', 'rowspacing', 'columnspacing'],
  mtd: ['columnspan', 'rowspan', 'columnalign'],
};

function attributesOf({ type = '', attributes = {} }: MathNode): Readonly<Record<string, string>> {
  const known = [...EVERYWHERE, ...(ATTRIBUTES[type] ?? [])];
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = attributes[name];
      return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
        ? [[name, lengthOf(name, String(value))]]
        : [];
    }),
  );
}

/** MathML 3 wants a unit with every length but 0. */
function lengthOf(name: string, value: string): string {
  return /^(width|height|depth|[lr]space|voffset)$/.test(name) && /^0(\.0*)?$/.test(value) ? '0em' : value;
}

/** A row cannot say its style. */
function tagOf({ type = '', attributes = {} }: MathNode): string {
  const hasStyle = attributes['displaystyle'] !== undefined || attributes['scriptlevel'] !== undefined;
  return type === 'mrow' && hasStyle ? 'mstyle' : type;
}

/** Temml's names of its classes, as far as styles/formulas.css knows them. */
const CLASSES: ReadonlySet<string> = new Set([
  'mathscr',
  'tml-left',
  'tml-right',
  'tml-jot',
  'tml-small',
  'tml-prime',
  'tml-overline',
  'tml-underline',
  'tml-fbox',
]);

/** Temml draws what styles of an element would say; here classes say it, as a reader's styles may differ. */
function classOf({ classes = [], style = {} }: MathNode): Readonly<Record<string, string>> {
  const known = [
    ...classes.filter((name) => CLASSES.has(name)),
    ...Object.entries(style).flatMap(([name, value]) => classOfStyle(name, String(value))),
  ];
  return known.length > 0 ? { class: [...new Set(known)].join(' ') } : {};
}

function classOfStyle(name: string, value: string): readonly string[] {
  const side = /^(padding|border)(Left|Right|Top|Bottom)$/.exec(name);
  if (side?.[1] === 'padding') return [`tml-pad-${side[2]?.toLowerCase()}-${stepOf(value)}`];
  if (side) return [`tml-rule-${side[2]?.toLowerCase()}`];
  if (name === 'border') return ['tml-fbox'];
  if (name === 'width' && value === '50%') return ['tml-half'];
  if (name === 'width' && value === '100%') return ['tml-full'];
  if (name === 'mathDepth') return ['tml-flat'];
  return name === 'textAlign' && /^(left|right)$/.test(value) ? [`tml-${value}`] : [];
}

/** Half ems, as far as two: the spaces between columns. */
function stepOf(value: string): number {
  const ems = parseFloat(value) / (value.endsWith('pt') ? 12 : 1);
  return Math.min(4, Math.max(0, Math.round(ems * 2)));
}

/** Colours are attributes of MathML. */
function coloursOf({ style = {} }: MathNode): Readonly<Record<string, string>> {
  const { color, backgroundColor } = style;
  const is = (value: unknown): value is string => typeof value === 'string' && /^#[\da-f]{3,6}$/i.test(value);
  return {
    ...(is(color) && { mathcolor: color }),
    ...(is(backgroundColor) && { mathbackground: backgroundColor }),
  };
}

function element(tag: string, attributes: Readonly<Record<string, string>>, inner: string): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<${tag}${written.join('')}>${inner}</${tag}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** The first line, without the place and the signs by which Temml underlines it. */
function plainFault({ message }: Error): string {
  return (message.split('\n')[0] ?? '')
    .replace(/ at (position \d+|end of input):.*$/, '')
    .replace(/\u0332/g, '')
    .trim();
}
