import type { Code } from './code.js';

export const CONFIG_CODES = {
} as const satisfies Readonly<Record<string, Code>>;
