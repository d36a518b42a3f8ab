// Takes out what an earlier run left in the document; styles, fonts and images stay, and pages that are
// packed.
export function clear(): void {
  document.body.replaceChildren();
}
