// Web, mail and telephone addresses as books can hold them: sound ones stay as they are, others are repaired
// as browsers do.

/** Characters of an address by RFC 3986, beside the ones that it writes with "%". */
const SOUND = String.raw`[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}`;
const SOUND_WEB = new RegExp(String.raw`^https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#]|$)`, 'i');
const SOUND_ALL = new RegExp(`^(?:${SOUND})*(?:#(?:${SOUND})*)?$`);

/** Whether an address leads out of the book to where readers may be sent: a page, a mailbox, a telephone. */
export function isOutside(address: string): boolean {
  return /^(?:https?|mailto|tel):/i.test(address);
}

/**
 * The address as EPUBCheck and browsers take it; undefined when it is none, such as `https://` or one with a
 * space in its host.
 *
 * @example repairAddress('https://example.org/a b|c') // 'https://example.org/a%20b%7Cc'
 */
export function repairAddress(address: string): string | undefined {
  if (/^tel:/i.test(address)) return repairTelephone(address);
  if (/^mailto:/i.test(address)) return repairMail(address);
  if (SOUND_WEB.test(address) && SOUND_ALL.test(address)) return URL.canParse(address) ? address : undefined;
  // A browser reads https:///x as the host x, which nobody means.
  if (/^https?:\/\/(?:\/|$)/i.test(address) || !URL.canParse(address)) return undefined;
  const { href, host, hash } = new URL(address);
  if (host === '') return undefined;
  const start = href.indexOf(host) + host.length;
  const end = href.length - hash.length;
  return href.slice(0, start) + encoded(href.slice(start, end)) + (hash && `#${encoded(hash.slice(1))}`);
}

function repairMail(address: string): string | undefined {
  const rest = address.slice('mailto:'.length).trim();
  return rest === '' ? undefined : `mailto:${encoded(rest)}`;
}

function repairTelephone(address: string): string | undefined {
  const number = address.slice('tel:'.length).replace(/\s+/g, '');
  return /\d/.test(number) ? `tel:${encoded(number)}` : undefined;
}

/** Everything but the sound characters, written with "%". */
function encoded(part: string): string {
  return part.replace(new RegExp(`(${SOUND})|([^])`, 'gu'), (sign: string, sound?: string) =>
    sound === undefined ? percent(sign) : sign,
  );
}

/** A lone surrogate has no bytes; it becomes the replacement character. */
function percent(sign: string): string {
  return [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
