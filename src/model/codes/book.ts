import type { Code } from './code.js';

export const BOOK_CODES = {
} as const satisfies Readonly<Record<string, Code>>;
