// One finding for all signs of a kind: a book of another dialect holds hundreds of them.
import type { Finding } from '../model/finding.js';

/** Findings of the family MARK that say the same are one, at the first place and with their number. */
export function sumMarks(diagnostics: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const one of diagnostics) {
    if (isMark(one)) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  }
  const told = new Set<string>();
  return diagnostics.flatMap((one) => {
    if (!isMark(one)) return [one];
    const key = keyOf(one);
    if (told.has(key)) return [];
    told.add(key);
    const count = counts.get(key) ?? 1;
    if (count === 1) return [one];
    return [{ ...one, message: `${one.message.replace(/\.$/, '')} (${count} places).` }];
  });
}

function isMark({ code }: Finding): boolean {
  return code.startsWith('MARK-');
}

function keyOf({ code, message, hint = '' }: Finding): string {
  return `${code}\n${message}\n${hint}`;
}
