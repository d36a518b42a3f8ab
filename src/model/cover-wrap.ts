// The cover as one sheet around the book: what a person says of it, and how thick paper is.
import type { SourcePath } from './source-span.js';
import { MM_PER_INCH } from '../shared/units.js';

export interface CoverWrapSettings {
  /** Paper of the inside, by its name in STOCKS. */
  readonly stock: StockName;
  /** The author's own caliper of one leaf, in millimetres, in place of the stock's. */
  readonly caliper?: number;
  /** The spine's width as the printer gave it, in millimetres, in place of all reckoning. */
  readonly spine?: number;
  /** How many pages the cover was made for. A book of another count is then an error. */
  readonly pages?: number;
  /** A finished cover of the author's own, in place of the template's. It is checked and handed on. */
  readonly file?: SourcePath;
  /** The five digits of a price add-on: currency, then the price. `51299` is 12.99 US dollars. */
  readonly price?: string;
}

/** Paper of a printer, as thick as the printer says. Measured for a page, which is one side of a leaf. */
export interface Stock {
  /** Millimetres. */
  readonly page: number;
  /** Books with fewer pages get no words on the spine. */
  readonly leastPagesForSpineText: number;
  /** From the spine's edges to its words, in millimetres. */
  readonly spineClear: number;
  readonly source: string;
  /** When the source was last read. */
  readonly verifiedOn: string;
}

const INCH = MM_PER_INCH;
const KDP = {
  leastPagesForSpineText: 79,
  spineClear: 0.0625 * INCH,
  source: 'KDP help, "Create a paperback cover": inches a page',
  verifiedOn: '2026-11-23',
} as const;
const INGRAM = {
  leastPagesForSpineText: 48,
  spineClear: 0.0625 * INCH,
  source: 'IngramSpark, "Weight and spine width": inches a page, as its cover template generator reckons',
  verifiedOn: '2026-11-23',
} as const;
/**
 * Sheets for office printers: gsm times a bulk of 1.25 cm³/g, as mills state it for uncoated wood-free paper.
 */
const OFFSET = {
  leastPagesForSpineText: 0,
  spineClear: 1.5,
  source: 'ISO 534: thickness is grammage times bulk; 1.25 cm³/g for uncoated offset',
  verifiedOn: '2026-11-23',
} as const;

/** Sources disagree on some: a printer's own figure (`caliper:` or `spine:`) goes before. */
export const STOCKS = {
  'offset-80': { page: 0.05, ...OFFSET },
  'offset-90': { page: 0.05625, ...OFFSET },
  'offset-100': { page: 0.0625, ...OFFSET },
  'offset-120': { page: 0.075, ...OFFSET },
  'kdp-white': { page: 0.002252 * INCH, ...KDP },
  'kdp-cream': { page: 0.0025 * INCH, ...KDP },
  'kdp-premium-colour': { page: 0.002347 * INCH, ...KDP },
  'ingram-50lb': { page: 0.00211 * INCH, ...INGRAM },
  'ingram-70lb': { page: 0.00272 * INCH, ...INGRAM },
} as const satisfies Readonly<Record<string, Stock>>;

export type StockName = keyof typeof STOCKS;

export const USUAL_STOCK: StockName = 'offset-90';
