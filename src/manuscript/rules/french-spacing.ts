// French sets a narrow no-break space before ; : ! ? and inside « », also beside emphasis and links, and
// parts no number from its unit. Source: Imprimerie nationale, Lexique des règles typographiques.
import type { MarkdownEngine, StateCore } from '../markdown-it.js';
import { changeWords, replaceBeside } from './text-tokens.js';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';
const SPACE = '[ \\u00a0\\u202f]';

const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${SPACE}+(?=[;:!?»])|(?<=[\\p{L}\\p{N})»"])(?=[;!?»]|:(?:\\s|$))`, 'gu'), NARROW],
  [new RegExp(`(?<=«)${SPACE}+|(?<=«)(?!${SPACE})`, 'gu'), NARROW],
  // 1 000 km
  [/(?<=(?<!\p{N})\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3})*) (?=\p{N}{3}(?!\p{N}))/gu, NARROW],
  // 50 %, 20 €, 12 km
  [
    /(?<=\p{N}) (?=(?:[%‰€$£]|[kcmdµ]?[mgl]\d?|km\/h|h|min|s|°C?|[MGk]?o|[kM]?W|ha)(?![\p{L}\p{N}]))/gu,
    NO_BREAK,
  ],
  // n° 5, p. 12, M. Dupont, Mme Durand
  [/(?<=(?<!\p{L})(?:n[°os]{1,2}|pp?\.|art\.|chap\.|fig\.|vol\.|t\.)) (?=\p{N})/giu, NO_BREAK],
  [/(?<=(?<!\p{L})(?:MM?\.|M(?:me|lle|gr|e)s?|Drs?|Prs?|Ste?)) (?=\p{Lu})/gu, NO_BREAK],
  [/(?<=(?<!\p{L})[IVXLC]+(?:e|ᵉ|er)) (?=siècle)/gu, NO_BREAK],
  // the dash that opens speech
  [/(?<=^[—–]) /gu, NO_BREAK],
];

/** Only for books in French. */
export function frenchSpacing(engine: MarkdownEngine): void {
  engine.core.ruler.after('lone_quotes', 'french_spacing', (state: StateCore) => {
    changeWords(state, (text, beside) =>
      RULES.reduce((changed, rule) => replaceBeside(changed, beside, rule), text),
    );
  });
}
