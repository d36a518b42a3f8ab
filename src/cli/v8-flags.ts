// How V8 runs a process as short as a build.
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/**
 * A function runs three times as long as by default before it is optimised. Source: V8 11,
 * flag-definitions.h, interrupt_budget.
 */
const PATIENT = '--interrupt-budget=400000';

/**
 * WebAssembly is compiled function by function, when one is called: of PDFium a cover needs a small part. V8
 * 12 does so by itself.
 */
const LAZY = '--wasm-lazy-compilation';

/** With so many processors nobody waits for the threads that optimise. */
const ENOUGH_PROCESSORS = 4;

/**
 * To be called before anything else is loaded. V8 optimises functions in threads of its own, which in a build
 * of some seconds take half as much as the build; on few processors it pays for that with its own time. Node
 * 20 alone: later ones know other words.
 */
export function setV8Flags(): void {
  if (!process.version.startsWith('v20.') || availableParallelism() >= ENOUGH_PROCESSORS) return;
  setFlagsFromString(PATIENT);
  setFlagsFromString(LAZY);
}
