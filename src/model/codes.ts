// Every code a diagnostic can carry. Codes are permanent: never reused, never renumbered.
// docs/reference/findings.md is generated from this table.
import type { Code } from './codes/code-row.js';
import { BOOK_CODES } from './codes/book.js';
import { CONFIG_CODES } from './codes/config.js';
import { COVER_CODES } from './codes/cover.js';
import { EPUB_CODES } from './codes/epub.js';
import { FOLD_CODES } from './codes/fold.js';
import { GLYPH_CODES } from './codes/glyph.js';
import { LINE_CODES } from './codes/line.js';
import { LOSS_CODES } from './codes/loss.js';
import { MARK_CODES } from './codes/mark.js';
import { PAGE_CODES } from './codes/page.js';
import { PARITY_CODES } from './codes/parity.js';
import { PRESS_CODES } from './codes/press.js';
import { PRINT_CODES } from './codes/print.js';
import { RUN_CODES } from './codes/run.js';
import { STYLE_CODES } from './codes/style.js';
import { TAG_CODES } from './codes/tag.js';
import { TEMPLATE_CODES } from './codes/template.js';
import { TEXT_CODES } from './codes/text.js';
import { TYPE_CODES } from './codes/type.js';
import { TYPO_CODES } from './codes/typo.js';

const TABLES = {
  ...CONFIG_CODES,
  ...TEXT_CODES,
  ...MARK_CODES,
  ...TYPO_CODES,
  ...TYPE_CODES,
  ...BOOK_CODES,
  ...TEMPLATE_CODES,
  ...STYLE_CODES,
  ...LINE_CODES,
  ...PAGE_CODES,
  ...PRESS_CODES,
  ...PRINT_CODES,
  ...LOSS_CODES,
  ...GLYPH_CODES,
  ...FOLD_CODES,
  ...COVER_CODES,
  ...EPUB_CODES,
  ...PARITY_CODES,
  ...TAG_CODES,
  ...RUN_CODES,
} as const;

export type DiagnosticCode = keyof typeof TABLES;

export const CODES: Readonly<Record<DiagnosticCode, Code>> = TABLES;
