// Pictures of pages need a canvas, which is a prebuilt part of Foldmark on most systems and not on all.

/** No canvas for this system. The command line answers with exit code 4. */
export class MissingCanvas extends Error {
  override readonly name = 'MissingCanvas';

  constructor(options?: ErrorOptions) {
    super(`No pictures of pages can be made here: @napi-rs/canvas, which draws them, is not installed or has no build for this system (${process.platform} ${process.arch}). Install it with "npm install @napi-rs/canvas@0.1.100", or go without --proof and --sheet.`, options);
  }
}
