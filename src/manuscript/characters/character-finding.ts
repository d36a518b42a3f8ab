// What the rules about characters pass among themselves.
import type { DiagnosticCode } from '../../model/codes.js';
import type { Quotes } from '../../config/values/quotes.js';

/**
 * A text as it will be printed: what is no running text (code, addresses) is blanked out, letter for letter.
 */
export interface PrintedText {
  readonly text: string;
  /** The part of the language tag that says how it is written: `de` of `de-AT`. */
  readonly language: string;
  readonly quotes: Quotes;
}

/** Something that a typesetter would not have let pass. */
export interface CharacterFinding {
  readonly code: DiagnosticCode & `TYPO-${string}`;
  readonly message: string;
  readonly hint: string;
  /** Where in the text, and how it is written there. */
  readonly index: number;
  readonly written: string;
}
