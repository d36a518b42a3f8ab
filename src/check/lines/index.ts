export { checkLines } from './check-lines.js';
export type { LineFacts } from './facts.js';
export { THRESHOLDS, type LineThresholds } from './thresholds.js';
