// How a token is written as a tag.
import type { Token } from './markdown-it.js';

interface Tag {
  readonly tag: string;
  readonly token?: Token;
  readonly more?: Readonly<Record<string, string>>;
}

/** An opening tag with the token's attributes; `more` wins over them. */
export function openTag({ tag, token, more = {} }: Tag): string {
  const attributes = { ...(token ? attributesOf(token) : {}), ...more };
  return `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')}>`;
}

export function closeTag(tag: string): string {
  return `</${tag}>`;
}

/** The words of inline tokens without their markup, as an image's description is. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return wordsOf(token.children ?? []);
      return token.type.startsWith('html') ? '' : token.content;
    })
    .join('');
}

function attributesOf(token: Token): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of token.attrs ?? []) {
    if (/^[A-Za-z][\w:.-]*$/.test(name)) attributes[name] = String(value);
  }
  const classes = [
    containerName(token),
    token.meta?.['class'],
    alignment(attributes),
    attributes['class'],
  ].filter(Boolean);
  if (classes.length > 0) attributes['class'] = classes.join(' ');
  const indents = token.meta?.['indents'];
  if (typeof indents === 'string') attributes['data-indents'] = indents;
  return attributes;
}

function containerName(token: Token): string | undefined {
  return token.type === 'container_block_open' ? /[A-Za-z][\w-]*/.exec(token.info)?.[0] : undefined;
}

/** markdown-it aligns the cells of a table by a style; a class leaves the say to the book's styles. */
function alignment(attributes: Record<string, string>): string | undefined {
  const aligned = /^text-align:(left|right|center)$/.exec(attributes['style'] ?? '')?.[1];
  if (aligned) delete attributes['style'];
  return aligned && `align-${aligned}`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
