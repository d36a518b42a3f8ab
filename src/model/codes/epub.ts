import type { Code } from './code.js';

export const EPUB_CODES = {
} as const satisfies Readonly<Record<string, Code>>;
