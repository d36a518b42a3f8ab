// Where links and images lead. Links inside the book become fm-ref, images get the path of their file, and
// web addresses are repaired. Of other links the words stay: a finished book has no other places.
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { linkTarget, mapFlow, type ElementNode, type Flow } from '../model/flow.js';
import type { SourcePath } from '../model/source-span.js';
import { isOutside, repairAddress } from './web-address.js';

/**
 * Settles every address of a text that was read from `path`. Findings: TEXT-008 and LINK-003 for
 * links (their words stay), TEXT-009 for images.
 */
export function settleAddresses(flow: Flow, path: SourcePath): Outcome<Flow> {
  const diagnostics: Finding[] = [];
  const settled = mapFlow(flow, (node) => {
    if (node.type === 'text') return node;
    if (node.tag === 'a') return settleLink(node, path, diagnostics);
    return node.tag === 'img' ? settleImage(node, path, diagnostics) : node;
  });
  return outcome(settled, diagnostics);
}

function settleLink(node: ElementNode, path: SourcePath, diagnostics: Finding[]): ElementNode | Flow {
  const { href, title, ...rest } = node.attributes;
  if (href === undefined) return { ...node, tag: 'span', attributes: rest };
  const address = href.replace(/[\t\n\r]/g, '').trim();
  if (isOutside(address)) {
    const repaired = repairAddress(address);
    if (repaired !== undefined) return outsideLink(node, { href: repaired, words: address });
    diagnostics.push(malformed(node, address));
  } else if (address === '' || address === '#') diagnostics.push(withoutAim(node));
  else if (isForeign(address) && !isFromRoot(address)) diagnostics.push(refused(node, address));
  else return { ...node, tag: 'fm-ref', attributes: { ...rest, target: targetOf(address, path) } };
  return withPlace(node);
}

function outsideLink(node: ElementNode, link: { href: string; words: string }): ElementNode {
  return {
    ...node,
    attributes: { ...node.attributes, href: link.href },
    children: node.children.length > 0 ? node.children : [{ type: 'text', value: link.words }],
  };
}

/** The words of a link without the link; where other links lead to it, its id stays too. */
function withPlace(node: ElementNode): ElementNode | Flow {
  const { id } = node.attributes;
  return id === undefined ? node.children : { ...node, tag: 'span', attributes: { id } };
}

/** `file:PATH#NAME` as model/flow.ts says it. */
function targetOf(address: string, path: SourcePath): string {
  const hash = address.indexOf('#');
  const written = decoded(hash < 0 ? address : address.slice(0, hash));
  const name = hash < 0 ? '' : decoded(address.slice(hash + 1));
  const file = written === '' ? path : /^[/\\]/.test(written) ? written : resolvePath(path, written);
  return linkTarget(`${file}${/[^/]\/$/.test(written) ? '/' : ''}`, name);
}

/** In front of the address of an image that is no file of the book. */
export const ELSEWHERE = 'elsewhere:';

/** An image of another place keeps its address: the editions show its description in a frame. */
function settleImage(node: ElementNode, path: SourcePath, diagnostics: Finding[]): ElementNode {
  const address = (node.attributes['src'] ?? '').trim();
  const at = (src: string): ElementNode => ({ ...node, attributes: { ...node.attributes, src } });
  if (/^\/(?![/\\])/.test(address)) return at(decoded(address)); // from the root: of a site, or of the book
  if (address !== '' && !isForeign(address)) return at(resolvePath(path, decoded(address)));
  diagnostics.push(
    finding('TEXT-009', {
      message:
        address === ''
          ? 'The image names no file: its description stands in its place.'
          : `The image "${localName(address)}" is not a file of the book: ` +
            'its description stands in its place.',
      ...(node.at && { at: node.at }),
      hint: 'Put the image into the book folder and name it from here: images/name.png.',
    }),
  );
  return at(`${ELSEWHERE}${address}`);
}

/** With a scheme, a host, or from the root of a disk. */
function isForeign(address: string): boolean {
  return /^[\s\p{Cc}]*(?:[a-z][a-z0-9+.-]*:|[/\\])/iu.test(address);
}

/** From the root of the web site that the text was written for, as other tools write it. */
function isFromRoot(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

/** Once and no more: what was written twice over stays as it is. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * The path that is meant from inside a file. What leaves the book folder keeps its `..`, and the World
 * refuses it.
 */
function resolvePath(from: SourcePath, address: string): SourcePath {
  const steps = [...from.split('/').slice(0, -1), ...address.split('/')];
  return steps
    .reduce<string[]>((way, step) => {
      if (step === '' || step === '.') return way;
      return step === '..' && way.length > 0 && way.at(-1) !== '..' ? way.slice(0, -1) : [...way, step];
    }, [])
    .join('/');
}

/** Schemes that run something, open what is on the reader's disk, or bring their own page. */
const HARMFUL =
  /^[\s\p{Cc}]*(?:javascript|vbscript|livescript|data|file|blob|filesystem|about|view-source|jar|ms-[a-z-]+):/iu;

function refused(node: ElementNode, address: string): Finding {
  const at = node.at && { at: node.at };
  const said = finding('TEXT-008', {
    message: `The link leads to "${shortened(address)}", which a book cannot lead to.`,
    ...at,
    hint: HINT,
  });
  if (HARMFUL.test(address)) return said;
  return {
    ...said,
    severity: 'warning',
    message: `The link leads to "${shortened(address)}", which a book cannot lead to. Its words stay.`,
  };
}

function malformed(node: ElementNode, address: string): Finding {
  return finding('LINK-003', {
    message: `"${shortened(address)}" is not an address. The words of the link stay.`,
    ...(node.at && { at: node.at }),
    hint: 'Write the whole address: https://example.org/page, mailto:name@example.org or tel:+441234567.',
  });
}

function withoutAim(node: ElementNode): Finding {
  return finding('LINK-003', {
    message: 'The link has no address. Its words stay.',
    ...(node.at && { at: node.at }),
    hint: HINT,
  });
}

const HINT =
  'Link to https://…, mailto:…, a chapter (02-name.md), an anchor (#name) or both (02-name.md#name).';

/** A report that travels says no path of the machine. */
function localName(address: string): string {
  return /^(?:file:|[/\\](?![/\\]))/i.test(address)
    ? (address.split(/[/\\]/).at(-1) ?? '')
    : shortened(address);
}

function shortened(address: string): string {
  return address.length > 60 ? `${address.slice(0, 59)}…` : address;
}
