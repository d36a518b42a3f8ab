export { checkLines } from './check-lines.js';
export { THRESHOLDS, type LineThresholds } from './thresholds.js';
