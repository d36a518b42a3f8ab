// The ways a paragraph may be set that are good enough to choose from, with their price in the breaker's
// coin.
import type { Division } from '../../../layout/pages/page-column.js';
import { spaceRatio } from '../../../layout/lines/line-geometry.js';
import type { LineFit } from '../../../layout/lines/total-fit.js';
import type { SettableParagraph } from '../lines/set-lines.js';

/**
 * No line worse than this, or a full page would be bought with a line that is seen. Word spaces over natural.
 */
const WIDEST = 1.7;
const NARROWEST = 0.8;
/**
 * A choice at all; to it comes what the total fit charges more, so scaled that an ordinary line more costs
 * about two hundred.
 */
const CHOICE = 40;
/**
 * Less than half a word before the last line costs, or a word that stands under itself twice: what the report
 * would tell is no choice.
 */
const MOST = 520;

/** Best first. A paragraph that calls notes stays as it is: its calls would move to other lines. */
export function divisionsOf({ fit, others, fact }: SettableParagraph, fixed: boolean): readonly Division[] {
  const own: Division = {
    lines: fact.lines.length,
    cost: 0,
    broken: fact.lines.flatMap(({ end }, index) => (end === 'hyphen' ? [index + 1] : [])),
  };
  if (fit === undefined || fixed) return [own];
  const price = fact.state === 'ragged' ? ofRagged : ofJustified;
  return [
    own,
    ...others()
      .filter(isGood)
      .map((one) => divisionOf(one, price(Math.max(0, one.demerits - fit.demerits))))
      .filter(({ cost }) => cost <= MOST),
  ];
}

/**
 * Badness grows by the third power in ragged text and by the fourteenth in justified, so there a root makes
 * it the same coin.
 */
function ofRagged(demerits: number): number {
  return demerits / 600;
}

function ofJustified(demerits: number): number {
  return Math.sqrt(demerits) / 20;
}

function divisionOf({ lines }: LineFit, price: number): Division {
  return {
    lines: lines.length,
    cost: Math.round(CHOICE + price),
    broken: lines.flatMap(({ end }, index) => (end === 'hyphen' ? [index + 1] : [])),
  };
}

function isGood({ lines }: LineFit): boolean {
  return lines.map((line) => spaceRatio(line) ?? 1).every((space) => space <= WIDEST && space >= NARROWEST);
}
