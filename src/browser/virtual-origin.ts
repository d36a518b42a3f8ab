// The book's own address, https://book.invalid/: answered from memory, and nothing else is answered at all.
// Names under .invalid never resolve (RFC 2606, section 2), so that a mistake here cannot become a request.
import type { CDPSession, Protocol } from 'puppeteer-core';
import type { Resource } from '../model/edition.js';

export const ORIGIN = 'https://book.invalid';

export interface Origin {
  /** Addresses that were asked for and not answered, each once, in order. */
  readonly refused: readonly string[];
}

/**
 * Serves the document and the resources to one tab, through a session of its own: puppeteer's interception
 * turns every file into base64 letter by letter, which tabs wait for.
 */
export async function serveOrigin(
  session: CDPSession,
  { document, resources }: { document: string; resources: readonly Resource[] },
): Promise<Origin> {
  const shelf = new Map(resources.map((resource) => [`${ORIGIN}/${encodeURI(resource.href)}`, resource]));
  const refused: string[] = [];
  session.on('Fetch.requestPaused', (request) => {
    // the tab went away with its requests
    void answer(session, request, { document, shelf, refused }).catch(() => undefined);
  });
  await session.send('Network.enable');
  // a picture may change from one build to the next
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  return { refused };
}

interface BookFiles {
  readonly document: string;
  readonly shelf: ReadonlyMap<string, Resource>;
  readonly refused: string[];
}

async function answer(
  session: CDPSession,
  { requestId, request: { url }, resourceType }: Protocol.Fetch.RequestPausedEvent,
  { document, shelf, refused }: BookFiles,
): Promise<void> {
  if (url.startsWith('data:')) return session.send('Fetch.continueRequest', { requestId });
  const asked = url.replace(/#.*$/, '');
  const isDocument = resourceType === 'Document';
  if (asked === `${ORIGIN}/` && isDocument)
    return fulfil(session, requestId, {
      type: 'text/html; charset=utf-8',
      headers: DOCUMENT_HEADERS,
      body: Buffer.from(document),
    });
  const resource = isDocument ? undefined : shelf.get(asked);
  if (resource !== undefined)
    return fulfil(session, requestId, {
      type: resource.mediaType,
      headers: resourceHeaders(resource),
      body: resource.bytes,
    });
  if (!refused.includes(url)) refused.push(url);
  return session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
}

interface Answer {
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

async function fulfil(
  session: CDPSession,
  requestId: string,
  { type, headers, body }: Answer,
): Promise<void> {
  const all = { ...headers, 'content-type': type, 'content-length': String(body.length) };
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: Object.entries(all).map(([name, value]) => ({ name, value })),
    body: Buffer.from(body.buffer, body.byteOffset, body.length).toString('base64'),
  });
}

const POLICY = [
  "default-src 'none'",
  "script-src 'none'",
  `style-src ${ORIGIN} 'unsafe-inline'`,
  `img-src ${ORIGIN} data:`,
  `font-src ${ORIGIN} data:`,
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "worker-src 'none'",
  "manifest-src 'none'",
  "media-src 'none'",
].join('; ');

const DOCUMENT_HEADERS = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
};

/** An SVG is a document of its own: it may style itself and nothing more. */
function resourceHeaders({ mediaType }: Resource): Record<string, string> {
  const common = { 'x-content-type-options': 'nosniff', 'access-control-allow-origin': ORIGIN };
  if (mediaType !== 'image/svg+xml') return common;
  return {
    ...common,
    'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
  };
}
