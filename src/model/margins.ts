// The white around the text area of a page.

/** All lengths in millimetres. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly inside: number;
  readonly outside: number;
}
