import type { Code } from './code.js';

export const PRESS_CODES = {
} as const satisfies Readonly<Record<string, Code>>;
