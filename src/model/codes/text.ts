import type { Code } from './code.js';

export const TEXT_CODES = {
} as const satisfies Readonly<Record<string, Code>>;
