// What a printer asks of a file: the one thing that differs between a kitchen table and a book factory.

export type Colour = 'rgb' | 'gray' | 'cmyk' | 'spot';

/** `x-4` and `x-1a`: the structure of PDF/X-4:2010 and PDF/X-1a:2001. */
export type Standard = 'none' | 'x-4' | 'x-1a';

/** One ink of a risograph, by the colour it has on a screen. */
export interface Ink {
  /** In the file's name too: `fluorescent-pink`. */
  readonly name: string;
  /** `#ff48b0` */
  readonly display: string;
}

/** The printing that colours are made for, as the file names it and as its profile describes it. */
export interface PrintingCondition {
  /** As the ICC registry calls it: `FOGRA39`. */
  readonly identifier: string;
  readonly icc: Uint8Array;
  /** Of a condition that no registry knows: the file that describes it. */
  readonly file?: string;
}

/** Lengths in millimetres unless their name says otherwise. What is absent is not asked for. */
export interface PrinterProfile {
  /** `kdp`; empty for a file made by the book's own measures. */
  readonly name: string;
  readonly title: string;
  /** Where the rules were read, and when. */
  readonly source?: string;
  readonly verifiedOn?: string;
  /** `outer`: none where the page is bound. */
  readonly bleed: { readonly width: number; readonly edges: 'all' | 'outer' | 'none' };
  readonly marks: boolean;
  readonly colour: Colour;
  readonly standard: Standard;
  /** Needed by `cmyk` and by both standards. */
  readonly condition?: PrintingCondition;
  /** The sum of all inks in one place, percent. */
  readonly inkLimit?: number;
  /** For `spot`. */
  readonly inks: readonly Ink[];
  readonly margins: {
    /** By page count, smallest count first: `{ upTo: 150, least: 9.525 }`. */
    readonly inside: readonly { readonly upTo: number; readonly least: number }[];
    readonly outside?: number;
  };
  readonly pages: {
    readonly least?: number;
    readonly most?: number;
    readonly multiple?: number;
    readonly blankRun?: number;
  };
  /** Pixels per inch: below `least` and below `good` is a warning, below `refused` an error. */
  readonly images: {
    readonly least: number;
    readonly good: number;
    readonly most?: number;
    readonly refused?: number;
  };
  /** Points. */
  readonly finestLine: number;
  /** Points. */
  readonly smallestType?: number;
  readonly largestMegabytes?: number;
}

/** The least margins that printers take, in millimetres. `outside` holds for the head and the foot, too. */
export interface LeastMargins {
  readonly inside: number;
  readonly outside: number;
}

/** What a printer asks for in a book of so many pages; of more than it binds, what it asks for the most. */
export function leastMargins(
  { margins: { inside, outside = 0 } }: Pick<PrinterProfile, 'margins'>,
  pages: number,
): LeastMargins {
  return {
    inside: inside.find(({ upTo }) => pages <= upTo)?.least ?? inside.at(-1)?.least ?? outside,
    outside,
  };
}

/** What satisfies all of several printers. */
export function widestMargins(
  printers: readonly Pick<PrinterProfile, 'margins'>[],
  pages: number,
): LeastMargins {
  const each = printers.map((printer) => leastMargins(printer, pages));
  return {
    inside: Math.max(0, ...each.map(({ inside }) => inside)),
    outside: Math.max(0, ...each.map(({ outside }) => outside)),
  };
}
