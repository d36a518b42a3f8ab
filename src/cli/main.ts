// The process: signals, what nobody caught, arguments in, and the one place that ends it.
import { EXIT } from './exit-codes.js';
import { listenForInterrupts } from './interrupts.js';
import { outputOf } from './json-output.js';
import { notLoaded, printEarly } from './required-node.js';
import { setV8Flags } from './v8-flags.js';

/** Runs the command line and ends the process. */
export async function main(args: readonly string[]): Promise<never> {
  const output = outputOf(args);
  listenForInterrupts((cause) => {
    void end(cause, output);
  });
  setV8Flags();
  // its reader has gone away: the work goes on
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (cause: unknown) => {
      void end(cause, output);
    });
  try {
    // afterwards, since loading everything takes a moment
    const { runCommand } = await import('./commands.js');
    process.exit(await runCommand(args));
  } catch (cause) {
    return end(cause, output); // Foldmark's own files cannot be loaded
  }
}

let isEnding = false;

async function end(cause: unknown, output: ReturnType<typeof outputOf>): Promise<never> {
  if (isEnding) process.exit(EXIT.failed); // the report of the first failure failed too
  isEnding = true;
  const report = await import('./failure.js').then(
    ({ reportFailure }) => reportFailure,
    () => undefined,
  );
  if (report !== undefined) process.exit(await report(cause, output));
  printEarly(notLoaded(cause), process.argv.slice(2));
  process.exit(EXIT.failed);
}
