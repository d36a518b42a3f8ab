// fontverter ships no types; this is the part of its door that we use.
declare module 'fontverter' {
  export function convert(font: Buffer, format: 'sfnt'): Promise<Buffer>;
}
