// What an id may be, and the sound form of one that may not.

/** An XML name without a colon, which EPUB asks for. */
export function isId(id: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u.test(id);
}

/**
 * The id as every edition takes it; empty when nothing of it can stay.
 *
 * @example soundId('sec:intro') // 'sec-intro'
 * @example soundId('1st') // 'x-1st'
 */
export function soundId(written: string): string {
  if (isId(written)) return written;
  const plain = written.trim().replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
  if (!/[\p{L}\p{N}]/u.test(plain)) return '';
  return isId(plain) ? plain : `x-${plain.replace(/^[^\p{L}\p{N}_]+/u, '')}`;
}
