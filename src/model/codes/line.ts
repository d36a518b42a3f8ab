import type { Code } from './code.js';

export const LINE_CODES = {
} as const satisfies Readonly<Record<string, Code>>;
