// What is in one edition of a book is in the other.
import type { Code } from './code-row.js';

export const PARITY_CODES = {
  'PARITY-001': {
    severity: 'error',
    title: 'Print and EPUB differ in their words',
    about:
      'Foldmark makes both editions from the same text with the same templates. One of them lacks a ' +
      'block or a chapter, or its words differ. Look at the template of that kind of chapter.',
  },
  'PARITY-002': {
    severity: 'warning',
    title: 'Print and EPUB differ in their headings',
    about:
      'A heading stands in one edition only, or on another level there: the contents and the way ' +
      'through the book would differ.',
  },
  'PARITY-003': {
    severity: 'error',
    title: 'Print and EPUB differ in their notes',
    about:
      'A note is missing from one edition, or carries another number or other words there. A template ' +
      "of the book's own for `notes` that does not print every note is the usual reason.",
  },
  'PARITY-004': {
    severity: 'warning',
    title: 'Print and EPUB differ in their images',
    about: 'A picture, or the words that describe it, is in one edition only.',
  },
  'PARITY-005': {
    severity: 'warning',
    title: 'Print and EPUB differ in their links',
    about: 'A link or a page reference leads somewhere in one edition that it does not lead to in the other.',
  },
  'PARITY-006': {
    severity: 'warning',
    title: 'Print and EPUB differ in their cast',
    about: 'A member of the cast, or a place where one is mentioned, is listed in one edition only.',
  },
} as const satisfies Readonly<Record<string, Code>>;
