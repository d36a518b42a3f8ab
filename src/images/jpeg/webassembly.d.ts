// The part of WebAssembly that is used here: TypeScript describes it with the browser's types only.
// Source: WebAssembly JavaScript Interface, sections 5.1 to 5.3.
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  type Exports = Record<string, unknown>;

  class Module {
    constructor(bytes: Uint8Array);
  }

  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Exports;
  }
}
