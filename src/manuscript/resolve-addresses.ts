// Where links and images lead. Links inside the book become fm-ref, images get the path of their file, web
// addresses stay, and everything else is an error: a finished book has no other places.
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { mapFlow, type ElementNode, type Flow } from '../model/flow.js';
import type { SourcePath } from '../model/source-span.js';

/**
 * Settles every address of a text that was read from `path`. Findings: TEXT-008 for links (their words stay),
 * TEXT-009 for images (they go).
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
  if (/^(?:https?|mailto):./i.test(address)) {
    return {
      ...node,
      attributes: { ...node.attributes, href: address },
      children: node.children.length > 0 ? node.children : [{ type: 'text', value: address }],
    };
  }
  const target = targetOf(address, path);
  if (target !== undefined) return { ...node, tag: 'fm-ref', attributes: { ...rest, target } };
  diagnostics.push(badLink(node, address));
  return node.children;
}

/** `file:PATH#NAME` as model/flow.ts says it; undefined when the address is none of this book. */
function targetOf(address: string, path: SourcePath): string | undefined {
  if (isForeign(address) || address === '') return undefined;
  const hash = address.indexOf('#');
  const file = decoded(hash < 0 ? address : address.slice(0, hash));
  const name = hash < 0 ? '' : decoded(address.slice(hash + 1));
  if (file !== '' && !/\.(md|markdown)$/i.test(file)) return undefined;
  if (file === '' && name === '') return undefined;
  return `file:${file === '' ? path : resolvePath(path, file)}${name === '' ? '' : `#${name}`}`;
}

function settleImage(node: ElementNode, path: SourcePath, diagnostics: Finding[]): ElementNode | Flow {
  const address = (node.attributes['src'] ?? '').trim();
  if (address !== '' && !isForeign(address)) {
    return { ...node, attributes: { ...node.attributes, src: resolvePath(path, decoded(address)) } };
  }
  diagnostics.push(
    finding('TEXT-009', {
      message:
        address === ''
          ? 'The image names no file.'
          : `The image "${shortened(address)}" is not a file of the book.`,
      ...(node.at && { at: node.at }),
      hint: /^\/(?!\/)/.test(address)
        ? 'Name it from the folder of this file, without "/" at the beginning: ' +
          `${shortened(address.slice(1))}.`
        : 'Put the image into the book folder and name it from here: images/name.png.',
    }),
  );
  return [];
}

/** With a scheme, a host, or from the root of a disk. */
function isForeign(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(address);
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

function badLink(node: ElementNode, address: string): Finding {
  return finding('TEXT-008', {
    message:
      address === '' || address === '#'
        ? 'The link leads nowhere.'
        : `The link leads to "${shortened(address)}", which a book cannot lead to.`,
    ...(node.at && { at: node.at }),
    hint: 'Link to https://…, mailto:…, a chapter (02-name.md), an anchor (#name) or both (02-name.md#name).',
  });
}

function shortened(address: string): string {
  return address.length > 60 ? `${address.slice(0, 59)}…` : address;
}
