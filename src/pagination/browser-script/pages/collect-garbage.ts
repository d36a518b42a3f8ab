// What laying out leaves behind is the browser's to collect, and with memory to spare it leaves that lying
// until a book is done.

/**
 * Pages between two collections: of a tenth of a second each, which is a hundredth of what laying them out
 * takes.
 */
const OFTEN = 30;

let since = 0;

/**
 * To be called for each galley and each batch, when the pages have left the document: a batch's leave it when
 * the next one stands there. The collector is there where the browser was started with it (launch.ts).
 */
export function tidyAfter(pages: number): void {
  since += pages;
  if (since <= OFTEN) return;
  since = 0;
  (globalThis as { readonly gc?: () => void }).gc?.();
}
