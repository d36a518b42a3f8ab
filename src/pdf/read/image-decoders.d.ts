// The part of pdf.js's decoders for pictures that we use; the package has no types for them.
declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    readonly width: number;
    readonly height: number;
    readonly numComponents: number;
    parse(bytes: Uint8Array): void;
    getData(order: {
      width: number;
      height: number;
      forceRGB: boolean;
      forceRGBA: boolean;
      isSourcePDF: boolean;
    }): Uint8ClampedArray;
  }
}
