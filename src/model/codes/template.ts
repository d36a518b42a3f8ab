import type { Code } from './code.js';

export const TEMPLATE_CODES = {
} as const satisfies Readonly<Record<string, Code>>;
