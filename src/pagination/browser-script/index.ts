// The page script: bundled to lib/pagination/browser-script.js, it stands on the global `Foldmark` of an
// isolated world and is called by name from src/pagination. Everything it takes and gives is in messages.ts.
import { settleTime } from './paged-js/timers.js';
import { measureTextWidths } from './pages/measure.js';

measureTextWidths();
settleTime(); // before Paged.js is loaded: it keeps the functions that it finds

export { prepare } from './pages/prepare-tab.js';
export { givePages, layGalley, takePages } from './pages/galley.js';
export { bind } from './pages/bind-pages.js';
export { clear } from './pages/clear-document.js';
