// The page script: bundled to lib/press/pages/in-page.js, it stands on the global `Foldmark` of an isolated world
// and is called by name from src/press/pages. Everything it takes and gives is in messages.ts.
import { settleTime } from './frames.js';
import { measureTexts } from './measure.js';

measureTexts();
settleTime(); // before Paged.js is loaded: it keeps the functions that it finds

export { prepare } from './prepare.js';
export { givePages, layGalley, takePages } from './galley.js';
export { bind } from './bind.js';
export { clear } from './clear.js';
