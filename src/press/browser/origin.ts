// The book's own address, https://book.invalid/: answered from memory, and nothing else is answered at all.
// Names under .invalid never resolve (RFC 2606, section 2), so that a mistake here cannot become a request.
import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Resource } from '../../model/edition.js';

export const ORIGIN = 'https://book.invalid';

export interface Origin {
  /** Addresses that were asked for and not answered, each once, in order. */
  readonly refused: readonly string[];
}

/** Serves the document and the resources to one tab. */
export async function serveOrigin(page: Page, { document, resources }: { document: string; resources: readonly Resource[] }): Promise<Origin> {
  const shelf = new Map(resources.map((resource) => [`${ORIGIN}/${encodeURI(resource.href)}`, resource]));
  const refused: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void answer(request, { document, shelf, refused }).catch(() => undefined); // the tab went away with its requests
  });
  return { refused };
}

interface Shelf {
  readonly document: string;
  readonly shelf: ReadonlyMap<string, Resource>;
  readonly refused: string[];
}

async function answer(request: HTTPRequest, { document, shelf, refused }: Shelf): Promise<void> {
  const url = request.url();
  if (url.startsWith('data:')) return request.continue();
  if (url === `${ORIGIN}/` && request.isNavigationRequest()) {
    return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: DOCUMENT_HEADERS, body: document });
  }
  const resource = request.isNavigationRequest() ? undefined : shelf.get(url);
  if (resource === undefined) {
    if (!refused.includes(url)) refused.push(url);
    return request.abort('blockedbyclient');
  }
  return request.respond({ status: 200, contentType: resource.mediaType, headers: resourceHeaders(resource), body: resource.bytes });
}

const POLICY = [
  "default-src 'none'", "script-src 'none'", `style-src ${ORIGIN} 'unsafe-inline'`, `img-src ${ORIGIN} data:`, `font-src ${ORIGIN} data:`,
  "connect-src 'none'", "frame-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'",
  "worker-src 'none'", "manifest-src 'none'", "media-src 'none'",
].join('; ');

const DOCUMENT_HEADERS = {
  'content-security-policy': POLICY, 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-dns-prefetch-control': 'off',
};

/** An SVG is a document of its own: it may style itself and nothing more. */
function resourceHeaders({ mediaType }: Resource): Record<string, string> {
  const common = { 'x-content-type-options': 'nosniff', 'access-control-allow-origin': ORIGIN };
  if (mediaType !== 'image/svg+xml') return common;
  return { ...common, 'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox" };
}
