export { evennessOf, isFull } from './chapter-evenness.js';
export { checkLines } from './check-lines.js';
export type { Where } from './line-check-input.js';
export { THRESHOLDS, type LineThresholds } from './thresholds.js';
