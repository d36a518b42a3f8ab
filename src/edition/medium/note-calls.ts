// The ids of note calls.

/**
 * The id of a note's call, where its backlink leads. @param call counts the calls of one note after its first
 */
export function callId(note: string, call?: string): string {
  return `call${call ?? ''}-${note}`;
}
