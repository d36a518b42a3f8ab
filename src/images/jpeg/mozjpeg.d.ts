// The glue of @jsquash/jpeg as it behaves: it fills the object that it is given, at once when
// `instantiateWasm` is.
declare module '@jsquash/jpeg/codec/dec/mozjpeg_dec.js' {
  interface Decoder {
    decode(
      bytes: Uint8Array,
      upright: boolean,
    ): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray } | null;
  }
  export default function fill(module: object): asserts module is Decoder;
}

declare module '@jsquash/jpeg/codec/enc/mozjpeg_enc.js' {
  interface Encoder {
    encode(
      rgba: Uint8Array,
      width: number,
      height: number,
      packing: Readonly<Record<string, number | boolean>>,
    ): Uint8Array;
  }
  export default function fill(module: object): asserts module is Encoder;
}
