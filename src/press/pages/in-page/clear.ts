// Takes out what an earlier run left in the tab; styles, fonts and images stay.
import { forgetPages } from './galley.js';

export function clear(): void {
  document.body.replaceChildren();
  forgetPages();
}
