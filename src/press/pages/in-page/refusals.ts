// Addresses that the page's security policy refused before anything was asked for.

const refused = new Set<string>();

/** Listens from now on. */
export function noteRefusals(): void {
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => { refused.add(blockedURI); });
}

export function refusedSoFar(): readonly string[] {
  return [...refused].sort();
}
