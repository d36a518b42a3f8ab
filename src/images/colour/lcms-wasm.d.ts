// What is used of Little CMS, which comes without types.
declare module 'lcms-wasm' {
  export const TYPE_GRAY_8: number;
  export const TYPE_RGB_8: number;
  export const TYPE_CMYK_8: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;

  /** Numbers are handles into the engine's memory; 0 is none. */
  export interface Lcms {
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _cmsOpenProfileFromMem(at: number, bytes: number): number;
    cmsCreate_sRGBProfile(): number;
    cmsCreateTransform(
      from: number,
      fromType: number,
      to: number,
      toType: number,
      intent: number,
      flags: number,
    ): number;
    cmsDoTransform(transform: number, pixels: Uint8Array, count: number): Uint8Array;
  }

  export function instantiate(): Promise<Lcms>;
}
