export { evennessOf, isFull } from './chapter.js';
export { checkLines } from './check-lines.js';
export type { Where } from './facts.js';
export { THRESHOLDS, type LineThresholds } from './thresholds.js';
