// Text that is written beside its glyphs (/ActualText; PDF 32000-1, 14.9.4). Where a letter is drawn as
// several glyphs, as in Arabic a body and its dots, no map can say what each of them means; pdf.js then reads
// NUL and passes over what stands beside.
import type { RawText } from './pdf-reader-thread.js';

/**
 * The texts with what stands beside them in place of letters that could not be read. They stay as they are
 * where the page's marks cannot be told for sure.
 */
export function nameTexts(texts: readonly RawText[], content: () => string): readonly RawText[] {
  const unread = new Set(
    texts.filter(([text, span]) => span >= 0 && text.includes('\0')).map(([, span]) => span),
  );
  if (unread.size === 0) return texts;
  const beside = textsBeside(content());
  const told = new Set<number>();
  return texts.map((one) => {
    const [, span, ...rest] = one;
    const name = beside[span];
    if (!unread.has(span) || name === undefined) return one;
    const isFirst = !told.has(span);
    told.add(span);
    return [isFirst ? name : '', span, ...rest];
  });
}

/**
 * Of each `/Span` that has no number in the reading structure, in order; undefined for those without a text.
 */
function textsBeside(content: string): readonly (string | undefined)[] {
  return [...content.matchAll(SPAN)]
    .filter(([, inside = '']) => !inside.includes('/MCID'))
    .map(([, inside = '']) => {
      const hex = /\/ActualText\s*<FEFF([0-9A-F\s]*)>/i.exec(inside)?.[1];
      if (hex !== undefined)
        return String.fromCharCode(
          ...(hex.replace(/\s/g, '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)),
        );
      const plain = /\/ActualText\s*\(((?:[^\\()]|\\[\\()])*)\)/.exec(inside)?.[1];
      return plain?.replace(/\\([\\()])/g, '$1');
    });
}

const SPAN = /\/Span\s*<<((?:\((?:[^\\()]|\\.)*\)|<[0-9A-F\s]*>|[^<>()])*)>>\s*BDC/gi;
