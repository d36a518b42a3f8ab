// Characters that show nothing by themselves, by name.

/** Where a word may be divided; shown only at the end of a line. */
export const SOFT_HYPHEN = '\u00ad';
