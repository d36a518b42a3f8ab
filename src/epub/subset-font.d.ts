// subset-font ships no types; this is the part of its door that we use.
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2';
    readonly preserveNameIds?: readonly number[];
  }
  export default function subsetFont(font: Buffer, characters: string, options?: SubsetOptions): Promise<Buffer>;
}
