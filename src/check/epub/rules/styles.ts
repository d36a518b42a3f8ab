// Rules 37 and 38: styles that survive night mode, large type and a small screen.
import { generate, parse, walk, type Atrule, type CssNode, type Declaration } from 'css-tree';
import type { Finding } from '../../../model/finding.js';
import { resolve, type Publication } from '../publication.js';
import { ruleFinding, type RuleFinding, type EpubRule, type RuleCode } from '../rule.js';

export const STYLE_RULES: readonly EpubRule[] = [readable];

/** A telephone's width in CSS pixels. */
const SCREEN = 360;
/** Colours that follow the reader's own. */
const FOLLOWING = /^(?:inherit|initial|unset|revert|currentcolor|transparent|none)$/i;

interface Fault {
  readonly code: RuleCode;
  readonly message: string;
}

function readable(publication: Publication): readonly Finding[] {
  return publication.styles.flatMap(({ path, css }) => {
    const found: Finding[] = [];
    const report = (node: CssNode, { code, message }: Fault): void => {
      const at = node.loc?.start;
      const where: RuleFinding = {
        file: path,
        message,
        ...(at === undefined ? {} : { at: { line: at.line, column: at.column } }),
      };
      found.push(ruleFinding(code, where));
    };
    const tree = parse(css, {
      positions: true,
      onParseError: (error) =>
        found.push(
          ruleFinding('EPUB-037', {
            file: path,
            at: { line: error.line, column: error.column },
            message: `The stylesheet does not parse: ${error.message}.`,
          }),
        ),
    });
    walk(tree, (node: CssNode) => {
      if (node.type === 'Atrule' && isForPaper(node)) return walk.skip;
      if (node.type === 'Atrule' && node.name === 'import')
        report(node, { code: 'EPUB-037', message: '@import is not followed by every reading system.' });
      if (node.type === 'Url')
        for (const fault of addressFaults(publication, path, node.value)) report(node, fault);
      if (node.type === 'Declaration') for (const fault of faultsOf(node)) report(node, fault);
      return undefined;
    });
    return found;
  });
}

/** What stands in `@media print` is nothing to a reading system. */
function isForPaper({ name, prelude }: Atrule): boolean {
  return name === 'media' && prelude !== null && generate(prelude).trim() === 'print';
}

function addressFaults({ zip }: Publication, path: string, address: string): readonly Fault[] {
  if (/^data:/i.test(address)) return [];
  const target = resolve(path, address);
  if (target === undefined)
    return [{ code: 'EPUB-036', message: `${address} is fetched from outside the book.` }];
  return zip.files.has(target.path) || address.startsWith('#')
    ? []
    : [{ code: 'EPUB-036', message: `${address} is not in the package.` }];
}

function faultsOf(declaration: Declaration): readonly Fault[] {
  const property = declaration.property.toLowerCase();
  const value = generate(declaration.value).trim();
  return [...reflow(property, value), ...width(property, value)];
}

/** Rule 37. */
function reflow(property: string, value: string): readonly Fault[] {
  const said = `${property}: ${value}`;
  const faults = [
    (property === 'color' || property === 'background-color') && !FOLLOWING.test(value)
      ? `"${said}" fights the reader's night mode.`
      : undefined,
    property === 'background' && /#|rgb|hsl|\b(?:white|black|gray|grey|red|blue|green|yellow)\b/i.test(value)
      ? `"${said}" fights the reader's night mode.`
      : undefined,
    (property === 'font-size' || property === 'font') &&
    /(?:^|[\s(])[\d.]+(?:px|pt|mm|cm|in|pc)\b/i.test(value)
      ? `"${said}" does not follow the reader's size of type.`
      : undefined,
    property === 'position' && /fixed|absolute|sticky/.test(value)
      ? `"${said}" takes text out of the page's flow.`
      : undefined,
    /^(?:margin|padding|text-indent|left|right|top|bottom|letter-spacing|word-spacing)/.test(property) &&
    negative(property, value)
      ? `"${said}" is negative and pushes text off small screens.`
      : undefined,
  ];
  return faults.filter((message) => message !== undefined).map((message) => ({ code: 'EPUB-037', message }));
}

/** Rule 38, as far as it can be told without laying out. */
function width(property: string, value: string): readonly Fault[] {
  if (!/^(?:min-)?width$/.test(property)) return [];
  const pixels = /^([\d.]+)(px|em|rem)$/.exec(value);
  const wide = pixels !== null && Number(pixels[1]) * (pixels[2] === 'px' ? 1 : 16) > SCREEN;
  return wide
    ? [{ code: 'EPUB-038', message: `"${property}: ${value}" is wider than a phone's ${SCREEN} pixels.` }]
    : [];
}

/** A hanging indent is the trade's way, and small tracking is harmless. */
function negative(property: string, value: string): boolean {
  if (property === 'text-indent' || property === 'letter-spacing' || property === 'word-spacing')
    return false;
  return /(?:^|\s)-[\d.]/.test(value);
}
