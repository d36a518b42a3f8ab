// Standard output under --json: one document, whole, and nothing else; `--watch` prints one on a line for
// each build.

/** Whether this command line asks for JSON, also where the rest of it cannot be read. */
function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).includes('--json');
}

/** How whatever happens is printed; `line`: for each build one. */
export function outputOf(args: readonly string[]): 'text' | 'document' | 'line' {
  if (!wantsJson(args)) return 'text';
  return args.some((one) => one === '--watch' || one === '-w') ? 'line' : 'document';
}

let isPrinted = false;

/** Whether a document was printed: a failure after it has no place any more. */
export function hasPrintedJson(): boolean {
  return isPrinted;
}

/** The document did not reach whoever reads standard output. */
export class OutputLost extends Error {
  override readonly name = 'OutputLost';
}

/** Resolves when it is written. @throws OutputLost, but not when the reader has gone away. */
export function printJson(document: unknown, layout: 'document' | 'line' = 'document'): Promise<void> {
  isPrinted = true;
  const text = JSON.stringify(document, undefined, layout === 'document' ? 2 : undefined);
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (cause) => {
      if (cause && !isClosedPipe(cause))
        reject(new OutputLost('The JSON could not be written to standard output.', { cause }));
      else resolve();
    });
  });
}

function isClosedPipe(cause: Error): boolean {
  return 'code' in cause && (cause.code === 'EPIPE' || cause.code === 'ERR_STREAM_DESTROYED');
}
