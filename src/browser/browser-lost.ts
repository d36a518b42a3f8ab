// The browser, or a tab of it, ended by itself: nobody's mistake, and another may do better.

export const BROWSER_ENDED = 'The browser ended before the book was printed.';

export class BrowserLost extends Error {
  override readonly name = 'BrowserLost';
}
