// What an SVG must not hold to be a picture and nothing else: what runs, and what is fetched. A browser that
// shows it as an image ignores both, but the file goes into the EPUB as it is, and readers open its pictures
// with programs of their own.
import { SaxesParser, type SaxesAttributeNS } from 'saxes';

export interface UnsafeContent {
  readonly line: number;
  /** What stands there: `a <script>`. */
  readonly what: string;
}

/**
 * The first thing in an SVG that a picture may not hold. What does not parse as XML is left to whoever
 * decodes it.
 */
export function unsafeSvgContent(source: string): UnsafeContent | undefined {
  const parser = new SaxesParser({ xmlns: true });
  let found: UnsafeContent | undefined;
  const note = (what: string | undefined): void => {
    if (what !== undefined) found ??= { line: parser.line, what };
  };
  parser.on('error', () => undefined); // entities of drawing programs, mostly
  parser.on('doctype', (doctype) => {
    note(
      /<!ENTITY\s[^>]*\b(?:SYSTEM|PUBLIC)\b|<!ENTITY[^>]*&\w+;/.test(doctype)
        ? 'an entity that leads elsewhere'
        : undefined,
    );
  });
  parser.on('processinginstruction', ({ target }) => {
    note(target === 'xml-stylesheet' ? 'a style sheet that is fetched' : undefined);
  });
  parser.on('opentag', ({ local, attributes }) => {
    if (ACTIVE.has(local.toLowerCase())) note(`a <${local}>`);
    for (const attribute of Object.values(attributes)) note(harmOf(local, attribute));
  });
  parser.on('text', (text) => {
    note(harmOfStyle(text));
  });
  parser.on('cdata', (text) => {
    note(harmOfStyle(text));
  });
  parser.write(source).close();
  return found;
}

const ACTIVE: ReadonlySet<string> = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'handler',
  'listener',
  'audio',
  'video',
  'include',
  'html',
  'body',
  'meta',
  'link',
]);

function harmOf(element: string, { local, value }: SaxesAttributeNS): string | undefined {
  if (/^on/i.test(local)) return `a handler, "${local}"`;
  if (/^attributename$/i.test(local) && /^(?:on|href|xlink:href)/i.test(value.trim()))
    return `an animation of "${value.trim()}"`;
  if (/^(?:href|src|data)$/i.test(local) && !isOwn(value, element))
    return `an address, "${value.slice(0, 40)}"`;
  return harmOfStyle(value);
}

/** Its own parts, pictures that stand in it, and links that a reader may follow. */
function isOwn(address: string, element: string): boolean {
  const plain = address.replace(/\s/g, '');
  return (
    plain === '' ||
    plain.startsWith('#') ||
    /^data:image\/(?:png|jpeg|jpg|gif|webp)[;,]/i.test(plain) ||
    (element === 'a' && /^(?:https?|mailto):/i.test(plain))
  );
}

/** Words of a style, or what could be some. Backslashes hide letters from us and not from a browser. */
function harmOfStyle(words: string): string | undefined {
  const plain = words
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)),
    )
    .replace(/\\/g, '');
  if (/@import/i.test(plain)) return 'an @import';
  const fetched = [...plain.matchAll(/(?:url|image|image-set|src)\(\s*(["']?)([^"')]*)/gi)].find(
    ([, , address = '']) => !isOwn(address, '') && !/^data:(?:font|application)\//i.test(address),
  );
  return fetched ? `an address, "${(fetched[2] ?? '').slice(0, 40)}"` : undefined;
}
