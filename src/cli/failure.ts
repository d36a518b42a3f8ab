// The one place where what was thrown ends: a missing tool, an interruption, or a bug.
import { UsageError } from '../pipeline/build-order.js';
import { Interrupted } from './interrupts.js';
import { EXIT } from './exit-codes.js';
import { MissingTool } from '../browser/missing-tool.js';
import { COLOURS } from './terminal.js';

/** Prints why the run ended and answers with its exit code. FOLDMARK_DEBUG adds the stack. */
export function tellFailure(cause: unknown): number {
  if (cause instanceof Interrupted) {
    process.stderr.write('Interrupted; nothing was written.\n');
    return EXIT.interrupted;
  }
  process.stderr.write(`${COLOURS.error(reasons(cause).join('\n  because: '))}\n`);
  if (process.env['FOLDMARK_DEBUG'] && cause instanceof Error) process.stderr.write(`${cause.stack ?? ''}\n`);
  return exitOf(cause);
}

/** The exit code of whatever was thrown. */
export function exitOf(cause: unknown): number {
  if (cause instanceof UsageError) return EXIT.usage;
  return cause instanceof MissingTool ? EXIT.toolMissing : EXIT.failed;
}

/** The message and those of its causes, outermost first. */
function reasons(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) return [String(cause)];
  return [cause.message, ...(cause.cause === undefined ? [] : reasons(cause.cause))];
}
