// subset-font ships no types; this is the part of its door that we use.
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2';
    readonly preserveNameIds?: readonly number[];
    /** Then no characters are given. */
    readonly keepAllGlyphs?: boolean;
    readonly variationAxes?: Readonly<Record<string, number>>;
  }
  export default function subsetFont(
    font: Buffer,
    characters: string | undefined,
    options?: SubsetOptions,
  ): Promise<Buffer>;
}
